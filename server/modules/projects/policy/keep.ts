/** Policies for a company, and keeping them. */
import { shanghaiDay } from '#platform/clock';
import type { BodyOf, ReplyOf } from '#platform/contract';
import type { Reader } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { projectsContract } from '../contract.ts';
import { policiesChanged } from '../events.ts';
import { projectProblems } from '../problems.ts';
import type { ProjectRow } from '../store.ts';
import { getTypeVersion } from '../type-store.ts';
import { knownFacts, matchPolicy, type FactKey } from './policy.ts';
import { companyFacts, lockPolicy, savePolicyRow, validPolicies, type PolicyRow } from './store.ts';

export const shownPolicy = ({ id, code, version, body, withdrawnAt }: PolicyRow) => ({
  id,
  code,
  version,
  body,
  withdrawn: withdrawnAt !== null,
});

const rank = { yes: 0, unknown: 1, no: 2 } as const;

/** Every policy in force against what is known of this company and project: what fits first, each with its reasons. */
export async function matchPolicies(
  ground: Ground,
  reader: Reader,
  project: ProjectRow,
): Promise<ReplyOf<typeof projectsContract.matchPolicies>> {
  const day = shanghaiDay(ground.clock.now());
  const [policies, company, type] = await Promise.all([
    validPolicies(reader, day),
    companyFacts(reader, project.organisationId),
    getTypeVersion(reader, project.typeId, project.typeVersion),
  ]);
  // What the project itself says of its type and its investment need not be told again.
  const own = { projectType: type.body.name, ...project.facts, investmentFen: project.investmentFen };
  const known = knownFacts(company, own, day);
  const rows = policies
    .map((row) => ({ policy: shownPolicy(row), ...matchPolicy(row.body, known) }))
    .toSorted((a, b) => rank[a.fits] - rank[b.fits] || (b.amountFen ?? 0) - (a.amountFen ?? 0));
  const ask = new Set<FactKey>(
    rows.flatMap(({ fits, reasons }) =>
      fits === 'unknown'
        ? reasons.filter(({ answer }) => answer === 'unknown').map(({ condition }) => condition.fact)
        : [],
    ),
  );
  return { rows, company, asOf: day, ask: [...ask] };
}

/** Writes a policy. Throws `changedMeanwhile` unless `version` is the one that is stored (0: it is new). */
export const savePolicy = (
  ground: Ground,
  actor: Actor,
  id: string,
  asked: BodyOf<typeof projectsContract.savePolicy>,
): Promise<PolicyRow> =>
  ground.db.transaction(async (tx) => {
    const before = await lockPolicy(tx, id);
    const { validFrom, validUntil } = asked.body;
    if (validUntil !== null && validUntil < validFrom) throw projectProblems.validityWrong();
    if (!before && asked.version > 0) throw projectProblems.noSuchPolicy();
    if (before && before.version !== asked.version) throw projectProblems.changedMeanwhile();
    const at = ground.clock.now();
    const row: PolicyRow = {
      id,
      code: asked.code,
      version: asked.version + 1,
      body: asked.body,
      withdrawnAt: asked.withdrawn ? (before?.withdrawnAt ?? at) : null,
    };
    savePolicyRow(tx, row, { at, by: actor.accountId, isNew: !before });
    emit(tx, policiesChanged, id, { everybody: true });
    return row;
  });
