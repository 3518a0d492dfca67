/**
 * `npm start` after the packages are there: builds what has changed, then becomes the server. One process, so that Ctrl-C reaches it once and it
 * drains in its own time.
 */
import { buildPages, buildServer, programOf } from './build.ts';

const BUILD_ONLY = '--build-only';
const unknown = process.argv.slice(2).filter((word) => word !== BUILD_ONLY);
if (unknown.length > 0) {
  // Whoever asks for another port or folder must not get the usual one without a word.
  process.stderr.write(
    `There is no argument ${unknown[0]}: settings are given as variables, such as PORT=8090 npm start (README.md lists them).\n`,
  );
  process.exit(1);
}
await buildPages();
if (process.argv.includes(BUILD_ONLY)) {
  await buildServer();
  process.exit(0);
}
process.setSourceMapsEnabled(true);
await import(await programOf('main'));
