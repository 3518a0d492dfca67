/** One build for all surfaces. `npx vite` serves them for development, with the interface from a server on port 8080. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { surfaces } from './web/surfaces/surfaces.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, 'dist/web');

/** In development, every address below a surface is answered with the page of that surface, as the server does. */
const surfacePages: Plugin = {
  name: 'surface-pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const address = request.url ?? '/';
      const asksForPage = request.headers.accept?.includes('text/html') && !path.extname(address.split('?')[0]!);
      if (asksForPage && !address.startsWith('/api')) {
        const below = (at: string) =>
          at !== '/' && (/^[/?]?$/.test(address.slice(at.length, at.length + 1)) ? address.startsWith(at) : false);
        const surface = surfaces.find(({ at }) => below(at)) ?? surfaces[0];
        request.url = `/${surface.name}/index.html`;
      }
      next();
    });
  },
};

/**
 * The words that the keys of a kiosk know, made from packages while the pages are built (`docs/decisions/0038-keys-on-the-screen.md`). A file of
 * its own, fetched when somebody types Chinese: a script that failed to come is never asked for again, and no other surface pays for it.
 */
const pinyinWords = (): Plugin => {
  const name = 'virtual:pinyin-words';
  const inDevelopment = '/pinyin-words.json';
  const make = async (): Promise<string> =>
    JSON.stringify((await import('./web/ui/kiosk/typing/word-list.ts')).wordList());
  let made: Promise<string> | undefined;
  let isServed = false;
  return {
    name: 'pinyin-words',
    configureServer(server) {
      isServed = true;
      server.middlewares.use(inDevelopment, (_request, response) => {
        void (made ??= make()).then((words) => response.setHeader('content-type', 'application/json').end(words));
      });
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      if (isServed) return `export default ${JSON.stringify(inDevelopment)}`;
      const file = this.emitFile({ type: 'asset', name: 'pinyin-words.json', source: await make() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
  };
};

/** Compresses text once at build time, so that the server only sends files. Fonts are compressed in themselves. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async closeBundle() {
    const squeeze = promisify(brotliCompress);
    const names = await readdir(path.join(dist, 'assets')).catch(() => []);
    await Promise.all(
      names
        .filter((name) => /\.(js|css|svg|json)$/.test(name))
        .map(async (name) => {
          const file = path.join(dist, 'assets', name);
          const plain = await readFile(file);
          if (plain.length < 1024) return;
          await writeFile(`${file}.br`, await squeeze(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
        }),
    );
  },
};

export default defineConfig({
  root: path.join(here, 'web/surfaces'),
  publicDir: path.join(here, 'web/public'),
  cacheDir: path.join(here, 'node_modules/.vite'),
  // The server replaces this word by a new number for each answer; see `server/platform/pages.ts`.
  html: { cspNonce: 'NONCE-OF-THIS-ANSWER' },
  plugins: [react(), surfacePages, pinyinWords(), compressed],
  server: {
    // The server compares the page's origin with the host that was asked: it has to hear of ours.
    proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
    fs: { allow: [here] },
  },
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(surfaces.map(({ name }) => [name, path.join(here, `web/surfaces/${name}/index.html`)])),
      output: {
        codeSplitting: {
          groups: [
            // What every page of every surface needs changes seldom: it keeps its name in the browser's cache.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 3 },
            { name: 'typebox', test: /node_modules[\\/]typebox[\\/]/, priority: 3 },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
            // A page came in 30 pieces on average, and the page of a case in 90: a browser has six lines to a server, so each piece costs a
            // part of a round trip. What a fifth of the pages share, and icons of some hundred bytes, come in one piece each: half as many.
            { name: 'icons', test: /[\\/]@ant-design[\\/]icons(-svg)?[\\/]/, minShareCount: 2, priority: 2 },
            { name: 'common', test: /./, minShareCount: 25, priority: 1 },
          ],
        },
      },
    },
  },
});
