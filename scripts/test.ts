/** `npm test`: the fast checks, then every test with the real database and a real browser; ends with one line that counts. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-results-'));
let failedSteps = 0;
let passed = 0;
let failed = 0;

/** Runs one step; true when it went well. Its output is shown at once, or as a whole when it has ended. */
const step = (name: string, command: string, args: string[], later = false): Promise<boolean> =>
  new Promise((resolve) => {
    const began = Date.now();
    const said: Buffer[] = [Buffer.from(`\n── ${name}\n`)];
    const say = (text: Buffer | string): void =>
      void (later ? said.push(Buffer.from(text)) : process.stdout.write(text));
    if (!later) process.stdout.write(said.pop()!);
    const output = later ? 'pipe' : 'inherit';
    const child = spawn(command, args, { stdio: ['ignore', output, output] });
    child.stdout?.on('data', say);
    child.stderr?.on('data', say);
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      say(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
      if (later) process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });

async function check(name: string, command: string, ...args: string[]): Promise<void> {
  if (await step(name, command, args)) passed += 1;
  else {
    failed += 1;
    failedSteps += 1;
  }
}

interface TestRun {
  later?: boolean;
  /** Other than in the settings: where each waits for something else part of the time. */
  workers?: number;
}
async function tests(projects: string[], { later = false, workers }: TestRun = {}): Promise<void> {
  const file = path.join(folder, `${projects.join('-')}.json`);
  const which = projects.flatMap((project) => ['--project', project]);
  const ok = await step(
    `tests: ${projects.join(', ')}`,
    'vitest',
    ['run', ...which, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`].concat(
      workers ? `--maxWorkers=${workers}` : [],
    ),
    later,
  );
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    passed += result.numPassedTests;
    failed += result.numFailedTests + (!ok && result.numFailedTests === 0 ? 1 : 0);
  } catch {
    failed += 1;
  }
  if (!ok) failedSteps += 1;
}

// Two Go programs that spend a third of their time collecting what is garbage, and end before it matters.
const uncollected = ['GOGC=off', 'GOMEMLIMIT=3GiB'];
await check('types', 'env', ...uncollected, 'tsc', '-p', '.', '--checkers', '2');
await check('lint', 'env', ...uncollected, 'oxlint', '--type-aware');
await check('format', 'oxfmt', '--check', '.');
await check('nothing that nobody uses', 'knip');
await check('pages and server are built', 'node', 'scripts/start.ts', '--build-only');
// The faults wait most of their time, for a database that is gone or a server that starts: beside the others they cost half of it.
const faults = tests(['processes'], { later: true });
await tests(['rules', 'slow']);
// These go back and forth between worker, database and browser: with a third worker no core waits.
for (const project of ['api', 'journeys']) await tests([project], { workers: 3 });
await faults;
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failedSteps === 0 && failed === 0 ? 0 : 1);
