import { expect, test } from 'vitest';
import { drawForm, type Form } from './form.ts';

const form: Form = {
  title: '食品经营许可（新办）申请表',
  titleEn: 'Application Form',
  number: '330199-2026-0000123',
  blocks: [
    {
      pairs: [
        ['申请人', '陈小满'],
        ['证件号码', '3301**********0021'],
      ],
    },
    { heading: '填报内容' },
    { pairs: [['店名', '小满面馆']] },
  ],
  declaration: '我（陈小满）保证填写的内容和提交的材料真实有效，并愿意承担相应的法律责任。',
  signature: {
    label: '申请人签名',
    name: '陈小满',
    drawing: 'M60 150l0.1 0L200 40L340 150C380 20 420 20 460 150',
    instead: '（本人确认）',
    on: '2026-06-10',
  },
  at: '2026-06-10T01:30:00.000Z',
};
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\n/g)?.length ?? 0;

test('a form is one page, the same bytes each time, and others when it was signed otherwise', async () => {
  const [first, second] = [await drawForm(form, 'a'), await drawForm(form, 'a')];
  expect(pagesOf(first)).toBe(1);
  expect(Buffer.from(second).equals(first)).toBe(true);
  const confirmed = await drawForm({ ...form, signature: { ...form.signature, drawing: null } }, 'a');
  expect(Buffer.from(confirmed).equals(first)).toBe(false);
});

test('a long form goes over several pages, wherever they end', async () => {
  for (let rows = 20; rows < 60; rows += 3) {
    const pairs = Array.from({ length: rows }, (_, at) => [`问题${at + 1}`, '答'.repeat(40)] as const);
    const pdf = await drawForm({ ...form, blocks: [{ pairs }, { p: '长'.repeat(2000) }] }, 'a');
    expect(pagesOf(pdf)).toBeGreaterThan(2);
    expect(pagesOf(pdf)).toBeLessThan(8);
  }
});

test('a name of sixty letters and the longest drawing', async () => {
  const drawing = `M1 2${'L300 100'.repeat(7_000)}`;
  await drawForm({ ...form, signature: { ...form.signature, name: '长'.repeat(60), drawing } }, 'a');
  const pdf = await drawForm({ ...form, signature: { ...form.signature, name: '长'.repeat(60), drawing: null } }, 'a');
  expect(pagesOf(pdf)).toBe(1);
});
