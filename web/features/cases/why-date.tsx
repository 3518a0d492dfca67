/** "Why this date?": each clock of a case with its limit, what happened to it, and every day that did not count. */
import './why-date.css';
import type { ReactNode } from 'react';
import { casesContract, type CaseClock } from '#modules/cases/contract';
import type { UncountedDay } from '#modules/deadlines/contract';
import { useOp } from '#web/client/query.ts';
import { Day } from '#web/ui/due.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { whyDateWords } from './why-date-words.ts';

export function WhyDate(props: { caseId: string }): ReactNode {
  const clocks = useOp(casesContract.explainClocks, { params: { id: props.caseId } });
  return (
    <Query of={clocks}>
      {(all) => (
        <div className="why-date">
          {all.map((clock, at) => (
            <Clock key={`${clock.rule}-${clock.from}-${at}`} clock={clock} open={at === 0} />
          ))}
        </div>
      )}
    </Query>
  );
}

function Clock({ clock, open }: { clock: CaseClock; open: boolean }): ReactNode {
  const say = useWords(whyDateWords);
  const language = useLanguage();
  const { limit, promise, why, events } = clock;
  const count = ({ value, unit }: CaseClock['limit']): string => say.limits[unit](value);
  const sayEvent = (event: CaseClock['events'][number]): string => {
    const day = sayDay(event.on, language);
    const plan = event.plannedEnd ? say.planned(sayDay(event.plannedEnd, language)) : '';
    const late = event.recordedOn ? say.recorded(sayDay(event.recordedOn, language)) : '';
    const what =
      event.kind === 'extended'
        ? say.extended(event.days ?? 0, event.approvedBy ?? '')
        : say.events[event.kind as 'paused' | 'resumed' | 'cancelled'];
    return [`${day} ${what}`, event.reason, plan, late].filter(Boolean).join(language === 'en' ? '; ' : '，');
  };
  const last = clock.fatalOn ?? clock.forecastOn;
  return (
    <details className="why-clock" open={open}>
      <summary>
        <strong>{say.rules[clock.rule]}</strong> <span className="yc-muted">{say.states[clock.state]}</span>
      </summary>
      <dl>
        <dt>{say.limit}</dt>
        <dd>
          {count(limit)}
          {promise ? say.promised(count(promise.limit)) : ''}
          {clock.extendedBy > 0 ? say.more(clock.extendedBy) : ''}{' '}
          <span className="yc-muted">{say.law(clock.law, clock.article)}</span>
        </dd>
        <dt>{say.from}</dt>
        <dd>
          <Day on={clock.from} />
        </dd>
        {last ? (
          <>
            <dt>{clock.fatalOn ? say.last : say.forecast}</dt>
            <dd>
              <strong>
                <Day on={last} />
              </strong>
              {clock.provisional ? <span className="yc-provisional"> {say.provisional}</span> : null}
            </dd>
          </>
        ) : null}
        {promise && clock.targetOn ? (
          <>
            <dt>{say.target}</dt>
            <dd>
              <Day on={clock.targetOn} />
            </dd>
          </>
        ) : null}
        {clock.remainingDays !== null ? (
          <>
            <dt>{say.remaining}</dt>
            <dd>{say.limits[limit.unit](clock.remainingDays)}</dd>
          </>
        ) : null}
        {clock.endedOn ? (
          <>
            <dt>{say.ended}</dt>
            <dd>
              <Day on={clock.endedOn} />
              {clock.inTime === null ? '' : clock.inTime ? say.inTime : say.late}
            </dd>
          </>
        ) : null}
      </dl>
      {events.length > 0 ? (
        <ul className="why-events">
          {events.map((event) => (
            <li key={event.id}>{sayEvent(event)}</li>
          ))}
        </ul>
      ) : null}
      {why && why.days.length > 0 ? <Uncounted days={why.days} /> : null}
    </details>
  );
}

interface Stretch {
  first: UncountedDay;
  to: string;
  count: number;
}

/** Neighbouring days for the same reason are one line: 10月1日 至 10月8日 国庆节. */
function stretchesOf(days: readonly UncountedDay[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    const next = last && new Date(Date.parse(last.to) + 86_400_000).toISOString().slice(0, 10) === day.date;
    if (next && last.first.why === day.why && last.first.name === day.name) {
      last.to = day.date;
      last.count += 1;
    } else stretches.push({ first: day, to: day.date, count: 1 });
  }
  return stretches;
}

function Uncounted({ days }: { days: readonly UncountedDay[] }): ReactNode {
  const say = useWords(whyDateWords);
  return (
    <>
      <h3>{say.uncounted(days.length)}</h3>
      <table>
        <tbody>
          {stretchesOf(days).map(({ first, to, count }) => (
            <tr key={first.date}>
              <th scope="row">
                <Day on={first.date} />
                {count > 1 ? (
                  <>
                    {say.to}
                    <Day on={to} />
                  </>
                ) : null}
              </th>
              <td>
                {say.why[first.why]}
                {first.name && first.why !== 'weekend' ? `${say.colon}${first.name}` : ''}
                {first.provisional ? <span className="yc-provisional"> {say.provisional}</span> : null}
              </td>
              <td className="yc-muted">{say.law(first.law, first.article)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
