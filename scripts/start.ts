/**
 * `npm start` after the packages are there: builds what has changed, then becomes the server. One process, so that Ctrl-C reaches it once and it
 * drains in its own time.
 */
import { buildPages, buildServer, programOf } from './build.ts';

await buildPages();
if (process.argv.includes('--build-only')) {
  await buildServer();
  process.exit(0);
}
process.setSourceMapsEnabled(true);
await import(await programOf('main'));
