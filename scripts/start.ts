/**
 * `npm start` after the packages are there: builds the browser part when its sources changed, then becomes the server. One
 * process, so that Ctrl-C reaches it once and it drains in its own time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist/web');
const stampFile = path.join(dist, '.stamp');

/** What the built pages are made of: everything in `web`, and the contracts and pure rules that they import from the server. */
async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['web', 'server']) {
    const files = (await readdir(path.join(root, folder), { recursive: true })).filter(
      (file) => /\.(ts|tsx|css|html|svg|json)$/.test(file) && !file.endsWith('.test.ts'),
    );
    for (const file of files.toSorted()) hash.update(file).update(readFileSync(path.join(root, folder, file)));
  }
  for (const file of ['package-lock.json', 'vite.config.ts']) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

const stamp = await stampOfSources();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  process.stdout.write('Building the browser part …\n');
  // In a process of its own: its memory is given back, and the server starts as lean as on its second start.
  const built = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (built.status !== 0) {
    console.error('The browser part could not be built: see above.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}
if (process.argv.includes('--build-only')) process.exit(0);
await import('../server/main.ts');
