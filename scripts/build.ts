/**
 * What runs is built from the sources when they have changed: the pages of the browser, and the server as a few files instead of two thousand
 * modules, which starts in a third of the time (`docs/decisions/0037-server-in-a-few-files.md`).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isTest = /(\.test|-testing)\.tsx?$/;

const numbers = new Map<string, Promise<string>>();
async function readNumber(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(path.join(root, folder), { recursive: true })).filter(
    (name) => /\.(ts|tsx|css|html|svg|json)$/.test(name) && !isTest.test(name),
  );
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(path.join(root, folder, name)));
  return hash.digest('hex');
}
/** A number for all sources of a folder. Pages and server are made of the same ones: they are read once. */
function numberOf(folder: string): Promise<string> {
  const found = numbers.get(folder) ?? readNumber(folder);
  numbers.set(folder, found);
  return found;
}

/** A number for everything of these folders and files that is built. */
async function stampOf(folders: string[], files: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) hash.update(await numberOf(folder));
  for (const file of [...files, 'package-lock.json', 'scripts/build.ts'])
    hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

const isBuilt = (stampFile: string, stamp: string): boolean =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

/** The pages: everything in `web`, and the contracts and pure rules that they import from the server. Ends the process when that fails. */
export async function buildPages(): Promise<void> {
  const stamp = await stampOf(['web', 'server'], ['vite.config.ts']);
  const stampFile = path.join(root, 'dist/web/.stamp');
  if (isBuilt(stampFile, stamp)) return;
  process.stdout.write('Building the browser part …\n');
  // In a process of its own: its memory is given back, and the server starts as lean as on its second start.
  const built = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (built.status !== 0) {
    console.error('The browser part could not be built: see above.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

const serverFolder = path.join(root, 'dist/server');
/** Packages of hundreds of small modules, which take longer to find than to read. All others stay where npm has put them. */
const smallModules = /^(typebox|kysely)(\/|$)/;

/** The entry points of the server: the server itself and the operators' command line. */
export type Program = 'main' | 'yichuang';

/** The address to import a program from, built when its sources have changed. Where nothing can be written the sources themselves run. */
export async function programOf(name: Program): Promise<string> {
  try {
    await buildServer();
    return pathToFileURL(path.join(serverFolder, `${name}.js`)).href;
  } catch (error) {
    if (!['EACCES', 'EROFS', 'ENOSPC', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return pathToFileURL(path.join(root, 'server', `${name}.ts`)).href;
  }
}

export async function buildServer(): Promise<void> {
  const stamp = await stampOf(['server', 'web/surfaces'], []);
  const stampFile = path.join(serverFolder, '.stamp');
  if (isBuilt(stampFile, stamp)) return;
  await mkdir(serverFolder, { recursive: true });
  const draft = await mkdtemp(path.join(root, 'dist/server-'));
  try {
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({
      cwd: root,
      platform: 'node',
      input: { main: 'server/main.ts', yichuang: 'server/yichuang.ts' } satisfies Record<Program, string>,
      external: (id) => !/^[./#]/.test(id) && !smallModules.test(id),
      plugins: [{ name: 'where-it-was', transform: whereItWas }],
    });
    await bundle.write({ dir: draft, format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' });
    await bundle.close();
    await replaceBy(draft);
    writeFileSync(stampFile, stamp);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Files beside a module are found by its address: it keeps the one it had. On one line, so that the lines of the source map stay true. */
function whereItWas(code: string, id: string): { code: string; map: null } | null {
  if (id.includes('node_modules') || !code.includes('import.meta.url')) return null;
  const fromBuilt = path.relative(serverFolder, id).replaceAll(path.sep, '/');
  const place = `new URL(${JSON.stringify(fromBuilt)}, import.meta.url).href`;
  return { code: code.replaceAll('import.meta.url', place), map: null };
}

/**
 * Puts what was built in place, the programs last: whoever starts meanwhile finds a whole one. What a server that runs may still ask for
 * stays for a week.
 */
async function replaceBy(draft: string): Promise<void> {
  const built = await readdir(draft);
  const isProgram = (name: string): boolean => !name.includes('-');
  for (const name of built.toSorted((one, other) => Number(isProgram(one)) - Number(isProgram(other))))
    await rename(path.join(draft, name), path.join(serverFolder, name));
  for (const name of await readdir(serverFolder)) {
    const file = path.join(serverFolder, name);
    const { mtimeMs } = await stat(file);
    if (!built.includes(name) && Date.now() - mtimeMs > 7 * 86_400_000) await rm(file, { force: true });
  }
}
