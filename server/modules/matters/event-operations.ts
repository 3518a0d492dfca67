/** What the service office does with life events: prepare, check, publish, take back. Part of the contract. */
import { Type } from 'typebox';
import { ById, closed, Day, nullable, type Operation } from '#platform/contract';
import { LifeEventBody } from './life-event.ts';
import { EventFault, ManagedEvent, ManagedLine } from './shapes.ts';

const revision = Type.Integer({ minimum: 0 });

export const eventOperations = {
  listManagedEvents: {
    method: 'GET',
    path: '/life-events/managed',
    summary: 'All life events with what is in force and what is being prepared',
    reply: Type.Object({ rows: Type.Array(ManagedLine) }),
  },
  getManagedEvent: {
    method: 'GET',
    path: '/life-events/:id/draft',
    summary: 'What is being prepared of a life event, with its faults',
    params: ById,
    reply: ManagedEvent,
    problems: ['matters.noSuchEvent'],
  },
  saveEventDraft: {
    method: 'PUT',
    path: '/life-events/:id/draft',
    summary: 'Keep what is being prepared; the id is made by the client, `revision` is the one that was read (0: new)',
    params: ById,
    body: closed({ code: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,39}$' }), revision, body: LifeEventBody }),
    reply: ManagedEvent,
    problems: ['matters.codeTaken', 'matters.changedMeanwhile'],
  },
  checkEvent: {
    method: 'POST',
    path: '/life-events/check',
    summary: 'Completes the mapping of questions and materials, and says what is wrong; nothing is stored',
    body: closed({ body: LifeEventBody, propose: Type.Boolean() }),
    reply: Type.Object({
      body: LifeEventBody,
      members: ManagedEvent.properties.members,
      faults: Type.Array(EventFault),
    }),
  },
  publishEvent: {
    method: 'POST',
    path: '/life-events/:id/versions',
    summary: 'Publish the draft as the next version, in force from a day on; matters under way keep theirs',
    params: ById,
    body: closed({ revision, inForceFrom: Day }),
    reply: Type.Object({ version: Type.Integer() }),
    problems: [
      'matters.noSuchEvent',
      'matters.noDraft',
      'matters.changedMeanwhile',
      'matters.eventFaulty',
      'matters.dayPassed',
    ],
  },
  withdrawEvent: {
    method: 'POST',
    path: '/life-events/:id/withdrawal',
    summary: 'Take a life event back from a day on, or put it in force again (`fromDay` null); matters under way go on',
    params: ById,
    body: closed({ fromDay: nullable(Day) }),
    problems: ['matters.noSuchEvent', 'matters.dayPassed'],
  },
} as const satisfies Record<string, Operation>;
