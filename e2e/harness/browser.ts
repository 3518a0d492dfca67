/**
 * A browser for journeys on a machine that has nothing but Node: no apt packages, no display, root's CI container.
 * The Chromium is the one inside an npm package, so its version is pinned by package-lock.json like everything else.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);
const inflate = promisify(brotliDecompress);

/** Where the harness keeps what can be made again: the unpacked browser, its font cache, screenshots. Ignored by git. */
export const cacheFolder = resolve(import.meta.dirname, '../../.cache');

/**
 * What Playwright's own switches lack. The ones the Chromium package recommends are for one-page functions in a cloud:
 * they put everything into one process and turn off web security, which would hide exactly what journeys are to find.
 */
const switches = [
  '--no-sandbox', // user namespaces are often forbidden in containers, and root may not use the setuid sandbox
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none', // the same glyph widths, thus the same line breaks, on every machine
  '--use-fake-ui-for-media-stream', // grants camera and microphone
  '--use-fake-device-for-media-stream',
  '--disable-gpu', // pages are painted without a graphics card made of software, which cost a fifth of all journeys' time
  '--js-flags=--no-opt --no-maglev', // nothing on a page runs long enough to win back what optimising it costs
  '--enable-unsafe-swiftshader', // WebGL has one all the same
];

let running: Promise<Browser> | undefined;

/**
 * The browser of this test worker, started by the first call and shared by the later ones (contexts keep journeys
 * apart). It ends with the worker: to start one for each file took two seconds of it. `YICHUANG_CHROMIUM` names another executable, for
 * machines other than Linux x64 or to look at a journey in another version.
 */
export function launchBrowser(): Promise<Browser> {
  running ??= start().then(
    (browser) => {
      browser.on('disconnected', () => (running = undefined));
      return browser;
    },
    (failure: unknown) => {
      running = undefined;
      throw failure;
    },
  );
  return running;
}

/** A browser of its own beside the shared one: another device. Whoever starts it closes it. */
export const launchAnother = (): Promise<Browser> => start();

async function start(): Promise<Browser> {
  const own = process.env.YICHUANG_CHROMIUM;
  const folder = own ? undefined : await unpackChromium();
  const libraries = [folder && join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return chromium.launch({
    executablePath: own || join(folder!, 'chromium'),
    args: switches,
    env: {
      ...process.env,
      FONTCONFIG_FILE: await writeFontSettings(),
      // Also where the machine has an NSS of its own: one way for all, so that the bare machine is always the tested one.
      ...(libraries && { LD_LIBRARY_PATH: libraries }),
    },
  });
}

/** Unpacks executable, software renderer and the libraries a bare machine lacks (NSS, NSPR, expat), once per version. */
async function unpackChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `The packaged Chromium is for Linux x64, this is ${process.platform} ${process.arch}: ` +
        'set YICHUANG_CHROMIUM to the path of a Chromium or Chrome.',
    );
  const home = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const packed = (name: string): string => join(home, 'bin', name);
  // Not the package's own executablePath(): that one takes whatever lies at $TMPDIR/chromium, of any version, even half written.
  return fillOnce(join(cacheFolder, `chromium-${version}`), async (folder) => {
    await Promise.all([
      pipeline(
        createReadStream(packed('chromium.br'), { highWaterMark: 2 ** 22 }),
        createBrotliDecompress({ chunkSize: 2 ** 21 }),
        createWriteStream(join(folder, 'chromium'), { mode: 0o755 }),
      ),
      readFile(packed('swiftshader.tar.br')).then(async (bytes) => untar(await inflate(bytes), folder)),
      readFile(packed('al2023.tar.br')).then(async (bytes) => untar(await inflate(bytes), folder)),
    ]);
  });
}

/**
 * The folder, filled by `fill` unless it is there. It appears whole or not at all: filled under another name and
 * renamed. Of two processes that fill at the same time the first wins and both use its folder.
 */
export async function fillOnce(folder: string, fill: (draft: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  try {
    await mkdir(draft, { recursive: true });
    await fill(draft);
    await rename(draft, folder);
  } catch (failure) {
    await rm(draft, { recursive: true, force: true });
    // A folder that is not empty can't be renamed over: somebody else was quicker.
    if (!['ENOTEMPTY', 'EEXIST'].includes((failure as NodeJS.ErrnoException).code ?? '')) throw failure;
  }
  return folder;
}

/** Files and folders of a tar archive; any other kind of entry is an error, not a file that is missing later. */
async function untar(archive: Buffer, folder: string): Promise<void> {
  const text = (from: number, to: number): string => archive.toString('utf8', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const name = text(at, at + 100);
    const mode = parseInt(text(at + 100, at + 108), 8);
    const size = parseInt(text(at + 124, at + 136), 8);
    const kind = text(at + 156, at + 157) || '0';
    if (!'05'.includes(kind)) throw new Error(`${name} in the archive is of kind "${kind}", which is not known here.`);
    const path = join(folder, name);
    await mkdir(kind === '5' ? path : dirname(path), { recursive: true });
    if (kind === '0') await writeFile(path, archive.subarray(at + 512, at + 512 + size), { mode });
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/**
 * Fonts for pages without a webfont, and until it is loaded. Only the packaged Chinese font, whatever the machine has:
 * a journey measures the same everywhere. Written at each start, because the paths in it are those of this checkout.
 */
async function writeFontSettings(): Promise<string> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui', 'cursive', 'fantasy'];
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => `  <dir>${join(fonts, weight)}</dir>`).join('\n')}
  <cachedir>${join(cacheFolder, 'fonts')}</cachedir>
${generic.map((name) => `  <alias><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`).join('\n')}
</fontconfig>
`;
  const file = join(cacheFolder, 'fonts', 'fonts.conf');
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, settings);
  await rename(draft, file);
  return file;
}
