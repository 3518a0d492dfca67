/** Who I am, for the frame of every page. */
import type { Static } from 'typebox';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { listReceived } from '../acting/store.ts';
import { findOrganisations, findPerson } from '../identity/store.ts';
import { nameOfAccounts } from '../staff/store.ts';
import { placeNames, viewAuthority, viewOrganisation, viewPerson } from '../views.ts';
import type { signInOperations } from './operations.ts';
import { nextStep } from './second-factor.ts';
import { getAccount } from './store.ts';

type WhoIAm = Static<typeof signInOperations.me.reply>;

export const whoIAm = async (ground: Ground, actor: Actor): Promise<WhoIAm> => ({
  actor: actor.accountId ? await seen(ground, actor, actor.accountId) : null,
});

async function seen(ground: Ground, actor: Actor, accountId: string): Promise<NonNullable<WhoIAm['actor']>> {
  const { db } = ground;
  const day = shanghaiDay(ground.clock.now());
  const absent = actor.posts.flatMap(({ standsInFor }) => standsInFor ?? []);
  const [account, person, received, places, names] = await Promise.all([
    getAccount(db, accountId),
    actor.personId ? findPerson(db, actor.personId) : undefined,
    actor.personId ? listReceived(db, actor.personId) : [],
    placeNames(db, actor.posts),
    nameOfAccounts(db, absent),
  ]);
  const authorities = received.map((row) => viewAuthority(row, day)).filter(({ inForce }) => inForce);
  const organisationIds = authorities.flatMap(({ principal }) =>
    principal.kind === 'organisation' ? principal.id : [],
  );
  return {
    accountId: account.id,
    loginName: account.loginName,
    name: actor.name,
    phone: account.phone,
    email: account.email,
    next: await nextStep(ground, account, actor.secondFactor),
    secondFactor: actor.secondFactor,
    posts: actor.posts.map(({ role, departmentId, outletId, standsInFor }) => ({
      role,
      departmentId,
      departmentName: departmentId && (places.get(departmentId) ?? null),
      outletId,
      outletName: outletId && (places.get(outletId) ?? null),
      standsInFor: standsInFor ? { accountId: standsInFor, name: names.get(standsInFor) ?? '' } : null,
    })),
    person: person ? viewPerson(person, false) : null,
    organisations: (await findOrganisations(db, organisationIds)).map(viewOrganisation),
    mayActFor: authorities,
  };
}
