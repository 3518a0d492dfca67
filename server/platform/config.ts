/** Settings, read once from the environment. A wrong setting is one sentence that says what to do. */
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { District } from './ground.ts';

export class ConfigProblem extends Error {}

export interface Config {
  port: number;
  host: string;
  /** An outside PostgreSQL; absent means the embedded one. */
  databaseUrl: string | undefined;
  /** Where the embedded database, uploaded files and secrets lie. */
  dataFolder: string;
  /** The address that people use; in links and QR codes. */
  publicUrl: string;
  /** Addresses or networks of proxies whose X-Forwarded-* headers are believed; false for none. */
  trustProxy: string | false;
  tls: { key: string; cert: string } | undefined;
  /** The demo district, with accounts whose passwords everybody knows: only on loopback and never on an outside database. */
  demo: boolean;
  logLevel: string;
  district: District;
  maxInFlight: number;
  poolSize: number;
}

/** The invented district of the demonstration, and of tests. */
export const demoDistrict: District = {
  code: '330199',
  name: '云溪区',
  nameEn: 'Yunxi District',
  reviewBody: '云溪区人民政府',
  court: '云溪区人民法院',
};

/** Addresses that only this machine can reach. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function whole(name: string, text: string | undefined, fallback: number, least: number, most: number): number {
  if (text === undefined || text === '') return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigProblem(`${name} is "${text}": set it to a whole number from ${least} to ${most}.`);
  }
  return value;
}

/** Names that stand for networks of this machine and this house. */
const knownNetworks = ['loopback', 'linklocal', 'uniquelocal'];
const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0) return knownNetworks.includes(text);
  return (
    more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
};

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Where the person stood who called us. npm says it to the script that it runs, and says its own folder to a script within a script. */
export const calledFrom = ({ YICHUANG_FROM: from, INIT_CWD: npm }: NodeJS.ProcessEnv): string =>
  from || npm || process.cwd();

/** An address with one of these schemes. */
function address(name: string, text: string, schemes: readonly string[], example: string): string {
  const scheme = URL.parse(text)?.protocol.slice(0, -1);
  if (scheme === undefined || !schemes.includes(scheme))
    throw new ConfigProblem(`${name} is "${text}": set it to an address such as ${example}.`);
  return text;
}

/** Settings that other places read; a wrong one is said at the start and not when the first message goes out. */
function checkGateways(env: NodeJS.ProcessEnv): void {
  if (env.SMTP_URL) address('SMTP_URL', env.SMTP_URL, ['smtp', 'smtps'], 'smtps://user:password@mail.example.gov.cn');
  if (env.SMS_GATEWAY_URL)
    address('SMS_GATEWAY_URL', env.SMS_GATEWAY_URL, ['http', 'https'], 'https://sms.example.gov.cn/send');
  const districts = env.EXCHANGE_NETWORKS?.split(',').map((one) => one.trim());
  if (env.EXCHANGE_NETWORKS && districts?.some((one) => !isNetwork(one) || knownNetworks.includes(one)))
    throw new ConfigProblem(
      `EXCHANGE_NETWORKS is "${env.EXCHANGE_NETWORKS}": set it to the inner networks in which other districts are, such as 10.1.0.0/16, with commas between them.`,
    );
  if (env.MAIL_FROM && !/^[^@]*[^@\s<]@[^@\s]+$/.test(env.MAIL_FROM))
    throw new ConfigProblem(`MAIL_FROM is "${env.MAIL_FROM}": set it to an address such as window@example.gov.cn.`);
}

/** Threads that read pictures (READING_THREADS): each takes a core for a second or two a page, and 600 MB. */
export const readingThreads = (env: NodeJS.ProcessEnv): number =>
  whole('READING_THREADS', env.READING_THREADS, availableParallelism() > 1 ? 2 : 1, 1, 16);

/** Reads the settings. `folder` is where relative paths begin: the place from which the command was called. */
export function readConfig(env: NodeJS.ProcessEnv, folder: string): Config {
  const port = whole('PORT', env.PORT, 8080, 0, 65_535);
  const host = env.HOST || '127.0.0.1';
  const databaseUrl = env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigProblem('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  if (env.YICHUANG_DEMO && !['on', 'off'].includes(env.YICHUANG_DEMO))
    throw new ConfigProblem(`YICHUANG_DEMO is "${env.YICHUANG_DEMO}": set it to on or off.`);
  const demo = env.YICHUANG_DEMO ? env.YICHUANG_DEMO === 'on' : !databaseUrl;
  checkGateways(env);
  readingThreads(env);
  if (demo && databaseUrl)
    throw new ConfigProblem('The demo district is not loaded into an outside database: unset YICHUANG_DEMO.');
  if (demo && !isLoopback(host)) {
    throw new ConfigProblem(
      `HOST is ${host}, but the demo accounts have known passwords and may be reached from this machine only: leave HOST out; for a real installation set YICHUANG_DEMO=off and YICHUANG_DATA to a new folder.`,
    );
  }
  if (Boolean(env.TLS_KEY) !== Boolean(env.TLS_CERT))
    throw new ConfigProblem('TLS needs both TLS_KEY and TLS_CERT, each the path of a PEM file.');
  const tls =
    env.TLS_KEY && env.TLS_CERT
      ? { key: path.resolve(folder, env.TLS_KEY), cert: path.resolve(folder, env.TLS_CERT) }
      : undefined;
  const publicUrl = env.PUBLIC_URL || `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  address('PUBLIC_URL', publicUrl, ['http', 'https'], 'https://yichuang.example.gov.cn');
  const logLevel = env.LOG_LEVEL || 'warn';
  if (!logLevels.includes(logLevel))
    throw new ConfigProblem(`LOG_LEVEL is "${logLevel}": set it to one of ${logLevels.join(', ')}.`);
  const trustProxy = env.TRUST_PROXY || false;
  if (trustProxy && !trustProxy.split(',').every((one) => isNetwork(one.trim())))
    throw new ConfigProblem(
      `TRUST_PROXY is "${trustProxy}": set it to the addresses of your proxies, such as 127.0.0.1 or 10.1.0.0/16, with commas between them.`,
    );
  return {
    port,
    host,
    databaseUrl,
    dataFolder: path.resolve(folder, env.YICHUANG_DATA || '.yichuang'),
    publicUrl: publicUrl.replace(/\/$/, ''),
    trustProxy,
    tls,
    demo,
    logLevel,
    district: {
      code: env.DISTRICT_CODE || demoDistrict.code,
      name: env.DISTRICT_NAME || demoDistrict.name,
      nameEn: env.DISTRICT_NAME_EN || demoDistrict.nameEn,
      reviewBody: env.REVIEW_BODY || `${env.DISTRICT_NAME || demoDistrict.name}人民政府`,
      court: env.COURT || `${env.DISTRICT_NAME || demoDistrict.name}人民法院`,
    },
    maxInFlight: whole('MAX_IN_FLIGHT', env.MAX_IN_FLIGHT, 256, 1, 100_000),
    poolSize: whole('POOL_SIZE', env.POOL_SIZE, 12, 2, 500),
  };
}
