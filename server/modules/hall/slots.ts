/** The times of a day for appointments, from its opening hours. Pure. */

export interface Time {
  startsAt: Date;
  endsAt: Date;
}

/** HH:MM of Asia/Shanghai. */
interface Span {
  opens: string;
  closes: string;
}

const instantOn = (day: string, time: string): number =>
  Date.parse(`${day}T00:00:00+08:00`) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;

/** Slots of so many minutes; the rest of a span that is shorter than one is left over. */
export function slotsOf(day: string, spans: readonly Span[], minutes: number): Time[] {
  return spans.flatMap(({ opens, closes }) => {
    const [from, to] = [instantOn(day, opens), instantOn(day, closes)];
    const count = Math.max(0, Math.floor((to - from) / (minutes * 60_000)));
    return Array.from({ length: count }, (_, i) => ({
      startsAt: new Date(from + i * minutes * 60_000),
      endsAt: new Date(from + (i + 1) * minutes * 60_000),
    }));
  });
}

/** Somebody with an appointment may come so many minutes before it. */
export const earlyMinutes = 60;
