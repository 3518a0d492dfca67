/**
 * Where two browsers ask how they are reached (STUN) and who carries for them when they are not (TURN). Credentials for TURN are made for
 * each help and end by themselves, as its servers check them with `use-auth-secret`: the user name begins with the second at
 * which they end, the password is an HMAC-SHA1 of it under the shared secret (draft-uberti-behave-turn-rest-00).
 */
import { createHmac } from 'node:crypto';
import { ConfigProblem } from '#platform/config';

export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

export interface IceSettings {
  urls: readonly string[];
  /** Shared with the TURN servers; undefined when there are only STUN servers. */
  secret: string | undefined;
}

const stun = /^stuns?:[\w.:[\]-]+$/;
const turn = /^turns?:[\w.:[\]-]+(\?transport=(udp|tcp))?$/;
/** Seconds for which a credential is taken: longer than the longest talk, since a connection may be begun anew at its end. */
const lasts = 4 * 3600;

/** Reads ICE_SERVERS (addresses with commas between them) and TURN_SECRET. Throws a `ConfigProblem` that says what to write. */
export function readIceSettings(env: NodeJS.ProcessEnv): IceSettings {
  const urls = (env.ICE_SERVERS ?? '').split(',').map((url) => url.trim()).filter(Boolean); // prettier-ignore
  const wrong = urls.find((url) => !stun.test(url) && !turn.test(url));
  if (wrong !== undefined)
    throw new ConfigProblem(
      `ICE_SERVERS holds "${wrong}": set it to addresses such as stun:stun.example.gov.cn:3478,turn:turn.example.gov.cn:3478?transport=udp.`,
    );
  if (urls.some((url) => turn.test(url)) && !env.TURN_SECRET)
    throw new ConfigProblem('ICE_SERVERS names a TURN server: set TURN_SECRET to the secret that it shares with us.');
  return { urls, secret: env.TURN_SECRET || undefined };
}

/** The servers for one side of a help, with credentials that end four hours after `at`. */
export function iceServersFor({ urls, secret }: IceSettings, name: string, at: Date): IceServer[] {
  const plain = urls.filter((url) => stun.test(url));
  const carrying = urls.filter((url) => turn.test(url));
  const username = `${Math.floor(at.getTime() / 1000) + lasts}:${name}`;
  return [
    ...(plain.length > 0 ? [{ urls: plain }] : []),
    ...(carrying.length > 0 && secret
      ? [{ urls: carrying, username, credential: createHmac('sha1', secret).update(username).digest('base64') }]
      : []),
  ];
}
