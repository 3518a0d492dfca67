/**
 * The server process: settings, database, migrations, HTTP and worker; either of the two alone with `--http` or `--worker`.
 * Ends in an orderly way on SIGINT and SIGTERM: no new requests, what was begun is finished, then the database.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brake } from '#platform/brake';
import { calledFrom, ConfigProblem, readConfig, type Config } from '#platform/config';
import type { Ground } from '#platform/ground';
import { Live } from '#platform/live';
import { MigrationProblem } from '#platform/migrate';
import { servePages } from '#platform/pages';
import { plainLog } from '#platform/plain-log';
import { noRoom, StartProblem } from '#platform/postgres/cluster';
import { surfaces } from '../web/surfaces/surfaces.ts';
import { buildHttp, buildRelay, buildWorker } from './app.ts';
import { open, type Opened } from './open.ts';

/** Twenty acts a second for as long as one likes: more than fingers can, less than a machine would. */
const actBrake = brake(120, 0.05);

const dist = fileURLToPath(new URL('../dist/web', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** How long an answer may take to be finished once the end has been asked for. */
const patience = 30_000;

/** A file that a setting names. */
async function readNamed(setting: string, file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigProblem(`${file} cannot be read (${error.code}): correct ${setting}.`);
  });
}

/** The demo district, once. Its code is read only where it is wanted. */
async function loadDistrict(ground: Ground): Promise<void> {
  const { demoIsLoaded, loadDemo } = await import('#modules/demo');
  if (await demoIsLoaded(ground)) return;
  say('Loading the demo district …');
  await loadDemo(ground, { say });
}

async function main(): Promise<void> {
  const only = process.argv.includes('--http') ? 'http' : process.argv.includes('--worker') ? 'worker' : 'both';
  const config = readConfig(process.env, calledFrom(process.env));
  if (only !== 'worker') await mustBeFree(config);
  const ending: (() => Promise<void>)[] = [];
  const opening = open(config, plainLog, say).then((opened: Opened) => {
    ending.push(() => opened.close());
    return opened;
  });
  const stop = stopper(ending);
  // From the first moment on: what is started is stopped, also while the district is being loaded.
  const { wasAsked } = endWhenAsked(opening, stop);
  try {
    const { ground } = await opening;
    if (config.demo) await loadDistrict(ground);
    else await refuseDemoAccounts(ground);
    const relay = buildRelay(ground);
    if (only !== 'http') {
      await relay.start();
      const worker = await buildWorker(ground);
      ending.unshift(
        () => worker.stop(),
        () => relay.stop(),
      );
    }
    if (only !== 'worker') {
      const live = new Live(ground.db, (error) => ground.log.error({ err: error }, 'the live stream failed'));
      const tls = config.tls && {
        key: await readNamed('TLS_KEY', config.tls.key),
        cert: await readNamed('TLS_CERT', config.tls.cert),
      };
      const http = await buildHttp(ground, live, relay, {
        logLevel: config.logLevel,
        trustProxy: config.trustProxy,
        maxInFlight: config.maxInFlight,
        accountBrake: (accountId) => actBrake(ground, accountId),
        ...(tls ? { https: tls } : {}),
        more: (app) => servePages(app, { dist, surfaces }),
      });
      live.start();
      ending.unshift(async () => {
        // Whoever never reads its answer does not keep us for ever.
        const hurry = setTimeout(() => {
          console.error('Answers that nobody takes are broken off');
          http.server.closeAllConnections();
        }, patience);
        await http.close();
        clearTimeout(hurry);
      });
      await http.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
        throw cannotListen(error, config);
      });
      // With PORT=0 the system has chosen one only now.
      const address = http.server.address();
      if (config.port === 0 && address && typeof address === 'object')
        ground.publicUrl = config.publicUrl.replace(/:0$/, `:${address.port}`);
    }
    say(`Yichuang is ready at ${ground.publicUrl}`);
  } catch (error) {
    // Whoever broke it off knows why it did not come up.
    if (wasAsked()) return;
    await stop();
    throw error;
  }
}

/** Ends everything once, when somebody asks for it. */
function endWhenAsked(opening: Promise<unknown>, stop: () => Promise<void>): { wasAsked: () => boolean } {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      say('Finishing what was begun …');
      // Twice the patience: whatever still holds it up then, holds it up for ever.
      setTimeout(() => process.exit(1), 2 * patience).unref();
      void opening
        .catch(() => {})
        .then(stop)
        .then(
          () => process.exit(0),
          (error: unknown) => {
            console.error(error);
            process.exit(1);
          },
        );
    });
  }
  return { wasAsked: () => asked };
}

/** Looks whether somebody listens there already, before a database is started for nothing. */
async function mustBeFree({ port, host }: Config): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(cannotListen(error, { port, host })));
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
}

/** Why it is not possible to listen there, in one sentence; anything else as it is. */
function cannotListen(error: NodeJS.ErrnoException, { port, host }: Pick<Config, 'port' | 'host'>): Error {
  if (error.code === 'EADDRINUSE')
    return new StartProblem(`Port ${port} is in use: stop what uses it, or set PORT to another one.`);
  if (error.code === 'EACCES')
    return new StartProblem(`This user may not listen on port ${port}: set PORT to one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new StartProblem(`This machine has no address ${host}: correct HOST.`);
  return error;
}

/** The accounts of the demo district have passwords that everybody knows: nothing but the demonstration runs on them. */
async function refuseDemoAccounts(ground: Ground): Promise<void> {
  const { demoWasBegun } = await import('#modules/demo');
  if (await demoWasBegun(ground))
    throw new StartProblem(
      'This database holds the demo district, whose accounts have known passwords: set YICHUANG_DATA or DATABASE_URL to an empty one, or leave YICHUANG_DEMO out.',
    );
}

/** Ends everything in the reverse order of its beginning, and goes on when one end fails. */
const stopper = (ending: (() => Promise<void>)[]) => async (): Promise<void> => {
  for (const end of ending.splice(0)) await end().catch((error: unknown) => console.error(error));
};

main().catch((error: unknown) => {
  const known = error instanceof StartProblem || error instanceof ConfigProblem || error instanceof MigrationProblem;
  console.error(known ? error.message : (noRoom(error) ?? error));
  process.exit(1);
});
