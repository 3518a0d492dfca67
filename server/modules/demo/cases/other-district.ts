/** What windows have taken in for a neighbouring district: few, and acted with the verbs themselves at instants of the past. */
import type { ItemBody } from '#modules/catalogue/contract';
import { addDays } from '#modules/deadlines';
import { openReport, sayTime } from '#modules/documents';
import { inventPartner, takeIn } from '#modules/exchange';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import { idOf } from '../plan.ts';
import { actorOf } from '../district/staff.ts';
import type { World } from './world.ts';

const plain = {
  synonyms: [], level: 'district', topics: [], visits: 0, applicants: ['person'], conditions: [], situations: [], fees: [], procedure: [], verified: true,
} satisfies Partial<ItemBody>; // prettier-ignore

const insurance: ItemBody = {
  ...plain,
  name: '城乡居民基本医疗保险参保登记',
  plainName: '参加居民医保',
  plainNameEn: 'Join the residents’ medical insurance',
  kind: 'publicService',
  immediate: false,
  statutoryLimit: { value: 5, unit: 'workingDay' },
  promisedLimit: { value: 1, unit: 'workingDay' },
  materials: [
    { id: 'residence', name: '居住证或户口簿', form: 'copy', copies: 1, source: 'applicant', requirement: 'must' },
  ],
  form: {
    type: 'object',
    properties: {
      town: { type: 'string', title: '参保的乡镇（街道）', maxLength: 40 },
      from: { type: 'string', title: '从哪年起参保', maxLength: 4 },
    },
    required: ['town', 'from'],
  },
  basis: [{ law: '中华人民共和国社会保险法', article: '第二十五条' }],
};
const move: ItemBody = {
  ...plain,
  name: '户口迁移（准予迁入）',
  plainName: '把户口迁过去',
  plainNameEn: 'Move one’s household registration there',
  kind: 'confirmation',
  immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' },
  promisedLimit: { value: 7, unit: 'workingDay' },
  materials: [
    { id: 'household', name: '户口簿', form: 'copy', copies: 1, source: 'applicant', requirement: 'must' },
    { id: 'home', name: '合法稳定住所证明', form: 'copy', copies: 1, source: 'applicant', requirement: 'must' },
  ],
  form: {
    type: 'object',
    properties: {
      address: { type: 'string', title: '迁入地址', maxLength: 100 },
      reason: { type: 'string', title: '迁入理由', enum: ['购房', '投靠亲属', '工作调动'] },
    },
    required: ['address', 'reason'],
  },
  basis: [{ law: '中华人民共和国户口登记条例', article: '第十条' }],
};

const items = {
  insurance: { body: insurance, department: '青山区医疗保障局', answers: { town: '柳泉街道', from: '2026' } },
  move: {
    body: move,
    department: '青山区公安分局',
    answers: { address: '青山区柳泉路 16 号 3 幢 502 室', reason: '购房' },
  },
};

interface Story {
  item: keyof typeof items;
  /** Which resident: the named ones are the first. */
  resident: number;
  daysAgo: number;
  /** What comes back, an hour of office work apart. */
  course: readonly (readonly [kind: string, state: string, note?: string])[];
}
const begun = ['submit', 'submitted'] as const;
const stories: readonly Story[] = [
  { item: 'insurance', resident: 84, daysAgo: 12, course: [begun, ['accept', 'accepted'], ['grant', 'granted'], ['issue', 'issued'], ['deliver', 'delivered'], ['close', 'closed']] },
  { item: 'move', resident: 0, daysAgo: 6, course: [begun, ['accept', 'accepted']] },
  { item: 'move', resident: 91, daysAgo: 4, course: [begun, ['askSupplement', 'supplementing', '请补交购房合同或不动产权证书复印件']] },
  { item: 'insurance', resident: 103, daysAgo: 3, course: [begun, ['refuseAcceptance', 'notAccepted', '已在其他统筹地区参保，不能重复参保']] },
  { item: 'insurance', resident: 58, daysAgo: 1, course: [begun] },
]; // prettier-ignore

/** The result as the other district would have made it out: on paper of its own. */
async function proofOf(name: string, item: string, at: Date, here: string) {
  const number = `青医保登〔${at.getFullYear()}〕第000412号`;
  const said = { title: '办理结果告知单', titleEn: 'Notice of the Result', number };
  const bytes = await openReport({
    ...said,
    subtitle: `${item} · ${number}`,
    issuer: '青山区医疗保障局',
    asOf: sayTime(at.toISOString()),
    blocks: [
      { p: `${name}：您通过${here}窗口提交的“${item}”已办结，登记自本单所载时间起生效。` },
      { pairs: [['办理结果', '准予登记'], ['办理机关', '青山区医疗保障局'], ['代收地区', here]] },
      { note: '对办理结果有异议的，可以向青山区医疗保障局申请复核。' },
    ],
    at: at.toISOString(),
    hash: hashOf(`${number} ${name}`),
    language: 'zh-CN',
  }); // prettier-ignore
  return { kind: 'resultProof', ...said, bytes };
}

/** Takes in all stories up to the district's day. Returns how many there are. */
export async function takeInForOthers(ground: Ground, world: World): Promise<number> {
  const { plan, time, people, staff } = world;
  const office = staff.members.find(({ role }) => role === 'office');
  const clerk = [...staff.counters.values()].flat().find(({ role }) => role === 'clerk');
  if (!office || !clerk) return 0;
  const clock = new SteppedClock(startOfDay(addDays(plan.asOf, -90)));
  const past: Ground = { ...ground, clock };
  const ids = { insurance: idOf(plan, 'afar', 0), move: idOf(plan, 'afar', 1) };
  const offered = (Object.keys(items) as (keyof typeof items)[]).map((key) => ({ itemId: ids[key], ...items[key] }));
  // No district is a partner of itself, whatever code the demonstration was given.
  const partner = await inventPartner(past, office.accountId, {
    code: ground.district.code === '330198' ? '330197' : '330198',
    name: '青山区',
    items: offered.map(({ itemId, department, body }) => ({ itemId, department, body })),
  });
  await partner.answer(past);
  let taken = 0;
  for (const { item, resident, daysAgo, course } of stories) {
    const who = people.residents[resident];
    clock.set(time.after(startOfDay(addDays(plan.asOf, -daysAgo)), 40));
    if (!who || who.idKind !== 'residentCard' || clock.now() >= world.end) continue;
    const actionId = newId();
    const { body, answers } = items[item];
    await takeIn(past, actorOf(clerk), {
      actionId,
      partnerId: partner.partnerId,
      itemId: ids[item],
      applicant: { name: who.name, idNumber: who.idNumber },
      answers,
      situations: {},
      materials: body.materials.map(({ id }) => ({ materialId: id, how: 'paper', fileIds: [] })),
      signature: { way: 'confirmed' },
    });
    await partner.answer(past);
    taken += 1;
    for (const [at, [kind, state, note = null]] of course.entries()) {
      const next = time.after(clock.now(), at === 0 ? 1 : 60);
      if (next >= world.end) break;
      clock.set(next);
      const document =
        kind === 'issue' ? await proofOf(who.name, body.name, clock.now(), ground.district.name) : undefined;
      await partner.tell(past, { applicationId: actionId, seq: at + 1, kind, state, note, ...(document ? { document } : {}) }); // prettier-ignore
      if (document) await partner.answer(past);
    }
  }
  return taken;
}
