/**
 * What is around the queue of the hall: service after hours of the last month and the week to come, questions with who was asked first, and a
 * few complaints. All few, so they are acted with the verbs themselves, at instants of the past.
 */
import { askFor, saveOfferRow, takeStep as takeStay, timesAt } from '#modules/afterhours';
import { makeComplaint, takeStep as takeComplaint } from '#modules/complaints';
import { addDays } from '#modules/deadlines';
import { recordQuestion, takeStep as takeQuestion } from '#modules/firstasked';
import { findErrand } from '#modules/hall';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { errandsOf, windowIdOf } from '../district/hall.ts';
import type { Outlet } from '../district/offices.ts';
import { actorOf, type Member } from '../district/staff.ts';
import { idOf } from '../plan.ts';
import { complaintsMade, questionsAsked, stays, type Complained, type Question, type Stay } from './hall-care-told.ts';
import type { World } from './world.ts';

interface Scene {
  ground: Ground;
  clock: SteppedClock;
  world: World;
  hall: Outlet;
  office: Member;
}
const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** Acts all of it up to the district's day. Returns how many requests, questions and complaints there are. */
export async function actHallCare(ground: Ground, world: World): Promise<number> {
  const hall = [...world.outlets.values()].find(({ key }) => key === 'hall');
  const office = world.staff.members.find(({ login }) => login === 'office');
  if (!hall || !office) return 0;
  const clock = new SteppedClock(world.end);
  const scene: Scene = { ground: { ...ground, clock }, clock, world, hall, office };
  await ground.db.transaction(async (tx) => {
    const at = startOfDay(addDays(world.plan.asOf, -60));
    const offer = { outletId: hall.id, noticeMinutes: 120 };
    saveOfferRow(tx, { ...offer, period: 'noon', opens: '12:00', closes: '13:30', places: 6, daysAhead: 5 }, at, office.name); // prettier-ignore
    saveOfferRow(tx, { ...offer, period: 'evening', opens: '17:30', closes: '19:00', places: 4, daysAhead: 5 }, at, office.name); // prettier-ignore
    saveOfferRow(tx, { ...offer, period: 'saturday', opens: '09:00', closes: '11:30', places: 8, daysAhead: 14 }, at, office.name); // prettier-ignore
  });
  let made = 0;
  for (const [n, stay] of stays.entries()) if (await actStay(scene, stay, n)) made += 1;
  for (const [n, question] of questionsAsked.entries()) if (await actQuestion(scene, question, n)) made += 1;
  for (const [n, told] of complaintsMade.entries()) if (await actComplaint(scene, told, n)) made += 1;
  return made;
}

const residentAt = ({ world }: Scene, n: number) => world.withAccount[(n * 13 + 3) % world.withAccount.length]!;
const asResident = (scene: Scene, n: number): Actor => {
  const { id, accountId, name } = residentAt(scene, n);
  return { ...actorOf(scene.office), accountId: accountId!, personId: id, name, posts: [] };
};

/** Who sits at a window of this name, with the window. */
function seatOf({ world, hall }: Scene, windowName: string, nth: number) {
  const members = world.staff.counters.get(hall.id) ?? [];
  const seats = hall.windows.flatMap(({ number, name }, i) => (name === windowName && members[i] ? [{ number, member: members[i] }] : [])); // prettier-ignore
  const seat = seats[nth % Math.max(1, seats.length)];
  return seat && { member: seat.member, windowId: windowIdOf(world.plan, hall, seat.number) };
}

async function actStay(scene: Scene, stay: Stay, n: number): Promise<boolean> {
  const { ground, clock, world, hall, office } = scene;
  const { plan } = world;
  const errandPlan = errandsOf(plan, hall).find(({ name }) => name === stay.errand);
  const errand = errandPlan && (await findErrand(ground.db, errandPlan.id));
  const seat = seatOf(scene, stay.errand, n);
  if (!errand || !seat) return false;
  clock.set(minutesAfter(startOfDay(addDays(plan.asOf, -stay.daysAgo)), 560 + n * 7));
  if (clock.now() >= world.end) return false;
  const time = (await timesAt(ground, hall.id)).find(({ period, day, left }) => period === stay.period && left > 0 && day > addDays(plan.asOf, -stay.daysAgo)); // prettier-ignore
  if (!time) return false;
  const { accountId, personId, name } = asResident(scene, n);
  const id = idOf(plan, 'afterhours', n);
  const asked = { actionId: id, period: time.period, day: time.day, wish: stay.wish };
  await askFor(ground, errand, asked, { door: 'portal', personId, accountId, name, phone: '' });
  const step = async (at: Date, by: Member, kind: Parameters<typeof takeStay>[3], more: object = {}): Promise<boolean> => {
    if (at >= world.end) return false;
    clock.set(at);
    await takeStay(ground, by, id, kind, { actionId: idOf(plan, 'afterhours', n, kind), ...more });
    return true;
  };
  if (stay.until === 'asked') return true;
  const decided = minutesAfter(clock.now(), 45 + n);
  if (stay.until === 'refused') return (await step(decided, office, 'refuse', { text: stay.answer ?? '' }), true);
  const where = { staffId: seat.member.accountId, windowId: seat.windowId };
  if (!(await step(decided, office, 'grant', where)) || stay.until === 'granted') return true;
  if (stay.until === 'missed') return (await step(minutesAfter(time.beginsAt, 35), seat.member, 'miss'), true);
  if (!(await step(minutesAfter(time.beginsAt, 2 + (n % 7)), seat.member, 'start'))) return true;
  const matters = stay.matters ?? 1;
  await step(minutesAfter(clock.now(), 14 + matters * 11 + n), seat.member, 'finish', { matters });
  return true;
} // prettier-ignore

