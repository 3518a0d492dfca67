/** The clock of the whole: 45 working days for joint handling, 15 more with the approval of the government (行政许可法 art. 42 (2)). Pure. */
import { dueOn, legalLimit, trafficLight, type Calendar } from '#modules/deadlines';
import type { LifeEventBody } from './life-event.ts';
import type { MatterClock } from './shapes.ts';
import type { MatterRow } from './store.ts';

/** Working days before the last one from which the light is yellow. */
const warnDays = 5;

/** Where the clock stands on a day. It runs from the day on which the first part was accepted until all are decided. */
export function clockOf(
  row: Pick<MatterRow, 'startedOn' | 'extendedDays' | 'state'>,
  promised: LifeEventBody['promisedLimit'],
  today: string,
  calendar: Calendar,
): MatterClock {
  const { startedOn, extendedDays } = row;
  const law = legalLimit('decideJointly', startedOn ?? today);
  const whole = { limit: law.value, extendedDays, article: law.article };
  if (startedOn === null)
    return { state: row.state === 'open' ? 'notStarted' : 'met', startedOn, fatalOn: null, targetOn: null, provisional: false, light: 'none', remaining: null, ...whole }; // prettier-ignore
  const fatal = dueOn({ from: startedOn, limit: { value: law.value + extendedDays, unit: law.unit }, calendar });
  const target = promised ? dueOn({ from: startedOn, limit: promised, calendar }).date : null;
  const state = row.state === 'open' ? 'running' : 'met';
  const { light, remaining } = trafficLight({ dueOn: fatal.date, state, today, warnDays, calendar });
  return {
    state,
    startedOn,
    fatalOn: fatal.date,
    targetOn: target === null || target > fatal.date ? null : target,
    provisional: fatal.provisional,
    light,
    remaining: remaining ?? null,
    ...whole,
  };
}
