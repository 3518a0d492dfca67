import { readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

const onDisk = tmpdir();

/**
 * Whatever tests write is forgotten afterwards: in memory, where there is plenty, a database of its own for each test file is
 * made in a tenth of the time. Left alone where programs may not be started from there, as PostgreSQL may have to be. Tests of
 * whole processes stay on the disk, as people's data does: the product takes no folder below `/dev` for it.
 */
function useMemoryForScratch(folder: string): void {
  const plenty = 4 * 2 ** 30;
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === folder);
    const { bavail, bsize } = statfsSync(folder);
    const fits = bavail * bsize > plenty && process.availableMemory() > 2 * plenty;
    if (fits && mount?.startsWith('tmpfs ') && !mount.includes('noexec')) process.env.TMPDIR = folder;
  } catch {
    // No such folder: what tests write goes where everything temporary goes.
  }
}
useMemoryForScratch('/dev/shm');

/** Tests that need a database or start processes of their own; everything else is a rule and runs in a blink. */
const withDatabase = ['server/**/*.api.test.ts'];
const withProcesses = ['server/platform/postgres/**/*.test.ts', 'faults/**/*.test.ts', 'server/cli.test.ts'];
/** Tests that draw, pack or generate by the hundred: beside the rules in `npm test`, and not in `npm run check`. */
const slow = ['server/**/*.slow.test.ts', 'bench/**/*.slow.test.ts'];
const inBrowser = ['e2e/**/*.test.ts'];

const common = { pool: 'forks' as const, testTimeout: 90_000, hookTimeout: 180_000 };

/** Files of one worker share what they have imported: reading it anew for each was a third of the time. What an app knows hangs on its database. */
const together = { isolate: false };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'rules',
          ...together,
          include: ['server/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'checks/**/*.test.ts'],
          exclude: [...withDatabase, ...withProcesses, ...slow],
        },
      },
      { test: { ...common, ...together, name: 'slow', include: slow } },
      { test: { ...common, ...together, name: 'api', include: withDatabase, globalSetup: ['checks/setup.ts'] } },
      {
        test: {
          ...common,
          name: 'processes',
          include: withProcesses,
          env: { TMPDIR: onDisk },
          testTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...common,
          ...together,
          name: 'journeys',
          include: inBrowser,
          testTimeout: 240_000,
          globalSetup: ['checks/setup.ts'],
        },
      },
    ],
  },
});
