/** What happens in a history by the rule alone while nobody acts, in the order of time: the sweep of `cases`, in memory. */
import { after, consequencesOf, dueAfter, noDue, sayConsequences } from '#modules/cases';
import { publishedCalendar } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { basisOf } from './course-papers.ts';
import { paper, rule, step, type History } from './history.ts';
import { later } from './planned.ts';
import { beginChecks, deliveryAfter, enter, move, undertake, undertakenFacts } from './undertakings.ts';
import type { World } from './world.ts';

/** Nothing was told in five working days: the law accepts a licence by itself (行政许可法 art. 32). */
function deemAccepted(history: History, at: Date): void {
  const { row, matter } = history;
  const from = row.dueFrom!;
  const acceptedAt = shanghaiDay(row.submittedAt) === from ? row.submittedAt : startOfDay(from);
  const due = dueAfter(noDue, 'accepted', acceptedAt, matter.body, publishedCalendar);
  paper(history, 'acceptanceNotice', at, {
    acceptedOn: from,
    ...(due.fatalOn ? { dueOn: due.fatalOn } : {}),
    ...(due.targetOn ? { promisedOn: due.targetOn } : {}),
    provisional: due.dueProvisional,
    deemed: true,
  });
  undertake(history, at);
  const facts = { acceptedAt: acceptedAt.toISOString(), fatalOn: row.fatalOn, ...undertakenFacts(history) };
  step(history, 'deemAccepted', at, rule, facts, { acceptedAt });
}

/** A renewal was not decided before the licence expired (art. 50). */
function deemGranted(history: History, at: Date): void {
  const { row, matter } = history;
  const delivery = deliveryAfter(history, at);
  paper(history, 'decisionGrant', at, {
    acceptedOn: shanghaiDay(row.acceptedAt!),
    basis: basisOf(matter),
    deemedOn: row.expiresOn!,
    ...delivery.paper,
  });
  beginChecks(history, at);
  step(
    history,
    'deemGranted',
    at,
    rule,
    { expiresOn: row.expiresOn, ...delivery.facts },
    { decidedAt: at, outcome: 'granted' },
  );
}

/** What was to follow did not come by its last day. */
function lapseUndertakings(history: History, at: Date, world: World): void {
  const { row, matter, undertakings } = history;
  if (!after(row.state, 'lapseUndertaking') || row.outcome === 'refused') {
    // Nothing was granted: nothing depends on it.
    for (const one of undertakings) if (one.endedAt === null) move(one, { state: 'ended', endedAt: at });
    return;
  }
  const over = undertakings.filter(({ nextAt }) => nextAt !== null && nextAt <= at);
  const consequences = consequencesOf(matter.body, 'tolerance');
  const stays = consequences.includes('withhold') || consequences.includes('revoke');
  for (const one of over) {
    move(one, { state: 'lapsed', endedAt: stays ? null : at });
    enter(history, one, at, `${one.materialName}逾期未补`);
  }
  const names = over.map(({ materialName }) => materialName);
  paper(history, 'undertakingNotice', at, {
    madeOn: over[0]!.madeOn,
    dueOn: over[0]!.dueOn!,
    materials: names,
    consequences: sayConsequences(matter.body, 'tolerance', shanghaiDay(at)),
    ...world.remedies,
  });
  step(history, 'lapseUndertaking', at, rule, { undertakingIds: over.map(({ id }) => id), reason: names.join('、') });
}

/** Reminds once of what is to follow soon. */
function remind({ undertakings, reminders }: History, at: Date): void {
  for (const one of undertakings) {
    if (one.remindAt === null || one.remindAt > at) continue;
    one.remindAt = null;
    reminders.push({ at, until: one.dueOn! });
  }
}

interface Due {
  at: Date;
  act: (history: History, at: Date, world: World) => void;
}

/** What the rule does next, and from when. */
function nextOf({ row, undertakings }: History): Due | undefined {
  const due: Due[] = [];
  if (row.nextAt && row.state === 'submitted') due.push({ at: row.nextAt, act: deemAccepted });
  if (row.nextAt && row.dueRule === 'decide') due.push({ at: row.nextAt, act: deemGranted });
  for (const one of undertakings) {
    if (one.nextAt) due.push({ at: one.nextAt, act: lapseUndertakings });
    if (one.remindAt) due.push({ at: one.remindAt, act: remind });
  }
  return due.sort((one, other) => one.at.getTime() - other.at.getTime())[0];
}

/** Takes what the rule does before an instant: minutes after its time has come, as the sweep comes by. */
export function actByRule(history: History, until: Date, world: World): void {
  for (let due = nextOf(history); due && due.at < until; due = nextOf(history)) {
    const last = history.actions.at(-1)!.at;
    const at = later(due.at > last ? due.at : last, 4.9 * history.random.next());
    if (at >= until) return;
    due.act(history, at, world);
  }
}
