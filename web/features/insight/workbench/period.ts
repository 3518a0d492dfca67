/** The conditions of the dashboard as they lie in the address. Days are of the district. Pure. */
import { doors } from '#modules/cases/contract';
import type { FigureFilter } from '#modules/insight/contract';
import { today } from '#web/words/dates.ts';

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
const isId = (text: string | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');

/** A day some days later, or earlier with a negative number. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Days from one to the other, both counted. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;

/** The period and the conditions; thirty days up to today when nothing is said. */
export function filterOf(
  asked: Readonly<Record<string, string | undefined>>,
  now: string = today(),
): FigureFilter & { from: string; to: string } {
  const to = isDay(asked.to) ? asked.to : now;
  const from = isDay(asked.from) && asked.from <= to ? asked.from : dayAfter(to, -29);
  const door = doors.find((one) => one === asked.door);
  return {
    from,
    to,
    ...(isId(asked.departmentId) ? { departmentId: asked.departmentId } : {}),
    ...(isId(asked.itemId) ? { itemId: asked.itemId } : {}),
    ...(isId(asked.outletId) ? { outletId: asked.outletId } : {}),
    ...(isId(asked.townId) ? { townId: asked.townId } : {}),
    ...(door ? { door } : {}),
  };
}

/** The period of the same length just before. */
export function before(
  filter: FigureFilter & { from: string; to: string },
): FigureFilter & { from: string; to: string } {
  const length = daysBetween(filter.from, filter.to);
  return { ...filter, from: dayAfter(filter.from, -length), to: dayAfter(filter.from, -1) };
}

/** The usual periods, up to today. */
export function usualPeriods(
  now: string = today(),
): { key: 'week' | 'month' | 'quarter' | 'year'; from: string; to: string }[] {
  return [
    { key: 'week', from: dayAfter(now, -6), to: now },
    { key: 'month', from: dayAfter(now, -29), to: now },
    { key: 'quarter', from: dayAfter(now, -89), to: now },
    { key: 'year', from: `${now.slice(0, 4)}-01-01`, to: now },
  ];
}