async function actQuestion(scene: Scene, asked: Question, n: number): Promise<boolean> {
  const { ground, clock, world } = scene;
  const { plan, time, staff } = world;
  const first = asked.by === 'town' ? staff.members.find(({ login }) => login === 'town') : seatOf(scene, '咨询导办', n)?.member; // prettier-ignore
  const departmentId = asked.department ? idOf(plan, 'department', asked.department) : undefined;
  const head = departmentId ? staff.heads.get(departmentId)?.[0] : undefined;
  if (!first || (departmentId && !head)) return false;
  clock.set(time.after(startOfDay(addDays(plan.asOf, -asked.daysAgo)), 20 + n * 21));
  if (clock.now() >= world.end) return false;
  const id = idOf(plan, 'question', n);
  const { topic, answer } = asked;
  let row = await recordQuestion(ground, actorOf(first), {
    actionId: id,
    door: asked.by === 'town' ? 'town' : asked.by === 'phone' ? 'hotline' : 'desk',
    topic,
    ...(departmentId ? { departmentId } : { answer: answer ?? '' }),
  });
  const step = async (minutes: number, by: Member, kind: Parameters<typeof takeQuestion>[3], text: string): Promise<boolean> => {
    const at = time.after(clock.now(), minutes);
    if (at >= world.end) return false;
    clock.set(at);
    row = await takeQuestion(ground, actorOf(by), row, kind, { actionId: idOf(plan, 'question', n, kind), text });
    return true;
  };
  if (!head || asked.until === 'handedOver') return true;
  if (asked.until === 'returned') return (await step(25, head, 'giveBack', answer ?? ''), true);
  // An hour of office time is the limit of the house.
  if (!(await step(asked.late ? 140 : 12 + n * 3, head, 'acknowledge', ''))) return true;
  if (asked.until === 'settled') await step(90 + n * 10, head, 'settle', answer ?? '');
  return true;
} // prettier-ignore

async function actComplaint(scene: Scene, told: Complained, n: number): Promise<boolean> {
  const { ground, clock, world, office } = scene;
  const { plan, time, staff } = world;
  const seat = seatOf(scene, told.window, n + 1);
  const second = staff.members.find(({ role, login }) => role === 'office' && login !== 'office');
  if (!seat || !second) return false;
  clock.set(time.after(startOfDay(addDays(plan.asOf, -told.daysAgo)), 70 + n * 31));
  if (clock.now() >= world.end) return false;
  const id = idOf(plan, 'complaint', n);
  const said = { actionId: id, body: told.body, windowId: seat.windowId };
  let row = await makeComplaint(ground, 'portal', asResident(scene, n + 40), said);
  const step = async (days: number, by: { accountId: string | null; name: string }, kind: Parameters<typeof takeComplaint>[3], more: object = {}): Promise<boolean> => {
    const at = time.after(clock.now(), days * 390 + 17 + n * 5);
    if (at >= world.end) return false;
    clock.set(at);
    row = await takeComplaint(ground, by, row, kind, { actionId: idOf(plan, 'complaint', n, kind, row.seq), ...more });
    return true;
  };
  if (told.until === 'received') return true;
  if (!(await step(0.3, office, 'assign', { handlerId: office.accountId }))) return true;
  if (!(await step(0.2, office, 'identify', { aboutId: seat.member.accountId }))) return true;
  if (!(await step(0.1, office, 'askStatement', { text: told.question }))) return true;
  if (told.until === 'asked') return true;
  if (!(await step(0.5, seat.member, 'state', { text: told.statement }))) return true;
  if (!(await step(told.late ? 6 : 0.6, office, 'answer', { text: told.answer })) || told.until === 'answered') return true;
  const complainer = { accountId: row.accountId, name: row.name };
  if (told.until === 'satisfied') return (await step(0.4, complainer, 'satisfy'), true);
  if (!(await step(0.4, complainer, 'reopen', { text: '只说了会整改，没说怎么补救' }))) return true;
  if (!(await step(0.3, second, 'assign', { handlerId: second.accountId }))) return true;
  if (await step(1, second, 'answer', { text: `${told.answer}。已由我们主动联系您，上门补办` })) await step(0.5, complainer, 'satisfy');
  return true;
} // prettier-ignore
