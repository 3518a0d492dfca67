/** `yichuang backup` and `yichuang restore`. */
import path from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '#platform/config';
import { schemaSources } from '../app.ts';
import { checkConnection, type Opened } from '../open.ts';
import { showProgress } from './progress.ts';
import { restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

export function addBackups(program: Command, open: () => Promise<Opened>): void {
  program
    .command('backup')
    .description(
      'write everything into one file: the database, uploaded files, seals and keys; beside a running server',
    )
    .argument('<file-or-folder>', 'a file that is not there yet, or a folder in which one is made')
    .option('--json', 'one line of JSON')
    .action(async (target: string, { json }: { json?: boolean }) => {
      const { ground, connectionString } = await open();
      const progress = showProgress('Backing up');
      try {
        const backup = await takeBackup({
          connectionString,
          dataFolder: ground.dataFolder,
          schemas: schemaSources.map(({ schema }) => schema),
          target,
          at: ground.clock.now(),
          onProgress: progress.to,
        });
        progress.end();
        say(
          json
            ? JSON.stringify(backup)
            : `${backup.file}: ${backup.rows} rows and ${backup.files} files, ${megabytes(backup.bytes)}. Keep it where only you can read it: the keys are in it.`,
        );
      } finally {
        progress.end();
      }
    });

  program
    .command('restore')
    .description(
      'put a backup into an empty data folder (YICHUANG_DATA), and into an empty DATABASE_URL if that is set',
    )
    .argument('<file>', 'what "yichuang backup" has written')
    .option('--json', 'one line of JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { dataFolder, databaseUrl } = readConfig(process.env, process.cwd());
      if (databaseUrl) await checkConnection(databaseUrl);
      const progress = showProgress('Restoring');
      try {
        const restored = await restoreBackup({
          file: path.resolve(file),
          dataFolder,
          databaseUrl,
          sources: schemaSources,
          onProgress: progress.to,
        });
        progress.end();
        const { takenAt, rows, files, bucket } = restored;
        const where = bucket ? ` Uploaded files are in the bucket ${bucket} and were not in the backup.` : '';
        say(
          json
            ? JSON.stringify(restored)
            : `Everything is as it was at ${takenAt}: ${rows} rows and ${files} files in ${dataFolder}.${where} Start the server with the same settings.`,
        );
      } finally {
        progress.end();
      }
    });
}
