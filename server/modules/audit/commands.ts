/** `yichuang audit`: checks all histories, and seals what is not sealed yet. */
import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { ConfigProblem } from '#platform/config';
import type { Ground } from '#platform/ground';
import type { Finding } from './check-case.ts';
import { sealMissing, sealNew } from './seal.ts';
import { verify } from './verify.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
};

function lineOf({ kind, caseNumber, caseId, what }: Finding): string {
  const where = caseNumber ? `case ${caseNumber}: ` : caseId ? `case with id ${caseId}: ` : '';
  return `${kind.padEnd(16)} ${where}${what}`;
}

export function commands(program: Command, open: () => Promise<Ground>): void {
  const audit = program.command('audit').description('the histories of all cases, and the seals over them');
  audit
    .command('verify')
    .description(
      'find any changed, missing or reordered action, a deleted case too, and name it; ends with 1 when there is one',
    )
    .option('--seals <file>', 'a copy of the seal file that was kept elsewhere, to compare with as well')
    .option('--json', 'one line of JSON')
    .action(async (options: { seals?: string; json?: boolean }) => {
      const copy = options.seals;
      if (copy) await demandFile(copy);
      const result = await verify(await open(), {
        ...(copy ? { copy } : {}),
        onProgress: (done, of) => progress(`${bar(done, of)} ${done} of ${of} actions and rows`),
      });
      progress('');
      const { findings, found, cases, actions, rows, seals, pending, seconds } = result;
      if (options.json) say(JSON.stringify({ ok: found === 0, ...result }));
      else {
        for (const finding of findings) say(lineOf(finding));
        if (found > findings.length) say(`… and ${found - findings.length} more`);
        const looked = `${cases} cases, ${actions} actions, ${rows} rows of other trails and ${seals} seals in ${seconds.toFixed(1)} s; ${pending} actions wait for the next seal`;
        say(
          found === 0
            ? `Nothing is wrong: ${looked}.`
            : `${found} ${found === 1 ? 'finding' : 'findings'} in ${looked}.`,
        );
      }
      if (found > 0) process.exitCode = 1;
    });
  audit
    .command('seal')
    .description('seal now what is new, which a running service does every ten seconds')
    .option('--missing', 'also actions that were loaded without being announced')
    .option('--json', 'one line of JSON')
    .action(async (options: { missing?: boolean; json?: boolean }) => {
      const ground = await open();
      const announced = await sealNew(ground);
      const missing = options.missing ? await sealMissing(ground, (done) => progress(`${done} actions and rows …`)) : 0;
      progress('');
      say(
        options.json
          ? JSON.stringify({ sealed: announced + missing })
          : `Sealed ${announced + missing} actions and rows.`,
      );
    });
}

async function demandFile(file: string): Promise<void> {
  await access(file).catch(() => {
    throw new ConfigProblem(`There is no file ${file} that can be read: name the copy of seals.jsonl that you keep.`);
  });
}

function bar(done: number, of: number): string {
  const filled = of === 0 ? 20 : Math.min(20, Math.floor((done / of) * 20));
  return `[${'#'.repeat(filled)}${' '.repeat(20 - filled)}]`;
}
