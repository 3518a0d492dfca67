/** The inbox of those whom one can sign in as: what each step told them, read long ago or not yet. */
import { messages } from '#modules/cases';
import type { NoticeFacts } from '#modules/notices';
import type { Row } from '../load-store.ts';
import type { History } from './history.ts';
import type { World } from './world.ts';

const day = 86_400_000;

export function noticeRows(
  world: World,
  { row, actions, fatalDays, reminders, matter, random }: History,
  personId: string,
): Row[] {
  const { body } = matter;
  const told = actions.flatMap(({ kind, at }, i) => {
    const template = messages[kind];
    const dueOn = fatalDays[i];
    return template ? [{ template, at, days: dueOn ? { dueOn, until: dueOn } : {} }] : [];
  });
  const reminded = reminders.map(({ at, until }) => ({ template: 'cureSoon' as const, at, days: { until } }));
  return [...told, ...reminded].map(({ template, at, days }) => {
    const facts: NoticeFacts = {
      caseNumber: row.number,
      itemName: body.plainName ?? body.name,
      itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
      departmentName: world.departments.get(row.departmentId)!.name,
      ...days,
    };
    const old = world.end.getTime() - at.getTime() > 5 * day;
    const readAt = old ? new Date(at.getTime() + random.whole(3, 600) * 60_000) : null;
    return [random.id(at), personId, null, row.id, template, facts, at, readAt];
  });
}
