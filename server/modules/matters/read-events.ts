/** Life events as people read and edit them. */
import { getVersionInForce, type ItemVersion } from '#modules/catalogue';
import { legalLimit } from '#modules/deadlines';
import { listDepartments } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { bestFirst } from './find-event.ts';
import { eventFaults, type EventFault } from './event-faults.ts';
import {
  eventsInForce,
  findEvent,
  findEventInForce,
  listManaged,
  listVersions,
  type EventVersion,
} from './event-store.ts';
import type { LifeEventBody } from './life-event.ts';
import { matterProblems } from './problems.ts';
import { proposeMapping } from './propose.ts';
import type { EventLine, LifeEvent } from './shapes.ts';

/** The items of the members by their keys; a member whose item has no version in force is not in it. */
export async function itemsOf(ground: Ground, body: LifeEventBody, day: string): Promise<Map<string, ItemVersion>> {
  const found = await Promise.all(
    body.members.map(async ({ key, itemId }) => [key, await getVersionInForce(ground, itemId, day)] as const),
  );
  return new Map(found.flatMap(([key, item]) => (item ? [[key, item]] : [])));
}

const today = (ground: Ground): string => shanghaiDay(ground.clock.now());

const lineOf = ({ id, code, version, body }: EventVersion, departments: number): EventLine => ({
  id,
  code,
  version,
  name: body.name,
  nameEn: body.nameEn ?? null,
  about: body.about ?? null,
  aboutEn: body.aboutEn ?? null,
  topics: body.topics,
  leadDepartmentId: body.leadDepartmentId,
  policy: body.policy,
  memberCount: body.members.length,
  departmentCount: departments,
});

/** What is in force; for a request in citizens' words those that it means, the best first. */
export async function listEvents(ground: Ground, find: string | undefined): Promise<EventLine[]> {
  const day = today(ground);
  const all = await eventsInForce(ground.db, day);
  const lines = await Promise.all(
    all.map(async (event) => {
      const items = await itemsOf(ground, event.body, day);
      return {
        line: lineOf(event, new Set([...items.values()].map(({ departmentId }) => departmentId)).size),
        names: [event.body.name, event.body.nameEn ?? '', ...event.body.synonyms],
      };
    }),
  );
  return find === undefined ? lines.map(({ line }) => line) : bestFirst(find, lines).map(({ line }) => line);
}

const membersOf = (body: LifeEventBody, items: ReadonlyMap<string, ItemVersion>): LifeEvent['members'] =>
  body.members.map(({ key, itemId, after }) => {
    const item = items.get(key);
    return {
      key,
      itemId,
      after,
      version: item?.version ?? null,
      departmentId: item?.departmentId ?? null,
      body: item?.body ?? null,
    };
  });

/** Throws `noSuchEvent`, `notInForce`. */
export async function readEvent(ground: Ground, id: string): Promise<LifeEvent> {
  const day = today(ground);
  const event = await findEventInForce(ground.db, id, day);
  if (!event) throw (await findEvent(ground.db, id)) ? matterProblems.notInForce() : matterProblems.noSuchEvent();
  const items = await itemsOf(ground, event.body, day);
  const { code, version, inForceFrom, body } = event;
  return {
    id,
    code,
    version,
    inForceFrom,
    body,
    members: membersOf(body, items),
    codes: [...items.values()].map((item) => item.code),
  };
}

/** What is wrong with a body now, and its members' items; completed when asked. */
export async function checkEvent(ground: Ground, asked: LifeEventBody, propose: boolean) {
  const day = today(ground);
  const items = await itemsOf(ground, asked, day);
  const bodyOf = (key: string) => items.get(key)?.body;
  const body = propose ? proposeMapping(asked, bodyOf) : asked;
  const departments = new Set((await listDepartments(ground.db)).map(({ id }) => id));
  const faults: EventFault[] = eventFaults(body, {
    bodyOf,
    atMost: legalLimit('decideJointly', day).value,
    isDepartment: (id) => departments.has(id),
  });
  return { body, members: membersOf(body, items), faults };
}

export async function listManagedEvents(ground: Ground) {
  const rows = await listManaged(ground.db, today(ground));
  return rows.map(({ id, code, name, members, version, inForceFrom, withdrawnFrom, hasDraft, changedAt }) => ({
    id,
    code,
    name: name ?? code,
    members,
    version,
    inForceFrom,
    withdrawnFrom,
    hasDraft,
    changedAt: changedAt.toISOString(),
  }));
}

/** What is being prepared of an event, or its newest version to begin from. Throws `noSuchEvent`. */
export async function readManagedEvent(ground: Ground, id: string) {
  const [event, versions] = await Promise.all([findEvent(ground.db, id), listVersions(ground.db, id)]);
  const body = event?.draft ?? versions[0]?.body;
  if (!event || !body) throw matterProblems.noSuchEvent();
  const { faults, members } = await checkEvent(ground, body, false);
  return {
    id,
    code: event.code,
    revision: event.draftRevision,
    withdrawnFrom: event.withdrawnFrom,
    body,
    isDraft: event.draft !== null,
    members,
    faults,
    versions: versions.map(({ version, inForceFrom, publishedAt }) => ({
      version,
      inForceFrom,
      publishedAt: publishedAt.toISOString(),
    })),
  };
}
