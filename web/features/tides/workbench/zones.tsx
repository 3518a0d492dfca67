/** Every zone at a glance: who waits, how long now and usually, what is coming, windows open; behind each the days it is compared with. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { tidesContract as ops, type TidesNow, type ZoneNow } from '#modules/tides/contract';
import { useOp } from '#web/client/query.ts';
import { Chart } from '#web/ui/chart.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useMinutes } from './advice-card.tsx';
import { tidesWords } from './words.ts';

export function Zones({ outletId, now }: { outletId: string; now: TidesNow }): ReactNode {
  const say = useWords(tidesWords);
  const language = useLanguage();
  const { days } = now;
  return (
    <section aria-labelledby="tides-zones">
      <h2 id="tides-zones">{say.zones}</h2>
      <ul className="yc-plain tides-zones">
        {now.zones.map((zone) => (
          <Zone key={zone.zone} outletId={outletId} zone={zone} />
        ))}
      </ul>
      <p className="yc-muted yc-small">
        {days.length < 2
          ? say.noDays
          : say.daysOf(
              now.instead ? say.instead : say.crowds[now.crowd],
              sayDay(days.at(-1)!, language),
              sayDay(days[0]!, language),
            )}
        {' · '}
        {say.budget(now.usedToday, now.dailyMost)}
      </p>
      <p className="yc-muted yc-small">{say.definition}</p>
    </section>
  );
}

function Zone({ outletId, zone }: { outletId: string; zone: ZoneNow }): ReactNode {
  const say = useWords(tidesWords);
  const minutes = useMinutes();
  const [open, setOpen] = useState(false);
  const name = useZoneName(outletId)(zone.zone);
  // Where usually nobody waits there is no share to be above by.
  const above = zone.high && (zone.excess === null ? (zone.wait ?? 0) > (zone.usual ?? 0) : zone.excess > 0);
  const coming = zone.high && zone.next !== null && zone.nextUsual !== null && zone.next > zone.nextUsual;
  // Long already, or only likely to be.
  const long = above || zone.left > 0 ? say.verdicts.high : say.soon;
  const sayState = (): string => {
    const { verdict, high } = zone;
    if (verdict === 'nobody' || verdict === 'notWorth') return say.but(long, say.verdicts[verdict]);
    if (verdict === null || verdict === 'high') return high ? long : '';
    return say.verdicts[verdict];
  };
  return (
    <li className={`tides-zone ${zone.high ? 'high' : ''}`}>
      <div className="tides-zone-head">
        <h3>{name}</h3>
        <span className="yc-numbers">
          {say.waiting(zone.waiting)} · {say.windows(zone.windows)}
        </span>
      </div>
      {zone.left > 0 ? <p className="tides-above">▲ {say.left(zone.left)}</p> : null}
      <p className={`yc-numbers ${above && zone.excess === null ? 'tides-above' : ''}`}>
        {above && zone.excess === null ? '▲ ' : ''}
        {say.nowUsual(minutes(zone.wait), minutes(zone.usual))}
        {zone.excess === null ? null : (
          <strong className={above ? 'tides-above' : ''}>
            {' '}
            {above ? '▲ ' : ''}
            {say.above(zone.excess)}
          </strong>
        )}
      </p>
      <p className={`yc-small yc-numbers ${coming ? 'tides-above' : 'yc-muted'}`}>
        {coming ? '▲ ' : ''}
        {say.nextUsual(minutes(zone.next), minutes(zone.nextUsual))}
      </p>
      <div className="tides-zone-head">
        <span className="yc-small">{sayState()}</span>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} aria-label={`${say.days} ${name}`}>
          {say.days}
        </Button>
      </div>
      {open ? <Behind outletId={outletId} zone={zone.zone} /> : null}
    </li>
  );
}

/** The list behind the figure, and the course of the day. */
function Behind({ outletId, zone }: { outletId: string; zone: string }): ReactNode {
  const say = useWords(tidesWords);
  const language = useLanguage();
  const minutes = useMinutes();
  const usual = useOp(ops.listUsual, { params: { id: outletId }, query: { zone } });
  const looks = useOp(ops.listLooks, { params: { id: outletId }, query: { zone } });
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return (
    <>
      <Query of={usual}>
        {({ rows, fromMinute, toMinute }) => (
          <table className="tides-table">
            <caption className="yc-muted yc-small">
              {clock(fromMinute)}–{clock(toMinute)}
            </caption>
            <thead>
              <tr>
                <th scope="col">{say.day}</th>
                <th scope="col">{say.came}</th>
                <th scope="col">{say.called}</th>
                <th scope="col">{say.waited}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.day}>
                  <th scope="row">{sayDay(row.day, language)}</th>
                  <td>{row.came}</td>
                  <td>{row.called}</td>
                  <td>{minutes(row.wait)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Query>
      {looks.data && looks.data.length > 1 ? (
        <Chart
          kind="lines"
          title={say.course}
          labels={looks.data.map(({ at }) => sayTime(at))}
          series={[
            { name: say.courseNow, values: looks.data.map(({ wait }) => wait) },
            { name: say.courseUsual, values: looks.data.map((look) => look.usual), comparison: true },
          ]}
          height={180}
        />
      ) : null}
    </>
  );
}
