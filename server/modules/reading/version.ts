/** Of networks and templates together: what was read by the same ones need not be read again. */
import { templateVersion } from './templates/all.ts';

/** Changes whenever networks or what is done around them would read otherwise. */
const readerVersion = 'pp-ocrv4-5';

export const readingVersion = `${readerVersion}/${templateVersion}`;
