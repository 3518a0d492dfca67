/** Cases for tests of what comes after them: an application of the small district's resident, taken as far as is asked. */
import { casesContract as ops, type Submission } from '#modules/cases/contract';
import { newId } from '#platform/ids';
import type { TestApp } from './testing.ts';
import type { SmallDistrict } from './testing-district.ts';

/** An application for the food licence that is complete. */
export const foodApplication = (d: SmallDistrict, overrides: Partial<Submission> = {}): Submission => ({
  actionId: newId(),
  itemId: d.food,
  applicant: {},
  answers: { shopName: '小满面馆', area: 80, grease: 'YS-2' },
  situations: { business: 'hot' },
  materials: [{ materialId: 'layout', how: 'paper', fileIds: [] }],
  delivery: { way: 'electronic' },
  signature: { way: 'confirmed' },
  ...overrides,
});

type Step = (typeof ops)['accept'];
/** Bodies of the steps that need one. */
const bodies: Partial<Record<keyof typeof ops, object>> = {
  askSupplement: { wanted: [{ what: '补平面图' }] },
  refuse: { reason: '场所不符合要求' },
  refuseAcceptance: { reason: '不属于受理范围' },
  examine: { opinion: '符合', proposal: 'grant' },
  deliver: { way: 'electronic' },
  note: { text: '电话联系' },
};

/** Takes a step with the account that may; throws unless it succeeds. */
export async function step(app: TestApp, d: SmallDistrict, id: string, kind: keyof typeof ops, body: object = {}) {
  const account = kind === 'grant' || kind === 'refuse' ? d.head : kind === 'withdraw' ? d.resident : d.examiner;
  const input = { params: { id }, body: { actionId: newId(), ...bodies[kind], ...body } };
  return app.call(account, ops[kind] as Step, input);
}

/** A new case of the resident, taken through the steps in their order. */
export async function runCase(
  app: TestApp,
  d: SmallDistrict,
  kinds: readonly (keyof typeof ops)[],
  overrides: Partial<Submission> = {},
) {
  const receipt = await app.call(d.resident, ops.submitCase, { body: foodApplication(d, overrides) });
  for (const kind of kinds) await step(app, d, receipt.id, kind);
  return receipt;
}

/** From acceptance to closing. */
export const toTheEnd = ['accept', 'grant', 'issue', 'deliver'] as const;
