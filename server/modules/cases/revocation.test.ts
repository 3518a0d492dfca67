import { expect, test } from 'vitest';
import { groundsFor, groundsOfRevocation, revocationGrounds } from './revocation.ts';

test('what was undertaken is a ground only where it was broken and the item says so', () => {
  const without = groundsOfRevocation.filter((ground) => ground !== 'undertaking');
  expect(groundsFor([])).toEqual(without);
  expect(groundsFor([{ state: 'lapsed', consequences: ['withhold'] }])).toEqual(without);
  expect(groundsFor([{ state: 'open', consequences: ['revoke'] }])).toEqual(without);
  expect(groundsFor([{ state: 'broken', consequences: ['record', 'revoke'] }])).toEqual(groundsOfRevocation);
  expect(groundsFor([{ state: 'lapsed', consequences: ['revoke'] }])).toContain('undertaking');
});

test('what deceit has won is not protected, and the faults of the office are made good', () => {
  for (const [name, { place, interests }] of Object.entries(revocationGrounds))
    if (place.startsWith('第一款')) expect(interests, name).toBe('compensated');
  expect(revocationGrounds.deceit).toMatchObject({ place: '第二款', interests: 'unprotected' });
});
