import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificates, trustLevels, type MetBy } from '#modules/catalogue/contract';
import { covers, type Consent } from './consent.ts';
import { byWorth, entryAfter, stateOn, unfitFor, type Act, type Entry } from './entry.ts';

const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`);
const plain: Entry = {
  id: 'e', personId: 'p', organisationId: null, kind: 'businessLicence', resultOf: [], name: '营业执照', number: '', issuer: '',
  source: 'fetched', trust: 'issued', validFrom: null, validUntil: null, fileIds: [], documentId: null, hash: 'h', caseId: null,
  caseNumber: null, departmentId: null, addedAt: at('2026-01-01'), addedBy: null, verifiedAt: null, verifiedDepartmentId: null, revokedAt: null, revokedReason: null,
  supersededAt: null, removedAt: null,
}; // prettier-ignore
const metBy: MetBy = { kinds: ['businessLicence'], leastTrust: 'verified' };

const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const instant = day.map(at);
const act: fc.Arbitrary<Act> = fc.oneof(
  instant.map((when): Act => ({ act: 'verify', at: when })),
  instant.map((when): Act => ({ act: 'revoke', at: when, reason: '撤销' })),
  instant.map((when): Act => ({ act: 'supersede', at: when })),
  instant.map((when): Act => ({ act: 'remove', at: when })),
);
const entry = fc
  .record({
    kind: fc.constantFrom(...certificates),
    trust: fc.constantFrom(...trustLevels),
    validFrom: fc.option(day),
    validUntil: fc.option(day),
  })
  .map((some): Entry => ({ ...plain, ...some }));
const after = (from: Entry, acts: readonly Act[]): Entry => acts.reduce((one, each) => entryAfter(one, each), from);

describe('an entry', () => {
  test('that was revoked, superseded or removed never serves again, whatever happens and in which order', () => {
    fc.assert(
      fc.property(entry, fc.array(act, { maxLength: 8 }), day, (from, acts, on) => {
        const ended = acts.some((each) => each.act !== 'verify');
        const serves =
          unfitFor(after(from, acts), { kinds: [...certificates], leastTrust: 'declared' }, on) === undefined;
        if (ended) expect(serves).toBe(false);
        else expect(serves).toBe((from.validFrom ?? '') <= on && on <= (from.validUntil ?? '9999'));
      }),
    );
  });

  test('comes to the same in every order of what became known', () => {
    fc.assert(
      fc.property(entry, fc.array(act, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (from, acts, order) => {
        const keys = acts.map(() => order.next().value);
        const shuffled = acts.map((each, i) => [keys[i], each] as const).sort((a, b) => a[0] - b[0]);
        expect(
          after(
            from,
            shuffled.map(([, each]) => each),
          ),
        ).toEqual(after(from, acts));
      }),
    );
  });

  test('that has expired never serves on a later day', () => {
    fc.assert(
      fc.property(entry, day, day, (from, on, later) => {
        fc.pre(on <= later);
        if (stateOn(from, on) === 'expired') expect(stateOn(from, later)).toBe('expired');
      }),
    );
  });

  test('is trusted more once the original was seen, and never less', () => {
    for (const trust of trustLevels) {
      const seen = entryAfter({ ...plain, trust }, { act: 'verify', at: at('2026-02-01') }).trust;
      expect(seen).toBe(trust === 'issued' ? 'issued' : 'verified');
    }
  });

  test('counts on its first and its last day', () => {
    const year = { ...plain, validFrom: '2026-01-01', validUntil: '2026-12-31' };
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((on) => stateOn(year, on))).toEqual([
      'notYet',
      'valid',
      'valid',
      'expired',
    ]);
  });

  test('meets a material by its kind, or as the result of an item', () => {
    expect(unfitFor(plain, metBy, '2026-06-10')).toBeUndefined();
    expect(unfitFor(plain, undefined, '2026-06-10')).toBe('wrongKind');
    expect(unfitFor({ ...plain, kind: 'lease' }, metBy, '2026-06-10')).toBe('wrongKind');
    expect(unfitFor({ ...plain, trust: 'accepted' }, metBy, '2026-06-10')).toBe('lowTrust');
    const result = { ...plain, kind: 'other' as const, resultOf: ['code', ''] };
    expect(unfitFor(result, { kinds: [], resultsOf: ['code'], leastTrust: 'issued' }, '2026-06-10')).toBeUndefined();
    // An item without a base code has no result in common with others of that kind.
    expect(unfitFor(result, { kinds: [], resultsOf: [''], leastTrust: 'issued' }, '2026-06-10')).toBe('wrongKind');
  });

  test('that is trusted more comes first, then the one that is valid longer', () => {
    const list = [
      { ...plain, id: 'a', trust: 'declared' as const },
      { ...plain, id: 'b', validUntil: '2027-01-01' },
      { ...plain, id: 'c' },
    ];
    expect(list.sort(byWorth).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});

describe('a consent', () => {
  const given: Consent = {
    id: 'c', personId: 'p', organisationId: null, scope: 'standing', how: 'online', departmentId: 'market', itemId: null, accountId: null,
    givenAt: at('2026-01-01'), givenBy: 'a', until: null, withdrawnAt: null,
  }; // prettier-ignore
  const purpose = { departmentId: 'market', itemId: 'food', accountId: 'clerk', at: at('2026-06-10') };

  test('covers what it names and no more', () => {
    expect(covers(given, purpose)).toBe(true);
    expect(covers(given, { ...purpose, departmentId: 'security' })).toBe(false);
    expect(covers({ ...given, itemId: 'food' }, purpose)).toBe(true);
    expect(covers({ ...given, itemId: 'shop' }, purpose)).toBe(false);
    expect(covers({ ...given, departmentId: null }, purpose)).toBe(false);
    expect(covers(given, { ...purpose, at: at('2025-12-31') })).toBe(false);
  });

  test('at a window is given to one member of staff, for a time', () => {
    const window: Consent = {
      ...given,
      scope: 'window',
      departmentId: null,
      itemId: 'food',
      accountId: 'clerk',
      until: at('2026-06-11'),
    };
    expect(covers(window, purpose)).toBe(true);
    expect(covers(window, { ...purpose, accountId: 'other' })).toBe(false);
    expect(covers(window, { ...purpose, accountId: null })).toBe(false);
    expect(covers({ ...window, accountId: null }, { ...purpose, accountId: null })).toBe(false);
    expect(covers(window, { ...purpose, at: at('2026-06-11') })).toBe(false);
  });

  test('that was taken back covers nothing, at no time and for nobody', () => {
    fc.assert(
      fc.property(instant, instant, fc.boolean(), (withdrawnAt, when, isWindow) => {
        const taken: Consent = {
          ...given,
          withdrawnAt,
          ...(isWindow ? { scope: 'window' as const, itemId: 'food', accountId: 'clerk' } : {}),
        };
        expect(covers(taken, { ...purpose, at: when })).toBe(false);
      }),
    );
  });
});
