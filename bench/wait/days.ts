/** Days of a shape, acted out: what a hall records of them, and the moments at which somebody asks how long. */
import { weekdayOf } from '#modules/deadlines';
import { Random } from '#platform/random';
import { drawDay, logNormal } from '../../server/modules/hall/simulation/hall-day.ts';
import { HallRun } from '../../server/modules/hall/simulation/hall-run.ts';
import type { HallModel } from '../../server/modules/hall/simulation/hall-model.ts';
import type { InHall } from '../../server/modules/hall/simulation/run-shapes.ts';
import type { CallOfDay, DayRecord, TicketOfDay } from '../../server/modules/hall/waits/day-history.ts';
import type { HallState } from '../../server/modules/hall/waits/hall-state.ts';
import { jitter, type Shape } from './shapes.ts';

/** Somebody took a ticket and asks: the hall as it stood, and what became of it. */
export interface Question {
  state: HallState;
  /** Place of the asker among those who wait. */
  who: number;
  came: number;
  turns: readonly (readonly number[])[];
  /** Services of the asker's errand that ended last: minutes from call to end. */
  trailing: readonly number[];
  waited: number;
}

export interface ActedDay {
  record: DayRecord;
  questions: Question[];
  /** Who was called at once: nobody had to be told anything. */
  atOnce: number;
  /** The model as it was on this day: the oracle's. */
  model: HallModel;
  nth: number;
  weekday: number;
}

/** The minutes of a window's day as it should be, moved by chance; empty when nobody comes. */
export function drawTurns(shape: Shape, window: number, weekday: number, random: Random): number[] {
  if (!shape.staffed(window, weekday) || random.chance(shape.absent)) return [];
  const { opens, pause, lasts, closes } = shape.roster(window);
  const normal = (): number => random.around() * 1.75;
  const begins = pause + jitter.pause * normal();
  return [opens + jitter.opens * Math.abs(normal()), begins, begins + logNormal(random, lasts, jitter.lasts), closes];
}

/** The model on the nth day. */
export function modelOn(shape: Shape, nth: number, weekday: number, isEdge: boolean): HallModel {
  const { model, weekdays, edge, work } = shape;
  const busy = weekdays[weekday - 1]! * (isEdge ? edge : 1);
  const errands = model.day.errands.map((errand) => ({ ...errand, minutes: errand.minutes * work(nth) }));
  return { ...model, day: { ...model.day, errands, perHour: model.day.perHour.map((rate) => rate * busy) } };
}

const trailed = 50;

/** Acts out a day; about so many who come ask. `trailing` goes on from day to day. */
export function actDay(
  shape: Shape,
  seed: number,
  on: { day: string; nth: number; isEdge: boolean },
  asks: number,
  trailing: Map<string, number[]>,
): ActedDay {
  const { day, nth, isEdge } = on;
  const weekday = weekdayOf(day);
  const model = modelOn(shape, nth, weekday, isEdge);
  const { windows, setting } = model;
  const { opens, closes, errands } = model.day;
  const errandPlace = new Map(errands.map(({ id }, i) => [id, i]));
  const windowPlace = new Map(windows.map(({ id }, i) => [id, i]));
  const tickets = new Map<string, TicketOfDay & { calls: CallOfDay[] }>();
  const turned = windows.map((): number[] => []);
  const open = windows.map(() => false);
  const asked: (Omit<Question, 'waited'> & { id: string })[] = [];
  let came = 0;
  const usual =
    (shape.model.day.perHour.reduce((sum, rate) => sum + rate, 0) * (closes - opens)) /
    60 /
    shape.model.day.perHour.length;
  const random = new Random(seed, 'who asks', nth);
  const ask = (ticket: InHall, at: number): void => {
    const waiting = [...run.queue];
    const state: HallState = {
      now: at,
      closes,
      waiting: waiting.map(({ errandId, rank }) => ({ errand: errandPlace.get(errandId)!, rank: rank / 60_000, forWindow: -1 })),
      windows: [...run.windows.values()].map(({ errandIds, state: is, serving, calledAt, servedSince, idleSince, pace }) => ({
        errands: errandIds.map((id) => errandPlace.get(id)!),
        open: is === 'open',
        serving: serving && { errand: errandPlace.get(serving.errandId)!, calledAt, servedAt: servedSince },
        // The core counts a window as free once it is ready for the next.
        freeSince: idleSince > at ? idleSince - setting.betweenMinutes : idleSince,
        pace,
      })),
    }; // prettier-ignore
    const who = waiting.findIndex(({ id }) => id === ticket.id);
    asked.push({ id: ticket.id, state, who, came, turns: turned.map((turns) => [...turns]), trailing: [...(trailing.get(ticket.errandId) ?? [])] }); // prettier-ignore
  };
  const run: HallRun = new HallRun(setting, windows, opens, {
    entered: (ticket, at) => {
      const known = tickets.get(ticket.id);
      const last = known?.calls.at(-1);
      if (last) last.backAt = at;
      if (known) return;
      came += 1;
      const { errandId, rank } = ticket;
      tickets.set(ticket.id, { errandId, enteredAt: at, rank: rank / 60_000, calls: [], leftAt: null });
      if (at < closes && random.chance(asks / usual)) ask(ticket, at);
    },
    called: (ticket, { id }, at) =>
      void tickets.get(ticket.id)!.calls.push({ windowId: id, serverId: id, calledAt: at, servedAt: null, finishedAt: null, missedAt: null, backAt: null }), // prettier-ignore
    served: (ticket, _window, at) => void (tickets.get(ticket.id)!.calls.at(-1)!.servedAt = at),
    missed: (ticket, _window, at) => void (tickets.get(ticket.id)!.calls.at(-1)!.missedAt = at),
    ended: ({ id, errandId, became, calledAt }, at) => {
      const ticket = tickets.get(id)!;
      if (became === 'left') ticket.leftAt = at;
      if (became !== 'served') return;
      ticket.calls.at(-1)!.finishedAt = at;
      const list = trailing.get(errandId) ?? [];
      list.push(at - calledAt!);
      if (list.length > trailed) list.shift();
      trailing.set(errandId, list);
    },
    windowChanged: ({ id, state }, at) => {
      const w = windowPlace.get(id)!;
      if (open[w] === (state === 'open')) return;
      open[w] = state === 'open';
      turned[w]!.push(at);
    },
  });
  const chance = new Random(seed, 'windows', nth);
  windows.forEach(({ id }, w) => {
    const [begins, pause, ends, leaves] = drawTurns(shape, w, weekday, chance);
    if (begins === undefined) return;
    run.at(begins, () => run.open(id));
    run.at(pause!, () => run.pause(id));
    run.at(ends!, () => run.open(id));
    if (leaves! < closes) run.at(leaves!, () => run.close(id));
  });
  for (const person of drawDay(model.day, seed, shape.name, nth)) run.expect(person);
  run.at(closes, () => run.closeUp());
  run.end(closes + 720);
  const questions = asked.flatMap(({ id, ...question }): Question[] => {
    const first = tickets.get(id)!.calls[0];
    return first ? [{ ...question, waited: first.calledAt - question.state.now }] : [];
  });
  const waited = questions.filter((question) => question.waited > 1e-9);
  const turns = Object.fromEntries(windows.map(({ id }, w) => [id, turned[w]!]));
  const record: DayRecord = { day, kind: isEdge ? 'edge' : 'usual', tickets: [...tickets.values()], turns };
  return { record, questions: waited, atOnce: questions.length - waited.length, model, nth, weekday };
}
