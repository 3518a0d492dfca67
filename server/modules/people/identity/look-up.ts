/** Staff look people up, and every look leaves a line in the trail (个人信息保护法 arts. 6, 51). */
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { limit } from '../guard/guard.ts';
import type { PersonShape } from '../shapes.ts';
import { viewPerson } from '../views.ts';
import { mustBeIdNumber } from './create.ts';
import { normaliseNumber, type IdKind } from './id-numbers.ts';
import { findPersonByNumber, findPersonsByNumber, noteLook, type Person } from './store.ts';

/** Looks of one account within a minute. A quick clerk serves one person in that time; a collector wants thousands. */
const mostLooks = 60;
const mostBulk = 5;

/** Finds a person by document, masked unless a purpose is given. A look that finds nobody is recorded too. */
export async function lookUpPerson(
  ground: Ground,
  actor: Actor,
  asked: { idKind: IdKind; idNumber: string; purpose?: string },
): Promise<PersonShape | null> {
  limit(ground, `lookUp/${actor.accountId}`, mostLooks);
  const at = ground.clock.now();
  const { number } = mustBeIdNumber(asked.idKind, asked.idNumber, at);
  return ground.db.transaction(async (tx) => {
    const person = await findPersonByNumber(tx, asked.idKind, number);
    noteLook(tx, {
      at,
      accountId: actor.accountId!,
      personId: person?.id ?? null,
      how: 'lookUp',
      purpose: asked.purpose ?? '',
      found: person ? 1 : 0,
    });
    return person ? viewPerson(person, asked.purpose === undefined) : null;
  });
}

/** Finds many at once, always masked. Numbers are not repeated in the trail; how many were found is. */
export async function lookUpPersons(
  ground: Ground,
  actor: Actor,
  asked: { idNumbers: readonly string[]; purpose: string },
): Promise<{ persons: PersonShape[]; missing: string[] }> {
  limit(ground, `lookUps/${actor.accountId}`, mostBulk);
  const numbers = [...new Set(asked.idNumbers.map(normaliseNumber))];
  return ground.db.transaction(async (tx) => {
    const persons = await findPersonsByNumber(tx, numbers);
    noteLook(tx, {
      at: ground.clock.now(),
      accountId: actor.accountId!,
      personId: null,
      how: 'bulk',
      purpose: asked.purpose,
      found: persons.length,
    });
    const found = new Set(persons.map(({ idNumber }) => idNumber));
    return {
      persons: persons.map((person) => viewPerson(person, true)),
      missing: numbers.filter((number) => !found.has(number)),
    };
  });
}

/** Shows a person with all data, for a reason. */
export async function unmaskPerson(ground: Ground, actor: Actor, person: Person, reason: string): Promise<PersonShape> {
  limit(ground, `lookUp/${actor.accountId}`, mostLooks);
  // The line is durable before the data go out.
  await ground.db.transaction(async (tx) =>
    noteLook(tx, {
      at: ground.clock.now(),
      accountId: actor.accountId!,
      personId: person.id,
      how: 'unmask',
      purpose: reason,
      found: 1,
    }),
  );
  return viewPerson(person, false);
}
