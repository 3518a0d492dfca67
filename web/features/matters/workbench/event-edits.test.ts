/** Editing a life event: one question of an item has one place, and nothing names what was taken away. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  materialSourceOf,
  placeMaterial,
  placeName,
  removeMember,
  removeQuestion,
  sourceOf,
  type Body,
  type Source,
} from './event-edits.ts';

const body: Body = {
  name: '一件事',
  synonyms: [],
  topics: [],
  leadDepartmentId: '00000000-0000-4000-8000-000000000001',
  policy: 'collectAll',
  silenceIsConsent: false,
  questions: [
    {
      id: 'q1',
      question: '要吗？',
      options: [
        { id: 'yes', label: '要' },
        { id: 'no', label: '不要' },
      ],
    },
    {
      id: 'q2',
      question: '几个？',
      options: [
        { id: 'one', label: '一' },
        { id: 'two', label: '二' },
      ],
      when: { q1: ['yes'] },
    },
  ],
  members: [
    { key: 'a', itemId: '00000000-0000-4000-8000-00000000000a', after: [] },
    { key: 'b', itemId: '00000000-0000-4000-8000-00000000000b', after: ['a'], when: { q1: ['yes'], q2: ['one'] } },
  ],
  asks: [
    {
      key: 'name',
      title: '名称',
      of: [
        { member: 'a', name: 'name' },
        { member: 'b', name: 'name' },
      ],
    },
  ],
  materials: [{ key: 'lease', of: [{ member: 'a', material: 'lease' }] }],
  fixed: [{ member: 'a', name: 'kind', value: 'new' }],
  results: [{ member: 'b', material: 'licence', from: 'a' }],
};
const names = fc.constantFrom('name', 'kind', 'phone', '1号');
const members = fc.constantFrom('a', 'b');
const sources: fc.Arbitrary<Source> = fc.oneof(
  fc.constantFrom<Source>('own', 'none', { ask: 'name' }),
  fc.constant<Source>({ fixed: true }),
);

test('a question of an item is in one place, however often it is moved', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(members, names, sources), { maxLength: 12 }), (moves) => {
      let now = body;
      for (const [member, name, to] of moves) {
        // To an ask that has gone meanwhile nothing can be moved: the screen does not offer it.
        if (typeof to === 'object' && 'ask' in to && !now.asks.some(({ key }) => key === to.ask)) continue;
        const before = now.asks.find(({ key }) => key === 'name')?.of;
        now = placeName(now, member, name, to);
        const only = before?.length === 1 && before[0]!.member === member && before[0]!.name === name;
        if (typeof to === 'string' || !('ask' in to) || !only) {
          const found = sourceOf(now, member, name);
          if (to === 'own') expect(found).toHaveProperty('ask');
          else expect(found).toEqual(to);
        }
        const places = [...now.asks.flatMap(({ of }) => of), ...now.fixed].map((one) => `${one.member}.${one.name}`);
        expect(new Set(places).size).toBe(places.length);
        expect(new Set(now.asks.map(({ key }) => key)).size).toBe(now.asks.length);
        for (const { key, of } of now.asks) {
          expect(key).toMatch(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/);
          expect(of.length).toBeGreaterThan(0);
        }
      }
    }),
  );
});

describe('taking away', () => {
  it('an item takes all with it that names it', () => {
    expect(JSON.stringify(removeMember(body, 'a'))).not.toContain('"a"');
    expect(removeMember(body, 'b').results).toEqual([]);
  });
  it('a question takes the conditions with it', () => {
    const now = removeQuestion(body, 'q1');
    expect(now.questions.map(({ id, when }) => [id, when])).toEqual([['q2', undefined]]);
    expect(now.members[1]!.when).toEqual({ q2: ['one'] });
  });
  it('a material is a result or handed in, and not both', () => {
    const handed = placeMaterial(body, 'b', 'licence', 'own');
    expect(handed.results).toEqual([]);
    expect(materialSourceOf(handed, 'b', 'licence')).toEqual({ one: 'licence' });
    const back = placeMaterial(handed, 'b', 'licence', { result: 'a' });
    expect(back.materials.map(({ key }) => key)).toEqual(['lease']);
    expect(materialSourceOf(back, 'b', 'licence')).toEqual({ result: 'a' });
  });
});
