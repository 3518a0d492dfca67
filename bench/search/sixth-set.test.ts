/** What was mended stays mended: each question of the sixth set finds its item first, in the demo district. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ItemIndex } from '../../server/modules/catalogue/search/index-of-items.ts';
import { rank } from '../../server/modules/catalogue/search/rank.ts';
import { demoItems } from './district.ts';

const index = new ItemIndex();
for (const item of demoItems()) index.put(item);
const cases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'sixth-set.json'), 'utf8')) as {
  query: string;
  codes: string[];
}[];

test.each(cases)('$query', ({ query, codes }) => {
  expect(codes).toContain(rank(index, query, 1)[0]?.item.code);
});

// Beside the sayings that were added: what they must not take for theirs.
test.each([
  ['父母都没了孩子怎么办', '孤儿基本生活保障金给付'],
  ['宅基地上盖房', '农村宅基地批准', '乡村建设规划许可证核发（农村村民建房）'],
  ['my company name change', '公司变更登记'],
  ['hotel licence', '旅馆业特种行业许可'],
  ['hospital in another city', '异地就医备案'],
])('%s', (query, ...names) => {
  expect(names).toContain(rank(index, query, 1)[0]?.item.body.name);
});
