/** `npm run yichuang -- <command>` after the packages are there: builds the server when it has changed, then becomes the command. */
import { programOf } from './build.ts';

process.setSourceMapsEnabled(true);
await import(await programOf('yichuang'));
