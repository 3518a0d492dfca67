/** The days that are replayed: four weeks of history and the week after them, by seed and shape of arrivals. */
import { drawDay, usualHall, type HallModel, type Person } from '#modules/hall';
import { Random } from '#platform/random';

/** How people come: what is planned by weekday and quarter of an hour, and what nobody knows before. */
export interface Shape {
  name: string;
  /** Visitors of a mean working day. */
  perDay: number;
  /** By weekday, Monday first, as a share of the mean. */
  weekdays: readonly number[];
  /** Weights of equal parts of the day from opening to closing. */
  course: readonly number[];
  /** Standard deviation, as a share, of how much busier a zone is on a day than planned. */
  dayToDay: number;
  /** A surge: with this chance on a day one zone gets `times` as many people for `minutes`. */
  surge: { chance: number; times: number; minutes: number } | null;
  /** Chance that a day is one that was not foreseen, such as the edge of a holiday, and how many times as many come. */
  edge: { chance: number; times: number } | null;
}

const usual = [0.9, 1.1, 1.2, 1.25, 1.2, 1.1, 0.9, 0.7, 0.7, 0.9, 1.1, 1.2, 1.15, 1.05, 0.95, 0.8, 0.6];
const weekdays = [1.08, 1.02, 1, 0.96, 0.94];

export const shapes: readonly Shape[] = [
  { name: 'calm', perDay: 1_940, weekdays, course: usual, dayToDay: 0.06, surge: null, edge: null },
  {
    name: 'morning-peak',
    perDay: 1_940,
    weekdays,
    course: [1.1, 1.4, 1.5, 1.45, 1.3, 1.1, 0.8, 0.6, 0.6, 0.8, 1, 1.05, 1, 0.9, 0.8, 0.6, 0.4],
    dayToDay: 0.12,
    surge: null,
    edge: null,
  },
  {
    name: 'surge',
    perDay: 1_940,
    weekdays,
    course: usual,
    dayToDay: 0.12,
    surge: { chance: 0.6, times: 1.8, minutes: 90 },
    edge: { chance: 0.1, times: 1.25 },
  },
];

export interface ReplayedDay {
  weekday: number;
  people: readonly Person[];
}

export interface Days {
  model: HallModel;
  /** Four weeks of five working days. */
  history: readonly ReplayedDay[];
  /** The week after them. */
  week: readonly ReplayedDay[];
}

const fine = 4;

/** Everybody of one day; each zone is drawn by itself. */
function peopleOf(shape: Shape, model: HallModel, seed: number, week: number, weekday: number): Person[] {
  const { day } = model;
  const chance = new Random(seed, 'tide', shape.name, week, weekday);
  const zones = [...new Set(model.windows.map(({ zone }) => zone))];
  const edge = shape.edge && chance.chance(shape.edge.chance) ? shape.edge.times : 1;
  const surging = shape.surge && chance.chance(shape.surge.chance) ? chance.pick(zones) : null;
  const surgeAt = day.opens + chance.next() * (day.closes - day.opens - 120);
  const sum = shape.course.reduce((total, weight) => total + weight, 0);
  const shares = day.errands.reduce((total, { share }) => total + share, 0);
  const length = (day.closes - day.opens) / shape.course.length / fine;
  const people = zones.flatMap((zone) => {
    const errands = day.errands.filter(({ id }) => id.startsWith(zone));
    const share = errands.reduce((total, errand) => total + errand.share, 0) / shares;
    const perHour = shape.course.flatMap((weight, i) =>
      Array.from({ length: fine }, (_, k) => {
        const at = day.opens + (i * fine + k) * length;
        const surges = zone === surging && at >= surgeAt && at < surgeAt + shape.surge!.minutes;
        const people = (shape.perDay * shape.weekdays[weekday]! * edge * share * weight) / sum / fine;
        return ((people * 60) / length) * (surges ? shape.surge!.times : 1);
      }),
    );
    const { dayToDay } = shape;
    return drawDay({ ...day, errands, perHour, dayToDay }, seed, 'tide', shape.name, week, weekday, zone);
  });
  return people
    .toSorted((one, other) => one.at - other.at)
    .map((person, i) => ({ ...person, id: String(i + 1).padStart(6, '0') }));
}

/** The same seed and shape give the same days. */
export function daysOf(shape: Shape, seed: number): Days {
  const model = usualHall(shape.perDay);
  const weekOf = (week: number): ReplayedDay[] =>
    shape.weekdays.map((_each, weekday) => ({ weekday, people: peopleOf(shape, model, seed, week, weekday) }));
  return { model, history: [0, 1, 2, 3].flatMap(weekOf), week: weekOf(4) };
}

const isShape = (shape: Partial<Shape>): shape is Shape =>
  typeof shape.name === 'string' &&
  typeof shape.perDay === 'number' &&
  shape.perDay > 0 &&
  typeof shape.dayToDay === 'number' &&
  shape.weekdays?.length === 5 &&
  Array.isArray(shape.course) &&
  shape.course.length > 0 &&
  [...shape.weekdays, ...shape.course].every((one) => typeof one === 'number' && one >= 0);

/** Reads `--cases`: a JSON list of shapes. Throws a sentence that says which one is not whole. */
export function readShapes(text: string): Shape[] {
  const shapes = JSON.parse(text) as Partial<Shape>[];
  return shapes.map((shape, i) => {
    if (!isShape(shape)) throw new Error(`Shape ${i + 1} lacks a name, perDay, dayToDay, five weekdays or a course`);
    return { ...shape, surge: shape.surge ?? null, edge: shape.edge ?? null };
  });
}
