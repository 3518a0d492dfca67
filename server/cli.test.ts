/** The operators' command line as a process: exit codes, help, one line of JSON, and file names from where it was called. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../faults/stage.ts';
import { addBackups } from './backup/commands.ts';
import { modules } from './modules.ts';
import { addOperations } from './operations.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yichuang 命令 '));
  env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    YICHUANG_DATA: '数据',
    YICHUANG_DEMO: 'off',
    // As npm says where the person stood.
    INIT_CWD: folder,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('every command and option says what it is for', () => {
  const program = new Command('yichuang');
  const open = () => Promise.reject(new Error('nothing is opened for help'));
  for (const module of modules) module.commands?.(program, open);
  addOperations(program, open);
  addBackups(program, open);
  const silent: string[] = [];
  const look = (one: Command, name: string): void => {
    if (one !== program && one.description() === '' && one.commands.length === 0) silent.push(name);
    for (const option of one.options) if (!option.description) silent.push(`${name} ${option.flags}`);
    for (const below of one.commands) look(below, `${name} ${below.name()}`);
  };
  look(program, 'yichuang');
  expect(silent).toEqual([]);
  expect(program.commands.map((one) => one.name())).toEqual(
    expect.arrayContaining([
      'admin',
      'audit',
      'backup',
      'catalogue',
      'demo',
      'due',
      'migrate',
      'restore',
      'search',
      'stuck',
    ]),
  );
});

test('0 for help and answers, 2 for a wrong call; nothing is opened for either', async () => {
  const [help, below, due, unknown, missing] = await Promise.all([
    command(env, ['--help']),
    command(env, ['backup', '--help']),
    command(env, ['due', '--from', '2025-09-26', '--working-days', '5']),
    command(env, ['nonsense']),
    command(env, ['restore']),
  ]);
  expect(help).toMatchObject({ code: 0, errors: '' });
  expect(help.output).toMatch(/backup .*\n[^]*restore /);
  expect(below).toMatchObject({ code: 0, errors: '' });
  expect(due).toMatchObject({ code: 0, output: '2025-10-10\n', errors: '' });
  for (const wrong of [unknown, missing]) {
    expect(wrong).toMatchObject({ code: 2, output: '' });
    expect(wrong.errors).toMatch(/--help shows what is possible/);
  }
  expect(await readdir(folder)).toEqual([]);
});

test('file names are meant from where npm was called, also from a folder below', async () => {
  const root = path.join(import.meta.dirname, '..');
  const plain: NodeJS.ProcessEnv = { ...process.env, ...env, YICHUANG_DATA: path.join(folder, 'nowhere') };
  delete plain.INIT_CWD;
  delete plain.YICHUANG_FROM;
  const asked = promisify(execFile)('npm', ['run', '-s', 'yichuang', '--', 'restore', 'nosuch.tar'], {
    cwd: path.join(root, 'docs'),
    env: plain,
  });
  await expect(asked).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(path.join(root, 'docs', 'nosuch.tar')),
  });
});

test('without a server: it opens the data folder where it was called, answers, and stops everything', async () => {
  const migrated = await command(env, ['migrate']);
  expect(migrated).toMatchObject({ code: 0 });
  expect(migrated.output).toMatch(/^platform\/0001-ground\.sql$/m);
  expect(await readdir(folder)).toEqual(['数据']);
  expect(await readdir(path.join(folder, '数据', 'postgres', 'users'))).toEqual([]);
  expect(await command(env, ['stuck'])).toMatchObject({ code: 0, output: 'Nothing is stuck.\n' });
  const backup = await command(env, ['backup', 'b.tar', '--json']);
  expect(backup).toMatchObject({ code: 0 });
  expect(JSON.parse(backup.output)).toMatchObject({ file: path.join(folder, 'b.tar'), files: 0 });
  const restored = await command({ ...env, YICHUANG_DATA: '另一个' }, ['restore', 'b.tar', '--json']);
  expect(restored).toMatchObject({ code: 0 });
  expect(JSON.parse(restored.output)).toMatchObject({ files: 0, bucket: null });
  expect(await readdir(path.join(folder, '另一个'))).toEqual(['postgres']);
});

test('what goes wrong is one sentence and 1', async () => {
  const ended = await command({ ...env, DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' }, ['stuck']);
  expect(ended).toMatchObject({ code: 1, output: '' });
  expect(ended.errors.trim().split('\n')).toHaveLength(1);
  expect(ended.errors).toMatch(/No PostgreSQL answers at 127\.0\.0\.1:9/);
});
