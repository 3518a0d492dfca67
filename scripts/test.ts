/** `npm test`: the fast checks, then every test with the real database and a real browser; ends with one line that counts. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-results-'));
let failedSteps = 0;
let passed = 0;
let failed = 0;

/** Runs one step with its output shown; true when it went well. */
const step = (name: string, command: string, args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const began = Date.now();
    process.stdout.write(`\n── ${name}\n`);
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => {
      process.stdout.write(
        `── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s\n`,
      );
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

async function tests(project: string): Promise<void> {
  const file = path.join(folder, `${project}.json`);
  const ok = await step(`tests: ${project}`, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    passed += result.numPassedTests;
    failed += result.numFailedTests + (!ok && result.numFailedTests === 0 ? 1 : 0);
  } catch {
    failed += 1;
  }
  if (!ok) failedSteps += 1;
}

await check('types', 'tsc', '-p', '.');
await check('lint', 'oxlint', '--type-aware');
await check('format', 'oxfmt', '--check', '.');
await check('browser part builds', 'node', 'scripts/start.ts', '--build-only');
for (const project of ['rules', 'api', 'processes', 'journeys']) await tests(project);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failedSteps === 0 && failed === 0 ? 0 : 1);
