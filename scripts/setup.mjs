/**
 * Installs the packages when they are missing or not those of package-lock.json. It runs before anything is installed,
 * with whatever Node the machine has (20 or newer), so it uses nothing but Node itself. Everything it says goes to stderr:
 * the output of a command that runs after it stays clean.
 *
 *   --quiet      says nothing unless it has to install
 *   --for-tests  also makes ready what the tests need (which is nothing more, for now)
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
// There while an installation is under way, and after one that was interrupted.
const unfinishedMark = join(modules, '.yichuang-unfinished');
const quiet = process.argv.includes('--quiet');
const started = Date.now();

const say = (line) => process.stderr.write(`${line}\n`);
function giveUp(sentence) {
  say(`\n${sentence}`);
  process.exit(1);
}
const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const lockText = textOf(join(root, 'package-lock.json'));
if (lockText === '') giveUp(`package-lock.json is missing in ${root}: unpack or check out Yichuang again.`);

const fits = (list, value) => !list || (list.includes(value) && !list.includes(`!${value}`));

/**
 * Whether what is installed is what the lock asks for. All of it is compared each time, which takes some milliseconds: a note
 * of an earlier answer would go on saying yes in a folder whose packages were copied, linked or changed since.
 */
function isInstalled() {
  if (existsSync(unfinishedMark)) return false;
  let wanted, present;
  try {
    wanted = JSON.parse(lockText).packages;
    present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  for (const [path, { version, optional, os, cpu, libc }] of Object.entries(wanted)) {
    if (path === '' || (present[path]?.version === version && existsSync(join(root, path)))) continue;
    const meantForUs = fits(os, process.platform) && fits(cpu, process.arch) && (os || cpu) && !libc;
    if (!optional || meantForUs || present[path]) return false;
  }
  return true;
}

/** Keeps a second setup of this folder waiting. The name is the kernel's and goes away with this process. */
async function lock() {
  if (process.platform !== 'linux') return;
  const path = `\0yichuang-setup-${createHash('sha256').update(root).digest('hex').slice(0, 32)}`;
  for (let tries = 0; ; tries++) {
    const server = createServer((socket) => socket.destroy());
    const code = await new Promise((resolve) => {
      server.once('error', (error) => resolve(error.code));
      server.listen({ path }, () => resolve(undefined));
    });
    server.unref();
    if (code !== 'EADDRINUSE') return;
    if (tries === 1) say('Another setup is installing packages in this folder; waiting for it.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** npm and a node to run it with, neither of them in node_modules: `npm ci` begins by removing that. */
function findNpm() {
  const outside = (file) => file && existsSync(file) && !realpathSync(file).startsWith(modules + sep);
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(join('node_modules', '.bin')));
  const inPath = (name) => folders.map((folder) => join(folder, name)).find(outside);
  const node = [process.env.npm_node_execpath, inPath('node'), process.execPath].find(outside) ?? process.execPath;
  const npm = [process.env.npm_execpath, inPath('npm')].find((file) => outside(file) && /npm(-cli\.c?js)?$/.test(file));
  if (!npm) giveUp('npm is not on this machine: install Node.js 20 or newer together with npm, then run this again.');
  const path = [dirname(node), ...folders].join(delimiter);
  // What is called npm is a link to npm-cli.js, or a shell script of some version manager.
  const isScript = /\.c?js$/.test(realpathSync(npm));
  return isScript ? { file: node, first: [realpathSync(npm)], path } : { file: npm, first: [], path };
}

const remedies = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    () =>
      'npm could not reach the package registry: check the network or the proxy, or choose a nearer registry with ' +
      '`npm config set registry https://registry.npmmirror.com`, then run this again.',
  ],
  [
    /CERT|self.signed/i,
    () => 'npm does not trust the registry’s certificate: tell npm your proxy’s with `npm config set cafile FILE`.',
  ],
  [/ENOSPC|EDQUOT/, () => `The disk that holds ${root} is full: free at least 2 GB there, then run this again.`],
  [/EROFS/, () => `${root} is on a read-only file system: run \`npm ci\` where it can be written.`],
  [
    /EACCES|EPERM/,
    () =>
      `This user may not write ${modules}: run this as the user that ${root} belongs to, or give it to this user with chown -R.`,
  ],
  [
    /EUSAGE|in sync/,
    () => 'package.json and package-lock.json do not fit together: run `npm install` once, or check out both again.',
  ],
  [
    /EINTEGRITY/,
    () =>
      'A package is not the one that was published: run `npm cache clean --force`, check the registry, then run this again.',
  ],
  [
    /E401|E403|E404/,
    () =>
      'The package registry refuses a package: check `npm config get registry` and its sign-in, then run this again.',
  ],
  [
    /ENOMEM|heap out of memory|Killed/,
    () => 'There is not enough memory to install: free at least 1 GB, then run this again.',
  ],
];

async function install() {
  say(`Installing packages (${existsSync(modules) ? 'they have changed' : 'once, about a minute'}) ...`);
  const npm = findNpm();
  let { code, complaints } = await run(npm, ['ci']);
  // npm calls a lock incomplete in which a package of another platform is missing, which happens when the registry that it
  // was written with did not have that one. Installing by the same lock works, and is compared with it afterwards.
  if (code !== 0 && complaints.some((line) => /code EUSAGE/.test(line))) {
    prepareInstall();
    const again = await run(npm, ['install', '--no-save']);
    if (again.code === 0) rmSync(unfinishedMark, { force: true });
    if (again.code !== 0) ({ code, complaints } = again);
    else if (isInstalled()) code = 0;
  }
  if (code === 0) return;
  for (const line of complaints.slice(0, 12)) say(line);
  const text = complaints.join('\n');
  const codes = complaints.filter((line) => /error (code|errno|syscall) /.test(line)).join('\n');
  const remedy = remedies.find(([pattern]) => pattern.test(codes)) ?? remedies.find(([pattern]) => pattern.test(text));
  giveUp(remedy ? remedy[1]() : `npm ci failed (${code}): run \`npm ci\` in ${root} and read what it says.`);
}

/** `npm install` keeps what it finds, and takes a package that was half unpacked when it was interrupted for a whole one. */
function prepareInstall() {
  try {
    if (existsSync(unfinishedMark) || !existsSync(join(modules, '.package-lock.json')))
      rmSync(modules, { recursive: true, force: true });
    mkdirSync(modules, { recursive: true });
    writeFileSync(unfinishedMark, '');
  } catch {
    // npm meets the same obstacle and names it.
  }
}

/** Runs npm, shows how far it is, and keeps what it complained about. */
async function run({ file, first, path }, command) {
  const total = Object.keys(JSON.parse(lockText).packages).length - 1;
  const include = ['--include=dev', '--include=optional'];
  const args = [
    ...first,
    ...command,
    ...include,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=http',
    '--no-progress',
  ];
  const env = { ...process.env, PATH: path };
  // What was said to `npm start` is not meant for this npm: `--dry-run`, `--prefix` or `--global` would ruin it.
  for (const name of ['dry_run', 'prefix', 'local_prefix', 'global', 'package_lock_only', 'omit', 'only', 'production'])
    delete env[`npm_config_${name}`];
  const npm = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let fetched = 0;
  let rest = '';
  const complaints = [];
  npm.stderr.setEncoding('utf8').on('data', (data) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (/^npm http .*\.tgz/.test(line)) fetched++;
      else if (/^npm (err|error)/i.test(line)) complaints.push(line.replace(/^npm ERR!/, 'npm error'));
    }
  });
  const isTerminal = process.stderr.isTTY === true;
  const progress = setInterval(
    () => {
      const seconds = Math.round((Date.now() - started) / 1000);
      // Packages for other platforms are counted in the lock but never fetched, hence no percentage.
      const line = `  ${fetched} packages fetched (${total} in the list), ${seconds} s`;
      if (isTerminal) process.stderr.write(`\r${line}   `);
      else say(line);
    },
    isTerminal ? 300 : 5000,
  );
  // We wait for npm to end, so that nobody starts in between.
  let interrupted = false;
  const stop = (signal) => {
    interrupted = true;
    npm.kill(signal);
    // npm would first finish what it is unpacking, and then throw it away.
    setTimeout(() => npm.kill('SIGKILL'), 1000).unref();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await new Promise((resolve) => {
    npm.once('error', (error) => {
      complaints.push(`npm error code ${error.code} ${error.message}`);
      resolve(1);
    });
    npm.once('close', (status) => resolve(status ?? 1));
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  clearInterval(progress);
  if (isTerminal) process.stderr.write('\r\x1b[K');
  if (interrupted) process.exit(130);
  return { code, complaints };
}

/** The packages bring a Node of their own, which all else runs on. */
function checkNode() {
  const node = join(modules, '.bin', 'node');
  const runs = existsSync(node) && spawnSync(node, ['--version']).status === 0;
  if (runs || Number(process.versions.node.split('.')[0]) >= 24) return;
  giveUp(
    existsSync(node)
      ? 'The Node.js 24 that was installed does not run on this machine (it needs glibc 2.28 or newer): install Node.js 24 yourself.'
      : `There is no Node.js 24 for ${process.platform}-${process.arch} among the packages: install Node.js 24 yourself, then run this again.`,
  );
}

if (Number(process.versions.node.split('.')[0]) < 20)
  giveUp(`Node.js ${process.versions.node} is too old: install Node.js 20 or newer, then run this again.`);
if (!isInstalled()) {
  await lock();
  // Another setup may have done the work meanwhile.
  if (!isInstalled()) {
    await install();
    checkNode();
    say(`Packages are installed (${Math.round((Date.now() - started) / 1000)} s).`);
  }
} else if (!quiet) {
  say('Packages are up to date.');
}
