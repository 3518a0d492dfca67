/**
 * Joint matters of the district. They are few, so they are acted with the verbs themselves, at instants of the past: what the rules open,
 * stop and conclude is there as it would have come about.
 */
import { acts } from '#modules/cases';
import { answerConsultation, applyForMatter, askOpinion, partsOfMatter, settleIn } from '#modules/matters';
import { addDays } from '#modules/deadlines';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { actorOf, type Member } from '../district/staff.ts';
import { idOf } from '../plan.ts';
import type { World } from './world.ts';

type Kind = 'accept' | 'grant' | 'refuse' | 'issue' | 'deliver';
const toTheEnd: readonly Kind[] = ['accept', 'grant', 'issue', 'deliver'];

interface Story {
  event: 'COMPANY' | 'HOUSE' | 'UTILITIES';
  /** Which resident: the named ones are the first. */
  resident: number;
  /** Calendar days before the district's day. */
  daysAgo: number;
  /** What is done with each part, in this order; parts that are not named wait. */
  course: readonly (readonly [part: string, kinds: readonly Kind[]])[];
  /** Asks another department about a part after it is accepted; answered or not. */
  consult?: { part: string; department: string; question: string; answer?: 'agreed' | 'conditional' };
}

const stories: readonly Story[] = [
  { event: 'COMPANY', resident: 31, daysAgo: 60, course: ['licence', 'seal', 'bank', 'invoice', 'social'].map((part) => [part, toTheEnd] as const) },
  { event: 'COMPANY', resident: 47, daysAgo: 33, course: [['licence', ['accept', 'refuse', 'deliver']]] },
  { event: 'COMPANY', resident: 1, daysAgo: 5, course: [['licence', toTheEnd], ['seal', toTheEnd], ['bank', ['accept']]] },
  { event: 'COMPANY', resident: 52, daysAgo: 2, course: [['licence', ['accept']]] },
  { event: 'HOUSE', resident: 63, daysAgo: 45, course: [['tax', toTheEnd], ['title', toTheEnd], ['water', toTheEnd], ['power', toTheEnd], ['gas', ['accept', 'refuse', 'deliver']]] },
  { event: 'HOUSE', resident: 0, daysAgo: 9, course: [['tax', toTheEnd], ['title', ['accept']]], consult: { part: 'title', department: 'housing-construction', question: '该房屋网签合同和维修资金是否正常？' } },
  { event: 'UTILITIES', resident: 71, daysAgo: 26, course: [['water', toTheEnd], ['power', toTheEnd], ['gas', toTheEnd], ['net', toTheEnd]] },
  { event: 'UTILITIES', resident: 0, daysAgo: 4, course: [['water', toTheEnd], ['power', ['accept', 'grant']], ['gas', ['accept']]], consult: { part: 'gas', department: 'planning-resources', question: '管线是否经过规划道路？', answer: 'conditional' } },
]; // prettier-ignore

const company = (name: string) => ({
  questions: { invoices: 'yes' },
  situations: { type: 'llc', home: 'own', pre: 'no' },
  answers: {
    companyName: name, address: '云溪区文渊街 20 号', capital: 100_000_000, scope: '软件开发；技术服务', shareholders: 2, term: '长期',
    sealSet: '公章、财务章、发票章、法人章', bank: '云溪农商银行', invoiceKind: '数电发票', monthly: 30, staff: 3,
  }, // prettier-ignore
  materials: ['articles', 'officers', 'premises'],
});
const house = () => ({
  questions: { gas: 'yes' },
  situations: { mortgage: 'no', agent: 'no' },
  answers: {
    sellerName: '沈立秋', location: '云溪区望溪路 8 号 2 幢 301 室', titleNumber: '浙（2019）云溪区不动产权第0012345号', floorArea: 89, price: 218_000_000,
    use: '住宅', share: '单独所有', delivery: '电子证', waterNumber: '3301900123', powerNumber: '3300456789', gasNumber: '8800123',
  }, // prettier-ignore
  materials: ['title'],
});
const utilities = () => ({
  questions: { gas: 'yes', net: 'yes' },
  situations: {},
  answers: {
    location: '云溪区望溪路 8 号 5 幢 1102 室',
    waterUse: '居民生活',
    kilowatts: 8,
    appliances: 2,
    provider: '电信',
  },
  materials: [],
});

