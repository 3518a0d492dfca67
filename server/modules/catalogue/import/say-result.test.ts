/** What the command line says of an import. */
import { expect, test } from 'vitest';
import { readSheets, UnreadableList } from './read-table.ts';
import type { ImportResult } from './run-import.ts';
import { asJson, asText, sayUnreadable } from './say-result.ts';

const saidOf = (text: string): Promise<string> =>
  readSheets(Buffer.from(text)).then(
    () => '',
    (error: unknown) => sayUnreadable(error as UnreadableList),
  );

test('a quotation mark that is not closed is told with the line on which its row begins', async () => {
  expect(await saidOf('name,code\na,1\n"b\nc",2\nd,"never\ne,3\nf,4\n')).toBe(
    'Line 5: A quotation mark that opens here is not closed.',
  );
  expect(await saidOf('"name,code\na,1\n')).toMatch(/^Line 1: /);
  expect(await saidOf('sep=,\nname,code\n"a,1\n')).toMatch(/^Line 3: /);
  expect(await saidOf('')).toBe('The file is empty.');
});

test('faults of an item are said in words', () => {
  const reason = 'the item contradicts itself: promisedLimit: promisedLonger';
  const result: ImportResult = {
    header: { columns: [], ignored: [] },
    leftOut: [{ sheet: '说明', why: 'no column names the items' }],
    takenOver: [],
    stored: false,
    newDepartments: [],
    added: [],
    changed: [],
    withdrawn: [],
    unchanged: 0,
    vanished: [],
    rejected: [{ sheet: '民政局', line: 3, column: '承诺期限', reason }],
    said: new Map(),
  };
  const words = 'the promised limit is longer than the statutory one';
  const text = asText(result, true);
  expect(text).toContain(`! sheet 民政局, line 3, 承诺期限: the item contradicts itself: ${words}`);
  expect(text).toContain('Sheet left out: 说明 (no column names the items)');
  expect(asJson(result)).toContain(words);
  expect(asJson(result)).not.toContain('promisedLonger');
});
