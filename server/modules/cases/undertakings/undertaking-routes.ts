/** HTTP for undertakings and the record of promises. */
import { organisationsOf } from '#modules/people';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { rolesOf } from '#platform/permissions';
import type { casesContract } from '../contract.ts';
import { caseProblems } from '../problems.ts';
import { findEntry, openUndertakings, recordOf, strikeEntry, type ShownEntry } from './undertaking-store.ts';

const shown = ({ undertakingId: _, personId: __, organisationId: ___, enteredAt, struckAt, ...entry }: ShownEntry) => ({
  ...entry,
  enteredAt: enteredAt.toISOString(),
  struckAt: struckAt?.toISOString() ?? null,
});

type Ours = Pick<Handlers<typeof casesContract>, 'undertakings' | 'promiseRecord' | 'strikeRecord'>;

export const undertakingHandlers = (ground: Ground): Ours => ({
  undertakings: async ({ query, actor, allow }) => {
    const all = rolesOf(actor).some((role) => role === 'office' || role === 'auditor');
    const departmentIds = actor.posts.flatMap(({ departmentId }) => (departmentId ? [departmentId] : []));
    allow({ departments: departmentIds });
    const { limit = 50, offset = 0, kind, state, undrawn = false } = query;
    const { rows, total, more } = await openUndertakings(ground.db, {
      ...(all ? {} : { departmentIds }),
      ...(kind ? { kind } : {}),
      ...(state ? { state } : {}),
      undrawn,
      limit,
      offset,
    });
    return {
      rows: rows.map(({ caseId, caseNumber, itemName, applicantName, materialId, materialName, kind, state, madeOn, dueOn, sampled }) => ({
        caseId, caseNumber, itemName, applicantName, materialId, materialName, kind, state, madeOn, dueOn, sampled,
      })), // prettier-ignore
      total,
      more,
    };
  },
  promiseRecord: async ({ query, actor, allow }) => {
    const { personId = null, organisationId = null } = query;
    const own =
      organisationId !== null
        ? actor.personId !== null &&
          (await organisationsOf(ground.db, actor.personId, ground.clock.now())).includes(organisationId)
        : personId === null || personId === actor.personId;
    const asked = { personId: organisationId ? null : (personId ?? actor.personId), organisationId };
    allow({ owners: [own ? actor.personId : null] });
    if (!asked.personId && !asked.organisationId) return [];
    return (await recordOf(ground.db, asked)).map(shown);
  },
  strikeRecord: async ({ params, body, actor, allow }) => {
    const entry = await findEntry(ground.db, params.id);
    if (!entry) throw caseProblems.noSuchEntry();
    allow({ departments: [entry.departmentId] });
    await ground.db.transaction(async (tx) =>
      strikeEntry(tx, {
        recordId: params.id,
        at: ground.clock.now(),
        accountId: actor.accountId!,
        reason: body.reason,
      }),
    );
    return shown((await findEntry(ground.db, params.id))!);
  },
});
