/** The inbox of those whom one can sign in as: what each step told them, read long ago or not yet. */
import { messages } from '#modules/cases';
import type { NoticeFacts } from '#modules/notices';
import type { Row } from '../load-store.ts';
import type { History } from './history.ts';
import type { World } from './world.ts';

const day = 86_400_000;

export function noticeRows(
  world: World,
  { row, actions, fatalDays, matter, random }: History,
  personId: string,
): Row[] {
  const { body } = matter;
  return actions.flatMap(({ kind, at }, i) => {
    const template = messages[kind];
    if (!template) return [];
    const dueOn = fatalDays[i];
    const facts: NoticeFacts = {
      caseNumber: row.number,
      itemName: body.plainName ?? body.name,
      itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
      departmentName: world.departments.get(row.departmentId)!.name,
      ...(dueOn ? { dueOn, until: dueOn } : {}),
    };
    const old = world.end.getTime() - at.getTime() > 5 * day;
    return [
      [
        random.id(at),
        personId,
        null,
        row.id,
        template,
        facts,
        at,
        old ? new Date(at.getTime() + random.whole(3, 600) * 60_000) : null,
      ],
    ];
  });
}
