/** A handler for each operation: read what the permission needs, call, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { cancelAbsence, enterAbsence } from './absence/enter-absence.ts';
import { getAbsence, listAbsences, type NamedAbsence } from './absence/store.ts';
import { endersOf, grantAuthority, ownPersonId, revokeAuthority } from './acting/grant-authority.ts';
import {
  addOrganisation,
  leaveOrganisation,
  recordAtWindow,
  verifyOrganisation,
} from './acting/represent-organisation.ts';
import { getAuthority, getNamed, listAround, listGiven, listReceived } from './acting/store.ts';
import { peopleContract, type AbsenceRow } from './contract.ts';
import { listSignIns } from './guard/store.ts';
import { mustBeCreditCode } from './identity/create.ts';
import { lookUpPerson, lookUpPersons, unmaskPerson } from './identity/look-up.ts';
import {
  correctPerson,
  openAccount,
  registerOrganisation,
  registerPerson,
  verifyPerson,
} from './identity/register-person.ts';
import { findOrganisationByCode, getPerson, listLooks } from './identity/store.ts';
import { updateMyDetails } from './identity/update-my-details.ts';
import { may } from './may.ts';
import { peopleProblems } from './problems.ts';
import { askRecovery, recover } from './recovery/recover.ts';
import { changePassword } from './sign-in/change-password.ts';
import { clearCookie, giveCookie } from './sign-in/cookie.ts';
import { whoIAm } from './sign-in/me.ts';
import { register } from './sign-in/register.ts';
import { codeNow, enrolSecondFactor, giveSecondFactor } from './sign-in/second-factor.ts';
import { signIn, signOut } from './sign-in/sign-in.ts';
import { getAccount, listDemoAccounts } from './sign-in/store.ts';
import { createStaff, disableStaff, resetPassword, resetSecondFactor, updateStaff } from './staff/accounts.ts';
import { addPost, endPost } from './staff/posts.ts';
import { colleagues, staffPage, withPosts } from './staff/read.ts';
import { getPost, lastingPosts } from './staff/store.ts';
import { viewAuthority, viewOrganisation, viewPerson } from './views.ts';

const viewAbsence = (row: NamedAbsence): AbsenceRow => ({
  id: row.id,
  accountId: row.accountId,
  name: row.name,
  fromOn: row.fromOn,
  untilOn: row.untilOn,
  standInId: row.standInId,
  standInName: row.standInName,
  reason: row.reason,
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
});

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const today = () => shanghaiDay(clock.now());
  /** A span of days as instants: everything, where none are named. */
  const span = ({ fromOn, untilOn }: { fromOn?: string; untilOn?: string }) => ({
    from: fromOn ? startOfDay(fromOn) : new Date(0),
    until: untilOn ? new Date(startOfDay(untilOn).getTime() + 86_400_000) : new Date('9999-01-01'),
  });
  const staffRow = async (account: Parameters<typeof withPosts>[1][number]) => (await withPosts(ground, [account]))[0]!;
  /** How an account is tied: to its owner, and to the places of its posts. */
  const tiesOf = async (accountId: string) => {
    const posts = await lastingPosts(db, [accountId], today());
    return {
      owners: [accountId],
      departments: posts.map(({ departmentId }) => departmentId),
      outlets: posts.map(({ outletId }) => outletId),
    };
  };

  serve(app, 'people', peopleContract, may, {
    register: async ({ body, raw, reply }) => {
      const { secret, ...ids } = await register(ground, body, raw.ip);
      giveCookie(reply, ground, secret);
      return ids;
    },
    signIn: async ({ body, raw, reply }) => {
      const { secret, ...opened } = await signIn(ground, body, raw.ip);
      giveCookie(reply, ground, secret);
      return opened;
    },
    signOut: async ({ actor, raw, reply }) => {
      await signOut(ground, actor, raw.ip);
      clearCookie(reply, ground);
    },
    signOutEverywhere: async ({ actor, raw, reply }) => {
      await signOut(ground, actor, raw.ip, true);
      clearCookie(reply, ground);
    },
    enrolSecondFactor: ({ actor }) => enrolSecondFactor(ground, actor),
    giveSecondFactor: async ({ body, actor, raw, reply }) => {
      const { secret, next } = await giveSecondFactor(ground, actor, body.code, raw.ip);
      giveCookie(reply, ground, secret);
      return { next };
    },
    me: ({ actor }) => whoIAm(ground, actor),
    changePassword: async ({ body, actor, raw, reply }) => {
      const { secret, next } = await changePassword(ground, actor, body, raw.ip);
      giveCookie(reply, ground, secret);
      return { next };
    },
    askRecovery: ({ body, raw }) => askRecovery(ground, body.name, raw.ip),
    recover: ({ body, raw }) => recover(ground, body, raw.ip),
    listSignIns: async ({ query }) => {
      const { rows, total } = await listSignIns(
        db,
        { accountId: query.accountId, act: query.act, ...span(query) },
        query.limit ?? 50,
        query.offset ?? 0,
      );
      return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total };
    },
    demoAccounts: async () => {
      if (!ground.demo) return { rows: [] };
      const accounts = await listDemoAccounts(db);
      const rows = accounts.map(async (account) => ({
        loginName: account.loginName,
        password: account.password,
        title: account.title,
        titleEn: account.titleEn,
        code: await codeNow(ground, account),
      }));
      return { rows: await Promise.all(rows) };
    },

    updateMyDetails: async ({ body, actor }) => viewPerson(await updateMyDetails(ground, actor, body), false),
    lookUpPerson: async ({ body, actor }) => ({ person: await lookUpPerson(ground, actor, body) }),
    lookUpPersons: ({ body, actor }) => lookUpPersons(ground, actor, body),
    getPerson: async ({ params }) => viewPerson(await getPerson(db, params.id), true),
    unmaskPerson: async ({ params, body, actor }) =>
      unmaskPerson(ground, actor, await getPerson(db, params.id), body.reason),
    registerPerson: async ({ body, actor }) => viewPerson(await registerPerson(ground, actor, body), false),
    verifyPerson: async ({ params, actor }) =>
      viewPerson(await verifyPerson(ground, actor, await getPerson(db, params.id)), true),
    correctPerson: async ({ params, body, actor }) =>
      viewPerson(await correctPerson(ground, actor, await getPerson(db, params.id), body), false),
    openAccount: async ({ params, body, actor }) =>
      openAccount(ground, actor, await getPerson(db, params.id), body.phone),
    registerOrganisation: async ({ body, actor }) => viewOrganisation(await registerOrganisation(ground, actor, body)),
    verifyOrganisation: async ({ params, body, actor }) =>
      viewOrganisation(await verifyOrganisation(ground, actor, params.id, body)),
    findOrganisation: async ({ query }) => {
      const organisation = await findOrganisationByCode(db, mustBeCreditCode(query.creditCode));
      return { organisation: organisation ? viewOrganisation(organisation) : null };
    },
    listUnmaskings: async ({ query }) => {
      const filter = { accountId: query.accountId, personId: query.personId, ...span(query) };
      const { rows, total } = await listLooks(db, filter, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total };
    },

    addOrganisation: async ({ body, actor }) =>
      viewOrganisation(await addOrganisation(ground, actor, { ...body, legalRepresentative: '' })),
    leaveOrganisation: ({ params, actor }) => leaveOrganisation(ground, actor, params.id),
    myAuthorities: async ({ actor }) => {
      const day = today();
      const [received, given] = await Promise.all([
        listReceived(db, ownPersonId(actor), true),
        listGiven(db, ownPersonId(actor), day),
      ]);
      const view = (row: (typeof received)[number]) => viewAuthority(row, day);
      return { received: received.map(view), given: given.map(view) };
    },
    grantAuthority: async ({ body, actor }) => {
      const { id } = await grantAuthority(ground, actor, body);
      return viewAuthority(await getNamed(db, id), today());
    },
    revokeAuthority: async ({ params, body, actor, allow }) => {
      const authority = await getAuthority(db, params.id);
      allow({ owners: await endersOf(ground, authority) });
      await revokeAuthority(ground, actor, authority, body.reason);
    },
    recordAuthority: async ({ body, actor }) => {
      const { id } = await recordAtWindow(ground, actor, body);
      return viewAuthority(await getNamed(db, id), today(), true);
    },
    listAuthorities: async ({ query }) => {
      if ((query.personId === undefined) === (query.organisationId === undefined)) throw peopleProblems.onePrincipal();
      const rows = await listAround(db, query);
      return { rows: rows.map((row) => viewAuthority(row, today(), true)) };
    },

    listStaff: ({ query, allow }) => {
      allow({ departments: [query.departmentId ?? null] });
      return staffPage(ground, query, query.limit ?? 50, query.offset ?? 0);
    },
    listColleagues: ({ query }) => colleagues(ground, query.departmentId),
    createStaff: ({ body, actor }) => createStaff(ground, actor, body),
    updateStaff: async ({ params, body, actor }) =>
      staffRow(await updateStaff(ground, actor, await getAccount(db, params.id), body)),
    disableStaff: async ({ params, body, actor }) =>
      staffRow(await disableStaff(ground, actor, await getAccount(db, params.id), body)),
    resetPassword: async ({ params, body, actor }) =>
      resetPassword(ground, actor, await getAccount(db, params.id), body.reason),
    resetSecondFactor: async ({ params, body, actor }) =>
      resetSecondFactor(ground, actor, await getAccount(db, params.id), body.reason),
    givePost: async ({ params, body, actor }) =>
      staffRow(await addPost(ground, actor, await getAccount(db, params.id), body)),
    endPost: async ({ params, body, actor }) =>
      staffRow(await endPost(ground, actor, await getPost(db, params.id), body.untilOn)),

    listAbsences: async ({ query, allow }) => {
      allow({ departments: [query.departmentId ?? null], owners: [query.accountId ?? null] });
      const filter = {
        departmentId: query.departmentId,
        accountId: query.accountId,
        fromOn: query.fromOn ?? today(),
      };
      const { rows, total } = await listAbsences(db, filter, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map(viewAbsence), total };
    },
    enterAbsence: async ({ body, actor, allow }) => {
      allow(await tiesOf(body.accountId));
      return viewAbsence(await enterAbsence(ground, actor, body));
    },
    cancelAbsence: async ({ params, allow }) => {
      const absence = await getAbsence(db, params.id);
      allow(await tiesOf(absence.accountId));
      return viewAbsence(await cancelAbsence(ground, absence));
    },
  });
}