/** Acts all stories up to the district's day. Returns how many matters there are. */
export async function actJointMatters(ground: Ground, world: World): Promise<number> {
  const clock = new SteppedClock(world.end);
  const past: Ground = { ...ground, clock };
  const clerk = [...world.staff.counters.values()].flat().find(({ role }) => role === 'clerk');
  if (!clerk) return 0;
  for (const [at, story] of stories.entries()) await act(past, clock, world, clerk, story, at);
  return stories.length;
}

async function act(
  ground: Ground,
  clock: SteppedClock,
  world: World,
  clerk: Member,
  story: Story,
  at: number,
): Promise<void> {
  const { plan, time, people } = world;
  const resident = people.residents[story.resident];
  if (!resident) return;
  const allow = (): void => {};
  /** Moves on by minutes of office work; false once the district's day has come. */
  const later = (minutes: number): boolean => {
    const next = time.after(clock.now(), minutes);
    if (next >= world.end) return false;
    clock.set(next);
    return true;
  };
  clock.set(time.after(startOfDay(addDays(plan.asOf, -story.daysAgo)), 20 + at * 13));
  if (clock.now() >= world.end) return;
  const said = {
    COMPANY: () => company(`云溪${resident.name.slice(-1)}和科技有限公司`),
    HOUSE: house,
    UTILITIES: utilities,
  }[story.event]();
  const own = { legalRepresentative: resident.name, idNumber: resident.idNumber, phone: resident.phone };
  const names = { COMPANY: own, HOUSE: { buyerName: resident.name, idNumber: resident.idNumber, phone: resident.phone }, UTILITIES: { ownerName: resident.name, phone: resident.phone } }; // prettier-ignore
  const matter = await applyForMatter(ground, { actor: actorOf(clerk), allow }, {
    actionId: newId(),
    eventId: idOf(plan, 'lifeEvent', story.event),
    questions: said.questions,
    applicant: { personId: resident.id },
    answers: { ...said.answers, ...names[story.event] },
    situations: said.situations as Record<string, string>,
    materials: said.materials.map((materialId) => ({ materialId, how: 'paper' as const, fileIds: [] })),
    delivery: { way: 'electronic' },
    signature: { way: 'confirmed' },
  }); // prettier-ignore
  const settle = (): Promise<unknown> => ground.db.transaction((tx) => settleIn(ground, tx, matter.id));
  for (const [key, kinds] of story.course) {
    const part = (await partsOfMatter(ground.db, matter.id)).find((one) => one.key === key);
    const head = part && world.staff.heads.get(part.departmentId)?.[0];
    if (!part?.caseId || !head) continue;
    const who = { actor: actorOf(head), allow };
    for (const kind of kinds) {
      if (!later(55)) return;
      const more = {
        refuse: { reason: '申请材料与登记信息不一致' },
        deliver: { way: 'electronic' as const },
        accept: {},
        grant: {},
        issue: {},
      }[kind];
      await acts[kind](ground, who, part.caseId, { actionId: newId(), ...more } as never);
      await settle();
      if (kind === 'accept' && story.consult?.part === key)
        await consult(ground, world, who, part.caseId, story.consult, later);
    }
  }
}

async function consult(
  ground: Ground,
  world: World,
  who: Parameters<typeof askOpinion>[1],
  caseId: string,
  asked: NonNullable<Story['consult']>,
  later: (minutes: number) => boolean,
): Promise<void> {
  const departmentId = idOf(world.plan, 'department', asked.department);
  const head = world.staff.heads.get(departmentId)?.[0];
  if (!later(20)) return;
  const { id } = await askOpinion(ground, who, caseId, {
    actionId: newId(), departmentId, question: asked.question, days: 3, answers: ['location'], materials: [],
  }); // prettier-ignore
  if (!asked.answer || !head || !later(240)) return;
  await answerConsultation(ground, { actor: actorOf(head), allow: () => {} }, id, {
    answer: asked.answer,
    text: '避让规划道路红线后同意',
  });
}
