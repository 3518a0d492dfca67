/** The life events of the district, as they are written in `data/demo/life-events.json`. */
import type { ItemBody } from '#modules/catalogue/contract';
import { completeEvent, type EventToSave, type LifeEventBody } from '#modules/matters';
import { foundedOn, idOf, type Plan } from '../plan.ts';
import { readDemo } from '../read-demo.ts';

/** Members name their item by the end of its code; what is asked once is worked out. */
interface WrittenEvent {
  code: string;
  lead: string;
  body: Omit<LifeEventBody, 'leadDepartmentId' | 'members' | 'asks' | 'materials'> & {
    members: (Omit<LifeEventBody['members'][number], 'itemId'> & { item: string })[];
  };
}

interface Item {
  id: string;
  code: string;
  body: ItemBody;
}

/** Throws an Error for an event with faults. */
export const lifeEvents = (plan: Plan, items: readonly Item[]): EventToSave[] =>
  readDemo<WrittenEvent[]>('life-events.json').map(({ code, lead, body }) => ({
    id: idOf(plan, 'lifeEvent', code),
    code,
    inForceFrom: foundedOn(plan),
    body: completeEvent(
      {
        ...body,
        leadDepartmentId: idOf(plan, 'department', lead),
        members: body.members.map(({ item, ...member }) => ({
          ...member,
          itemId: items.find((one) => one.code.endsWith(`-${item}`))!.id,
        })),
        asks: [],
        materials: [],
      },
      (itemId) => items.find(({ id }) => id === itemId)?.body,
      foundedOn(plan),
    ),
  }));
