/** Documents beside what was filled in: a pass means that every compared field was read surely, says the same, and that it still holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldReading, PictureReading } from '#modules/reading';
import { judgeDocuments, readMaterials, type ReadDocument } from './document-tables.ts';

const now = new Date('2026-06-10T02:00:00Z');
const field = (name: string, value: string | null, state: FieldReading['state'] = 'sure', normalised = value): FieldReading => ({
  name, label: name, labelEn: name, value, normalised, box: value === null ? null : [[10, 20], [110, 20], [110, 40], [10, 40]], page: value === null ? null : 1,
  confidence: state === 'sure' ? 0.95 : 0.6, state: value === null ? 'missing' : state, check: 'none', alternatives: [], optional: name === 'term',
}); // prettier-ignore
const read = (fields: FieldReading[], kind: PictureReading['kind'] = 'businessLicence'): PictureReading => ({
  kind, kindConfidence: 1, seemsToBe: null, orientation: 0, pages: [], fields, version: 'test',
}); // prettier-ignore
const licence = (reading: PictureReading | null): ReadDocument => ({
  materialId: 'licence',
  kind: 'businessLicence',
  fills: { code: 'creditCode', company: 'name', where: 'address' },
  fileId: 'file',
  reading,
});
const said = { code: '91330199MA27XN8C20', company: '云溪小满餐饮有限公司', where: '云溪大道（东）1号' };
const whole = (term = field('term', '2018年3月12日至长期', 'sure', '2018-03-12/..')) => [
  field('creditCode', said.code),
  field('name', said.company),
  field('address', '云溪大道(东)1号'),
  term,
];
const verdict = (reading: PictureReading | null, answers: Record<string, unknown> = said) =>
  judgeDocuments([licence(reading)], answers, '2026-06-10', now)[0];

describe('a document beside what was filled in', () => {
  it('passes when all says the same, whatever the marks around it, and shows where it was read', () => {
    const judged = verdict(read(whole()))!;
    expect(judged).toMatchObject({ verdict: 'pass', tableId: 'businessLicence' });
    expect(judged.fields.find(({ name }) => name === 'creditCode')).toMatchObject({
      source: 'document',
      fileId: 'file',
      box: { page: 1, x: 10, y: 20, width: 100, height: 20 },
      state: 'used',
    });
  });

  it.each([
    ['another name', { ...said, company: '云溪大满餐饮有限公司' }, 'fail', '名称'],
    ['another number', { ...said, code: '91330199MA27XN8C2X' }, 'fail', '统一社会信用代码'],
  ])('fails with %s, and says which', (_, answers, expected, which) => {
    const judged = verdict(read(whole()), answers)!;
    expect([judged.verdict, judged.reason.includes(which)]).toEqual([expected, true]);
  });

  it('fails when it has run out, and not on its last day', () => {
    const until = (day: string) => verdict(read(whole(field('term', day, 'sure', `2018-03-12/${day}`))))!.verdict;
    expect([until('2026-06-09'), until('2026-06-10'), until('2030-01-01')]).toEqual(['fail', 'pass', 'pass']);
  });

  it('cannot tell from what was not read, was read unsurely, or is another kind of paper', () => {
    expect(verdict(null)!.verdict).toBe('canNotTell');
    expect(verdict(read([field('creditCode', null), ...whole().slice(1)]))!.verdict).toBe('canNotTell');
    expect(verdict(read([field('creditCode', said.code, 'unsure'), ...whole().slice(1)]))!.verdict).toBe('canNotTell');
    expect(verdict(read(whole(), 'foodPermit'))!.verdict).not.toBe('pass');
  });

  it('asks a trader for no term, and anybody else whose term was not found is left to a person', () => {
    const without = (type: string) => verdict(read([...whole(field('term', null)), field('type', type)]))!.verdict;
    expect([without('个体工商户'), without('有限责任公司')]).toEqual(['pass', 'canNotTell']);
  });

  it('compares no more than was filled in', () =>
    expect(judgeDocuments([licence(read(whole()))].map((one) => ({ ...one, fills: { none: 'creditCode' } })), said, '2026-06-10', now)).toHaveLength(1)); // prettier-ignore

  it('compares what an item says that its form is filled with', () => {
    const idCard = { id: 'old-card', name: '原居民身份证', form: 'original', copies: 1, source: 'government', requirement: 'must', reads: { kind: 'idCardFront', fills: { applicantName: 'name', idNumber: 'number', guardian: 'name' } } }; // prettier-ignore
    const [material] = readMaterials(
      { body: { materials: [idCard], situations: [], form: { properties: {} } } } as never,
      {},
    );
    const card = { ...material!, fileId: 'file', reading: read([field('name', '陈小满'), field('number', '330199199305211904')], 'idCardFront') }; // prettier-ignore
    const judged = (answers: Record<string, unknown>) => judgeDocuments([card], answers, '2026-06-10', now)[0];
    const own = { applicantName: '陈小满', idNumber: '330199199305211904' };
    expect(judged(own)).toMatchObject({ verdict: 'pass', tableId: 'idCardFront' });
    expect(judged({ ...own, idNumber: '330199198611087193' })).toMatchObject({ verdict: 'fail' });
    // Two answers that should both be the name on the card.
    expect(judged({ ...own, guardian: '陈小满' })).toMatchObject({ verdict: 'pass' });
    expect(judged({ ...own, guardian: '林远舟' })).toMatchObject({ verdict: 'fail' });
    expect(judged({ phone: '1' })).toBeUndefined();
  });

  it('never passes with a field that is unsure, missing or different', () =>
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2].map(() => fc.constantFrom('same', 'other', 'unsure', 'missing'))),
        fc.constantFrom('good', 'over', 'unsure', 'none'),
        (states, term) => {
          const fields = whole().slice(0, 3).map((one, i) =>
            states[i] === 'same' ? one
            : states[i] === 'other' ? field(one.name, i === 0 ? one.value!.replace(/.$/, 'X') : `${one.value}甲`)
            : states[i] === 'unsure' ? field(one.name, one.value, 'unsure')
            : field(one.name, null)); // prettier-ignore
          const terms = { good: '2018-03-12/2030-01-01', over: '2018-03-12/2025-01-01', unsure: '2018-03-12/2030-01-01', none: null }; // prettier-ignore
          const own = field('term', terms[term as keyof typeof terms], term === 'unsure' ? 'unsure' : 'sure');
          const passed = verdict(read([...fields, own]))!.verdict === 'pass';
          expect(passed).toBe(states.every((state) => state === 'same') && term === 'good');
        },
      ),
    ));
});
