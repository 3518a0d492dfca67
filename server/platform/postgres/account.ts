/** PostgreSQL refuses to run as root. This decides as whom it runs, and where its files must lie for that. */
import { execFile, type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import { lchownSync, realpathSync, symlinkSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartProblem } from './problem.ts';

/**
 * `self`: as we are. `namespace`: our own files under another number, in a user namespace. `user`: as another user of the
 * system, which only root can do.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace' | 'user'; readonly uid: number; readonly gid: number };

/** How to start a program as that account. `unshare` does not fork, so the process id is the program's own. */
export function commandFor(account: Account, program: string, args: string[]) {
  if (account.kind === 'namespace')
    return {
      file: 'unshare',
      args: ['-U', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--', program, ...args],
      options: {} as Pick<SpawnOptions, 'uid' | 'gid'>,
    };
  const options: Pick<SpawnOptions, 'uid' | 'gid'> =
    account.kind === 'user' ? { uid: account.uid, gid: account.gid } : {};
  return { file: program, args, options };
}

/** Gives a file to the account that must own it. */
export function giveTo(account: Account, path: string): void {
  if (account.kind === 'user') chownSync(path, account.uid, account.gid);
}

/** When root works in another user's folder, that user must be able to go on there with what root made. */
export function keepOwner(folder: string, path: string): void {
  if (process.geteuid!() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (uid !== 0) chownSync(path, uid, gid);
}

/** Gives folders that root has just made, `first` down to `last`, to the user in whose folder they are. */
export function inheritOwner(first: string, last: string): void {
  const { uid, gid } = statSync(dirname(first));
  // A number without a name comes from a copied or mounted folder: nobody here would start Yichuang as that.
  if (process.geteuid!() !== 0 || uid === 0 || !passwd().some((person) => person.uid === uid)) return;
  for (let at = last; at.length >= first.length; at = dirname(at)) chownSync(at, uid, gid);
}

/** The account, the folder in which it can keep `cluster`, and that folder's real path. */
export interface Home {
  readonly account: Account;
  readonly place: string;
}

/** Chooses the account for a cluster in `folder`, an existing folder that we can write. */
export async function chooseHome(folder: string, log: (line: string) => void): Promise<Home> {
  const cluster = join(folder, 'cluster');
  const made = existsSync(join(cluster, 'PG_VERSION'));
  // An earlier start may have had to put it elsewhere.
  if (made && realpathSync(cluster) !== join(realpathSync(folder), 'cluster'))
    return chooseHome(dirname(realpathSync(cluster)), log);
  if (process.geteuid!() !== 0) {
    if (made || hasName()) return { account: { kind: 'self' }, place: folder };
    // initdb looks up its user's name, and containers run with numbers that have none.
    const account = namespaceAccount();
    if (await may(account, folder)) return { account, place: folder };
    throw new StartProblem(
      `User number ${process.geteuid!()} has no name on this machine, which PostgreSQL needs: add it to /etc/passwd, run ` +
        'as another user, or set DATABASE_URL.',
    );
  }
  const owner = made ? statSync(cluster).uid : 0;
  if (owner === 0) {
    const account = namespaceAccount();
    // Fails where namespaces are forbidden (most containers), and in a folder of another user: there root's
    // power to enter everything ends with the namespace.
    if ((await may(account, folder)) && (!made || (await may(account, cluster)))) return { account, place: folder };
  }
  return homeOfUser(folder, made, owner, log);
}

async function homeOfUser(folder: string, made: boolean, owner: number, log: (line: string) => void): Promise<Home> {
  const people = passwd();
  const entry = owner === 0 ? undefined : people.find(({ uid }) => uid === owner);
  const gid = owner === 0 ? 0 : (entry?.gid ?? statSync(join(folder, 'cluster')).gid);
  const candidates = owner === 0 ? people.filter(({ uid }) => ownersOf(folder).includes(uid)) : [{ uid: owner, gid }];
  if (statSync(folder).uid === 0) chmodSync(folder, 0o711);
  for (const { uid, gid: group } of candidates) {
    const account: Account = { kind: 'user', uid, gid: group };
    if (await may(account, folder, 'x')) return settle(account, folder, made);
  }
  if (owner !== 0)
    throw new StartProblem(
      `The database in ${folder} belongs to user ${entry?.name ?? owner}, who cannot enter that folder: let that user ` +
        'in with chmod, or move the folder to a place where it can.',
    );
  const account = await systemUser(people, log);
  if (await may(account, folder, 'x')) return settle(account, folder, made);
  // The way to the folder is closed to everybody but root, so the files go where it is not, and a link stays behind.
  const place = `/var/lib/yichuang/${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  mkdirSync(place, { recursive: true, mode: 0o711 });
  const cluster = join(folder, 'cluster');
  if (!existsSync(cluster)) {
    mkdirSync(join(place, 'cluster'), { recursive: true, mode: 0o700 });
    symlinkSync(join(place, 'cluster'), cluster);
  } else if (realpathSync(cluster) !== join(place, 'cluster')) {
    const { cp, rm } = await import('node:fs/promises');
    await cp(cluster, join(place, 'cluster'), { recursive: true, preserveTimestamps: true });
    renameSync(cluster, `${cluster}.moved`);
    symlinkSync(join(place, 'cluster'), cluster);
    await rm(`${cluster}.moved`, { recursive: true, force: true });
  }
  log(`Only root can enter ${folder}, so the database lies in ${place}.`);
  return settle(account, place, made);
}

function settle(account: Account, place: string, made: boolean): Home {
  const cluster = join(place, 'cluster');
  if (made && statSync(cluster).uid !== (account as { uid: number }).uid)
    giveAll(account as { uid: number; gid: number }, cluster);
  return { account, place };
}

function giveAll(account: { uid: number; gid: number }, path: string): void {
  lchownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) giveAll(account, inside);
    else lchownSync(inside, account.uid, account.gid);
  }
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

interface Person {
  name: string;
  uid: number;
  gid: number;
}

function passwd(): Person[] {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name && uid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
    });
  } catch {
    return [];
  }
}

// Inside the namespace our files belong to this number. It must be one with a name, again for initdb's sake.
function namespaceAccount(): Account {
  const people = passwd().filter(({ uid }) => uid !== 0);
  const { uid } = people.find((person) => person.uid === 1000) ?? people[0] ?? { uid: 1000 };
  return { kind: 'namespace', uid, gid: uid };
}

function ownersOf(folder: string): number[] {
  const owners: number[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const { uid } = statSync(at);
    if (uid !== 0 && !owners.includes(uid)) owners.push(uid);
    if (at === dirname(at)) return owners;
  }
}

async function systemUser(people: Person[], log: (line: string) => void): Promise<Account> {
  let user = people.find(({ name }) => name === 'yichuang');
  if (!user) {
    const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
    try {
      await promisify(execFile)('useradd', [...args, '--shell', '/usr/sbin/nologin', 'yichuang']);
      log('Made the system user yichuang: PostgreSQL does not run as root, and user namespaces are forbidden here.');
    } catch (cause) {
      user = passwd().find(({ name }) => name === 'postgres');
      if (!user)
        throw new StartProblem(
          'PostgreSQL does not run as root, user namespaces are forbidden here and no user could be made: run Yichuang as ' +
            'an ordinary user, or set DATABASE_URL.',
          cause,
        );
    }
    user ??= passwd().find(({ name }) => name === 'yichuang');
  }
  return { kind: 'user', uid: user!.uid, gid: user!.gid };
}

async function may(account: Account, path: string, right: 'w' | 'x' = 'w'): Promise<boolean> {
  const script = right === 'w' ? 'test -w "$0" && test -x "$0"' : 'test -x "$0"';
  const { file, args, options } = commandFor(account, '/bin/sh', ['-c', script, path]);
  try {
    await promisify(execFile)(file, args, { ...options, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
