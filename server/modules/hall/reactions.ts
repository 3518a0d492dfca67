/** What the hall does when something happened elsewhere, and after a call, what is not to be a part of it. */
import { caseStepped, type CaseFacts } from '#modules/cases';
import { calendarImported, loadCalendars } from '#modules/deadlines';
import { hoursChanged, windowChanged as officeWindowChanged, type OfficeFacts } from '#modules/offices';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { callOff } from './call-off.ts';
import { tellCalled } from './alerts/tell-called.ts';
import { ticketMoved } from './events.ts';
import { linkHandedIn } from './link-case.ts';
import { listPlaceRows } from './place-store.ts';
import { leaveRetired } from './shifts.ts';

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction<OfficeFacts>('hall.leaveRetired', officeWindowChanged, async (tx, events) => {
    for (const { subject: windowId, facts } of events)
      if (facts.act === 'retire') await leaveRetired(ground, tx, windowId);
  }),
  defineReaction('hall.callOff', hoursChanged, async (tx, events) => {
    for (const outletId of new Set(events.map(({ subject }) => subject))) await callOff(ground, tx, outletId);
  }),
  // Days that a notice turns into holidays, or into worked ones, are days of other hours.
  defineReaction('hall.callOffByCalendar', calendarImported, async (tx) => {
    await loadCalendars(ground);
    for (const { outletId } of await listPlaceRows(tx)) await callOff(ground, tx, outletId);
  }),
  defineReaction<CaseFacts>('hall.linkHandedIn', caseStepped, async (tx, events) => {
    for (const { subject: caseId, facts } of events) {
      const { kind, takenInBy, number: caseNumber, itemName, at } = facts;
      if (kind !== 'submit' || !takenInBy) continue;
      await linkHandedIn(tx, { caseId, caseNumber, itemName: itemName ?? '', accountId: takenInBy, at: new Date(at) });
    }
  }),
  // Beside the call, which is one statement and stays so: hundreds in a second are one statement more for each batch here.
  defineReaction('hall.tellCalled', ticketMoved, async (tx, events) => {
    const called = new Set(events.filter(({ facts }) => facts.act === 'call').map(({ subject }) => subject));
    await tellCalled(ground, tx, [...called]);
  }),
];
