/** An instant as day and time on the clock of the district, as a form has them, and back. */
import { sayTime, today } from '#web/words/dates.ts';

export const dayOf = (at: string): string => today(new Date(at));
export const timeOf = (at: string): string => sayTime(at);
export const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
