/**
 * Handing several items down to several outlets, or taking them back: one item after the other, each whole or not at all, so that
 * what was done before a failure is known.
 */
import { catalogueContract } from '#modules/catalogue/contract';
import { asProblem, call, type ProblemError } from '#web/client/client.ts';

export type Scope = 'accept' | 'decide' | 'print';
export interface Offer {
  outletId: string;
  scope: Scope;
  fromDay: string;
  untilDay: string | null;
}

/** What has to happen at one item. Pure. */
export interface OfferPlan {
  /** Outlets to which it is handed down. */
  add: string[];
  /** Of those, the ones that have it with another scope: it is taken back first. */
  rescoped: string[];
  /** Outlets where another scope would begin on a later day: that would leave a gap. */
  later: string[];
}

/** Only what is open counts; an outlet that has it with the same scope is left alone. */
export function planHandDown(
  offers: readonly Offer[],
  outletIds: readonly string[],
  scope: Scope,
  fromDay: string,
  today: string,
): OfferPlan {
  const open = new Map(offers.filter(({ untilDay }) => untilDay === null).map((offer) => [offer.outletId, offer]));
  const plan: OfferPlan = { add: [], rescoped: [], later: [] };
  for (const outletId of outletIds) {
    const there = open.get(outletId);
    if (there?.scope === scope) continue;
    if (there && fromDay > today) plan.later.push(outletId);
    else {
      plan.add.push(outletId);
      if (there) plan.rescoped.push(outletId);
    }
  }
  return plan;
}

/** Outlets of the chosen ones that have it now. */
export const planTakeBack = (offers: readonly Offer[], outletIds: readonly string[]): string[] => {
  const open = new Set(offers.filter(({ untilDay }) => untilDay === null).map(({ outletId }) => outletId));
  return outletIds.filter((id) => open.has(id));
};

export interface Outcome {
  itemId: string;
  done: number;
  rescoped: number;
  later: number;
  error?: ProblemError;
}

const most = 500;
const pieces = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / most) }, (_, at) => ids.slice(at * most, (at + 1) * most));

/** Does it for each item in turn; `onEach` hears every outcome. Failures are outcomes, nothing is thrown. */
export async function handDownMany(
  itemIds: readonly string[],
  asked: { act: 'handDown' | 'takeBack'; outletIds: readonly string[]; scope: Scope; fromDay: string; today: string },
  onEach: (outcome: Outcome) => void,
): Promise<void> {
  for (const itemId of itemIds) {
    const params = { id: itemId };
    const outcome: Outcome = { itemId, done: 0, rescoped: 0, later: 0 };
    try {
      const { rows } = await call(catalogueContract.listOffers, { params });
      if (asked.act === 'takeBack') {
        for (const outletIds of pieces(planTakeBack(rows, asked.outletIds))) {
          await call(catalogueContract.takeBack, { params, body: { outletIds } });
          outcome.done += outletIds.length;
        }
      } else {
        const plan = planHandDown(rows, asked.outletIds, asked.scope, asked.fromDay, asked.today);
        outcome.later = plan.later.length;
        for (const outletIds of pieces(plan.rescoped)) {
          await call(catalogueContract.takeBack, { params, body: { outletIds } });
          outcome.rescoped += outletIds.length;
        }
        for (const outletIds of pieces(plan.add)) {
          await call(catalogueContract.handDown, {
            params,
            body: { outletIds, scope: asked.scope, fromDay: asked.fromDay },
          });
          outcome.done += outletIds.length;
        }
      }
      onEach(outcome);
    } catch (thrown) {
      onEach({ ...outcome, error: asProblem(thrown) });
    }
  }
}
