/** `yichuang bulletin`: makes a bulletin, or makes one again, as a file. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { listDepartments } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import { makeBulletin, openEdition } from './make-bulletin.ts';
import { findLastEdition } from './store.ts';

const month = (text: string): string => {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('it must be a month such as 2026-05.');
  return text;
};
const file = (text: string): string => {
  if (!/\.(pdf|docx)$/.test(text)) throw new InvalidArgumentError('it must end with .pdf or .docx.');
  return text;
};

interface Options {
  month: string;
  out: string;
  department?: string;
  language: 'zh-CN' | 'en';
  anew?: boolean;
}

export function commands(program: Command, open: () => Promise<Ground>): void {
  program
    .command('bulletin')
    .description('the monthly bulletin as PDF or Word: its last edition, or the first one if there is none')
    .requiredOption('--month <month>', 'of which month, such as 2026-05', month)
    .requiredOption('--out <file>', 'where to write it; ends with .pdf or .docx', file)
    .option('--department <key>', 'of a department, by its key, instead of the whole district')
    .option('--language <language>', 'zh-CN or en', 'zh-CN')
    .option('--anew', 'make a new edition from the figures as they are now')
    .action(async ({ month: of, out, department: key, language, anew }: Options) => {
      if (language !== 'zh-CN' && language !== 'en') program.error('--language is zh-CN or en.');
      const ground = await open();
      const department = key ? (await listDepartments(ground.db)).find((each) => each.key === key) : undefined;
      if (key && !department) program.error(`No department has the key ${key}.`);
      const there = anew ? undefined : await findLastEdition(ground.db, of, department?.id ?? null);
      const row =
        there ??
        (await makeBulletin(
          ground,
          { accountId: null, name: 'yichuang bulletin' },
          { actionId: newId(), month: of, departmentId: department?.id },
        ));
      const format = path.extname(out) === '.pdf' ? 'pdf' : 'docx';
      const bytes = await openEdition(row, format, language);
      await writeFile(out, bytes);
      const same = hashOf(bytes) === row.files[`${language}.${format}`];
      process.stdout.write(
        `${out}: ${of}, edition ${row.edition}, as of ${row.asOf.toISOString()}, ${same ? 'to the letter what was made then' : 'other bytes than were made then, because the program draws otherwise now'}\n`,
      );
    });
}
