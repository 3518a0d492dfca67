/** What the documents say about the code, compared with the code. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modules } from '#server/modules';

const read = (file: string): string => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8');
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
