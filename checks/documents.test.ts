/** What the documents say about the code, compared with the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { kinds, states } from '#modules/cases/contract';
import { itemKinds } from '#modules/catalogue/contract';
import { documentKinds, kindsOfDocument } from '#modules/documents';
import { roles } from '#platform/permissions';
import { addBackups } from '#server/backup/commands';
import { modules } from '#server/modules';
import { addOperations } from '#server/operations';
import { caseWords } from '../web/features/cases/workbench/words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const words = (text: string): string[] => [...text.matchAll(/\w+/g)].map(([word]) => word);
const never = (): Promise<never> => Promise.reject(new Error('nothing is run here'));
const map = modules.map(({ name, uses }) => [name, [...uses]]);

describe('docs/architecture.md', () => {
  const text = read('docs/architecture.md');

  it('has the modules in their order, each with what it uses', () => {
    const table = text.slice(text.indexOf('## The modules'), text.indexOf('```mermaid'));
    const rows = [...table.matchAll(/^\| `(\w+)`\s+\|[^|]+\|([^|]*)\|$/gm)];
    expect(rows.map(([, name, uses]) => [name, words(uses!)])).toEqual(map);
  });

  it('draws the same', () => {
    const arrows = new Map([...text.matchAll(/^ {2}(\w+) --> (.+)$/gm)].map(([, name, uses]) => [name, words(uses!)]));
    expect(modules.map(({ name }) => [name, arrows.get(name) ?? []])).toEqual(map);
    expect([...arrows.keys()].filter((name) => !modules.some((module) => module.name === name))).toEqual([]);
  });
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = read(file);

  it('has every setting, and none that is not there', () => {
    const table = text.slice(text.search(/^## (Settings|设置)/m)).split('\n## ')[0]!;
    const told = [...table.matchAll(/`([A-Z][A-Z0-9_]{3,})`/g)].map(([, name]) => name!);
    const asked = [
      'server/platform/config.ts',
      'server/platform/files.ts',
      'server/modules/notices/gateways.ts',
      'server/modules/remotehelp/ice-servers.ts',
    ]
      .flatMap((source) => [...read(source).matchAll(/\benv\.([A-Z][A-Z0-9_]{3,})|'(S3_[A-Z_]+)'/g)])
      .map(([, name, inList]) => (name ?? inList)!);
    // `DATABASE_URL` stands beside the meaning of other settings too.
    expect([...new Set(told)].toSorted()).toEqual([...new Set(asked)].toSorted());
  });
});

describe('docs/glossary.md', () => {
  const text = read('docs/glossary.md');
  const without = (terms: readonly string[]): string[] => terms.filter((term) => !text.includes(`\`${term}\``));

  it('has the words of the code', () => {
    expect(without(modules.map(({ name }) => name))).toEqual([]);
    expect(without(states)).toEqual([]);
    expect(without(kinds)).toEqual([]);
    expect(without(roles)).toEqual([]);
    expect(without(itemKinds)).toEqual([]);
  });

  it('calls states, steps and documents what the pages and the papers call them', () => {
    const { states: stateWords, kinds: stepWords } = caseWords['zh-CN'];
    const called = [
      ...Object.entries(stateWords),
      ...Object.entries(stepWords),
      ...documentKinds.map((kind) => [kind, kindsOfDocument[kind].zh]),
    ];
    const other = called.filter(
      ([term, word]) => !new RegExp(`\`${term}\`(?: \\| |\\s)${word}(?=[\\s,.|（(])`).test(text.replaceAll(/ +/g, ' ')),
    );
    expect(other).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  const text = read('docs/operations.md');

  it('has every command, and none that is not there', () => {
    const program = new Command();
    for (const module of modules) module.commands?.(program, never);
    addOperations(program, never);
    addBackups(program, never);
    const names = (command: Command, before = ''): string[] =>
      command.commands.flatMap((each) => {
        const name = `${before}${each.name()}`;
        const below = names(each, `${name} `);
        // A command that only gathers others does nothing by itself.
        return each.options.length > 0 || below.length === 0 ? [name, ...below] : below;
      });
    const table = text.slice(text.indexOf('| command'), text.indexOf('Run for real'));
    const told = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!);
    expect(told.toSorted()).toEqual(names(program).toSorted());
  });

  it('has every job that runs by the clock', () => {
    const jobs = modules.flatMap(({ schedules = [] }) => schedules.map(({ job }) => job));
    const table = text.slice(text.indexOf('| job'), text.indexOf('## The demo district'));
    expect([...table.matchAll(/^\| `([^`]+)`/gm)].map(([, job]) => job).toSorted()).toEqual(jobs.toSorted());
  });

  it('has every metric of ours', () => {
    const told = [...text.matchAll(/^\| `(yichuang_\w+)`/gm)].map(([, name]) => name);
    const ours = [...read('server/platform/health.ts').matchAll(/name: '(yichuang_\w+)'/g)].map(([, name]) => name);
    expect(told).toEqual(ours);
  });
});

/** The module that CONTRIBUTING.md makes as an example. */
const inExample = /\/suggestions\//;

describe('all documents', () => {
  const documents = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join('docs', name)),
  ];

  it('lead only to files that are there', () => {
    const missing = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target!)
        // Pictures are made by a script, from a server that runs.
        .filter((target) => !/^\w+:|\.png$/.test(target) && !existsSync(path.join(root, path.dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('name only files that are there', () => {
    const missing = documents.flatMap((file) =>
      [...read(file).matchAll(/`((?:server|web|checks|scripts|data|bench|faults|e2e|db|docs)\/[\w./-]+\.\w+)`/g)]
        .map(([, target]) => target!)
        .filter((target) => !existsSync(path.join(root, target)) && !inExample.test(target))
        .map((target) => `${file}: ${target}`),
    );
    expect(missing).toEqual([]);
  });
});
