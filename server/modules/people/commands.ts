/** `yichuang admin`: how a real installation gets its first administrator, and lets one in who is locked out. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { guardKey } from './guard/guard.ts';
import { clearGuard, noteSignIn } from './guard/store.ts';
import { forgetActors } from './sign-in/actor.ts';
import { hashPassword } from './sign-in/hash.ts';
import { passwordFault, shortest, type PasswordFault } from './sign-in/passwords.ts';
import { endSessionsOf, findForSignIn, setPassword, setTotpSecret } from './sign-in/store.ts';
import { createAccount, givePost } from './staff/create.ts';

const faults: Record<PasswordFault, string> = {
  short: `it needs at least ${shortest} characters`,
  kinds: 'it needs three of: small letters, capitals, digits, others; or 16 characters',
  loginName: 'the name is in it',
  common: 'it is one of those that are tried first',
  repeated: 'it repeats the same few letters',
};

/** Asks on the terminal; what is typed is not shown when it is secret. */
async function ask(question: string, secret: boolean): Promise<string> {
  process.stderr.write(question);
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({
    input: process.stdin,
    output: secret ? mute : process.stderr,
    terminal: process.stdin.isTTY,
  });
  try {
    return (await line.question('')).trim();
  } finally {
    line.close();
    if (secret) process.stderr.write('\n');
  }
}

async function newPassword(loginName: string, fromStdin: boolean, command: Command): Promise<string> {
  if (!fromStdin && !process.stdin.isTTY)
    command.error('There is no terminal to ask for the password: give it with --password-stdin.', { exitCode: 2 });
  const password = fromStdin
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : await ask('Password (is not shown): ', true);
  const fault = passwordFault(password, [loginName]);
  if (fault) command.error(`This password will not do: ${faults[fault]}.`, { exitCode: 2 });
  if (!fromStdin && (await ask('Once more: ', true)) !== password)
    command.error('The two passwords differ: nothing was stored.', { exitCode: 2 });
  return password;
}

/** Makes an account with the post of an administrator; throws `people.loginNameTaken`. */
export async function createAdministrator(
  ground: Ground,
  fresh: { loginName: string; name: string; password: string },
): Promise<string> {
  const passwordHash = await hashPassword(fresh.password);
  const at = ground.clock.now();
  return ground.db.transaction(async (tx) => {
    const id = createAccount(tx, at, { ...fresh, passwordHash, staff: true });
    givePost(tx, at, id, { role: 'admin' });
    noteSignIn(tx, { at, act: 'register', accountId: id, note: 'administrator, by the command line' });
    return id;
  });
}

/** A new password for an account, without lock and second factor; undefined when there is no such account. */
export async function letIn(ground: Ground, loginName: string, password: string): Promise<string | undefined> {
  const account = await findForSignIn(ground.db, loginName);
  if (!account) return undefined;
  const hash = await hashPassword(password);
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    setPassword(tx, account.id, hash, false);
    setTotpSecret(tx, account.id, null);
    endSessionsOf(tx, account.id, at);
    clearGuard(tx, guardKey('password', account.id));
    clearGuard(tx, guardKey('secondFactor', account.id));
    noteSignIn(tx, { at, act: 'reset', accountId: account.id, note: 'by the command line' });
    forgetActors(tx, account.id);
  });
  return account.id;
}

interface Options {
  name?: string;
  displayName?: string;
  passwordStdin?: boolean;
  json?: boolean;
}

const loginNameShape = /^[A-Za-z][A-Za-z0-9._-]{2,39}$/;

async function nameFrom(options: Options, command: Command): Promise<string> {
  const name = options.name ?? (process.stdin.isTTY ? await ask('Login name: ', false) : '');
  if (!loginNameShape.test(name))
    command.error('Give a login name with --name: 3 to 40 letters, digits, dots or hyphens, a letter first.', {
      exitCode: 2,
    });
  return name;
}

function answer(options: Options, facts: object, lines: readonly string[]): void {
  console.log(options.json ? JSON.stringify(facts) : lines.join('\n'));
}

export function commands(program: Command, open: () => Promise<Ground>): void {
  const admin = program.command('admin').description('administrators of this installation');

  admin
    .command('create')
    .description('make an administrator; a real installation begins with this')
    .option('--name <name>', 'login name')
    .option('--display-name <name>', 'how the name is shown; the login name if left out')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'answer with one line of JSON')
    .action(async (options: Options, command: Command) => {
      const loginName = await nameFrom(options, command);
      const password = await newPassword(loginName, options.passwordStdin ?? false, command);
      const ground = await open();
      try {
        const name = options.displayName?.trim() || loginName;
        const accountId = await createAdministrator(ground, { loginName, name, password });
        answer(options, { accountId, loginName: loginName.toLowerCase() }, [
          `${loginName} is an administrator now.`,
          `Next: open ${ground.publicUrl}/workbench, sign in, and set up the second factor with an authenticator app.`,
          'Then add departments, outlets and staff, or import the catalogue: yichuang catalogue import --help.',
        ]);
      } catch (error) {
        if (error instanceof Problem && error.code === 'people.loginNameTaken')
          throw new Problem(
            error.code,
            409,
            `${loginName} exists already: choose another name, or use "yichuang admin reset".`,
          );
        throw error;
      }
    });

  admin
    .command('reset')
    .description('give an account a new password and take its second factor and lock away')
    .option('--name <name>', 'login name')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'answer with one line of JSON')
    .action(async (options: Options, command: Command) => {
      const loginName = await nameFrom(options, command);
      const password = await newPassword(loginName, options.passwordStdin ?? false, command);
      const accountId = await letIn(await open(), loginName, password);
      if (accountId === undefined) throw new Problem('general.notFound', 404, `There is no account ${loginName}.`);
      answer(options, { accountId, loginName }, [
        `${loginName} can sign in with the new password; all sessions have ended.`,
      ]);
    });
}
