/** `yichuang read`: what anybody's picture says. Needs no database. */
import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { Option } from 'commander';
import { Problem } from '#platform/problems';
import { readKindNames, readKinds, type ReadKind } from './kinds.ts';
import { readingLimits } from './limits.ts';
import { closeReading, readPicture } from './read-picture.ts';
import type { PictureReading } from './reading.ts';

const marks = { sure: ' ', unsure: '?', missing: '–' } as const;

/** A line for each field, for people. */
export function sayReading(reading: PictureReading): string {
  const { zh, en } = readKinds[reading.kind];
  const other = reading.seemsToBe ? `, but it looks like ${readKinds[reading.seemsToBe].zh}` : '';
  const turned = reading.orientation === 0 ? '' : `, turned by ${reading.orientation}°`;
  const lines = reading.fields
    .filter(({ state, optional }) => state !== 'missing' || !optional)
    .map(({ label, value, normalised, state, confidence, alternatives }) => {
      const meaning = normalised && normalised !== value ? `  = ${normalised}` : '';
      const other = alternatives.length > 0 ? `  or ${alternatives.join(' or ')}` : '';
      return `${marks[state]} ${label}: ${value ?? 'not found'}${state === 'missing' ? '' : `${meaning}  ${confidence.toFixed(2)}${other}`}`;
    });
  return [
    `${zh} (${en}), ${reading.kindConfidence.toFixed(2)}${turned}${other}`,
    ...lines,
    '? and –: have a person look at it',
  ].join('\n');
}

async function load(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > readingLimits.bytes) throw new Error('it is larger than 20 MB');
  return readFile(file);
}

export function commands(program: Command): void {
  program
    .command('read')
    .argument('<picture>', 'a photo (JPEG, PNG, WebP, TIFF, HEIC) or a PDF of a certificate')
    .description(
      'what a photographed or scanned document says: its kind and fields, each with its place and how sure it is',
    )
    .addOption(
      new Option('--kind <kind>', 'what it should be; without it that is told from the picture').choices([
        ...readKindNames,
      ]),
    )
    .option('--json', 'one line of JSON')
    .action(async (picture: string, options: { kind?: ReadKind; json?: boolean }) => {
      try {
        const bytes = await load(picture).catch((error: NodeJS.ErrnoException) => {
          const why =
            error.code === 'ENOENT'
              ? 'there is no such file'
              : error.code === 'EISDIR'
                ? 'it is a folder'
                : error.message;
          throw new Problem('reading.noFile', 422, `${picture} cannot be opened: ${why}.`);
        });
        const reading = await readPicture(bytes, options.kind ? { kind: options.kind } : {});
        console.log(options.json ? JSON.stringify(reading) : sayReading(reading));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (options.json) console.log(JSON.stringify({ error: error.code, message: error.message }));
        console.error(error.message);
        process.exitCode = 1;
      } finally {
        await closeReading();
      }
    });
}
