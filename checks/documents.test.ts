/** What the documents say about the code, compared with the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modules } from '#server/modules';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const words = (text: string): string[] => [...text.matchAll(/\w+/g)].map(([word]) => word);
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
    const asked = ['server/platform/config.ts', 'server/platform/files.ts', 'server/modules/notices/gateways.ts']
      .flatMap((source) => [...read(source).matchAll(/\benv\.([A-Z][A-Z0-9_]{3,})|'(S3_[A-Z_]+)'/g)])
      .map(([, name, inList]) => (name ?? inList)!);
    // `DATABASE_URL` stands beside the meaning of other settings too.
    expect([...new Set(told)].toSorted()).toEqual([...new Set(asked)].toSorted());
  });
});

describe('all documents', () => {
  const documents = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join('docs', name)),
  ];

  it('name only files that are there', () => {
    const missing = documents.flatMap((file) =>
      [...read(file).matchAll(/`((?:server|web|checks|scripts|data|bench|faults|e2e|db|docs)\/[\w./-]+\.\w+)`/g)]
        .map(([, target]) => target!)
        .filter((target) => !existsSync(path.join(root, target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(missing).toEqual([]);
  });
});
