/**
 * Old identity cards that people photographed for a new one: what the reader reads off the three pictures was kept when they were drawn, so that
 * nobody waits for it at the first start. One says what was filled in, one shows another address and a number that was tampered with, one cannot be read surely.
 */
import { readFileSync } from 'node:fs';
import { prepareSubmission, submitIn } from '#modules/cases';
import { addDays } from '#modules/deadlines';
import { openFile, uploadFile } from '#modules/documents';
import { reviewCases } from '#modules/prereview';
import { saveReading, type PictureReading } from '#modules/reading';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody, type Actor } from '#platform/permissions';
import type { Resident } from '../district/people.ts';
import { Random } from '#platform/random';
import { readDemo } from '../read-demo.ts';
import type { World } from './world.ts';

const item = '330101003000';
const stories = [
  { login: 'xiaoman', minutes: 45, given: {} },
  { login: 'yuanzhou', minutes: 130, given: { registeredAddress: '云溪区云溪街道文渊街20号' } },
  { login: 'defu', minutes: 260, given: {} },
] as const;

/** Whoever hands in for themselves. */
export const residentActor = ({ accountId, id, name }: Resident): Actor => ({
  accountId,
  personId: id,
  name,
  posts: [],
  sessionId: null,
  secondFactor: true,
});

/** The working day before the district's. */
export function dayBefore({ plan, time }: World): string {
  let day = addDays(plan.asOf, -1);
  while (!time.isWorking(day)) day = addDays(day, -1);
  return day;
}

const picture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../data/demo/samples/${name}.jpg`, import.meta.url));

/** Hands the applications in on the working day before the district's; they wait for a person. Returns how many there are. */
export async function handInCards(ground: Ground, world: World): Promise<number> {
  const readings = readDemo<Record<string, PictureReading>>('readings.json');
  const matter = world.matters.find(({ code }) => code.endsWith(`-${item}`));
  const day = dayBefore(world);
  let done = 0;
  for (const { login, minutes, given } of stories) {
    const owner = world.residents.get(login);
    const reading = readings[`card-${login}`];
    if (!matter || !owner?.accountId || !reading) continue;
    const clock = new SteppedClock(world.time.after(startOfDay(day), minutes));
    const past: Ground = { ...ground, clock };
    const actor = residentActor(owner);
    const { answers, situations } = matter.asking({
      random: new Random(world.plan.seed, 'card', login),
      day,
      people: world.people,
      person: owner,
      company: null,
      agent: null,
      given: { case: 'expired', age: 'adult', ...given },
    });
    const card = await uploadFile(past, actor, { name: '原身份证.jpg', bytes: picture(`card-${login}`) });
    const photo = await uploadFile(past, actor, { name: '照片.jpg', bytes: picture('certificate') });
    await keep(past, card.id, reading);
    const submission = {
      actionId: newId(),
      itemId: matter.id,
      applicant: {},
      answers,
      situations,
      materials: [
        { materialId: 'old-card', how: 'upload' as const, fileIds: [card.id] },
        { materialId: 'photo', how: 'upload' as const, fileIds: [photo.id] },
      ],
      delivery: { way: 'collected' as const },
      signature: { way: 'confirmed' as const },
    };
    const prepared = await prepareSubmission(past, actor, submission);
    const { id } = await past.db.transaction((tx) => submitIn(past, tx, actor, submission, prepared));
    clock.advance(8_000);
    await past.db.transaction((tx) => reviewCases(past, tx, [id]));
    done += 1;
  }
  return done;
}

/** Keeps a reading as the reader would have: of these bytes, under the version of the networks and templates that read them. */
async function keep(ground: Ground, fileId: string, result: PictureReading): Promise<void> {
  const { file } = await openFile(ground, fileId, nobody);
  const { storedSha256 } = file;
  const { version, kind } = result;
  const row = { id: newId(), fileId, storedSha256, version, askedKind: kind, kind, result, problem: null, at: ground.clock.now() }; // prettier-ignore
  await ground.db.transaction(async (tx) => saveReading(tx, row));
}
