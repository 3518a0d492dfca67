/** Where windows are too many or too few: a proposal with its figures, by zone and hour, and the work of each errand; to be printed. */
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { tidesContract as ops, type Staffing } from '#modules/tides/contract';
import { useOp } from '#web/client/query.ts';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { staffingWords } from './staffing-words.ts';
import { TidesFrame, tideRoles } from './tides-frame.tsx';

const one = (value: number): string => value.toFixed(1);
const orNone = (value: number | null): string => (value === null ? '–' : one(value));

function StaffingPage(): ReactNode {
  const say = useWords(staffingWords);
  return (
    <TidesFrame sub={say.sub}>{(outletId, name) => <Hall key={outletId} outletId={outletId} name={name} />}</TidesFrame>
  );
}

function Hall({ outletId, name }: { outletId: string; name: string }): ReactNode {
  const say = useWords(staffingWords);
  const [asked, ask] = useAsked();
  const { print, sheet } = usePrint();
  const weekday = Number(asked.weekday) || undefined;
  const weeks = Math.min(26, Math.max(1, Number(asked.weeks) || 4));
  const query = { weeks, ...(weekday ? { weekday } : {}) };
  const found = useOp(ops.showStaffing, { params: { id: outletId }, query }, { keepPrevious: true });
  return (
    <>
      <div className="yc-row">
        <Select
          aria-label={say.weekday}
          value={String(weekday ?? '')}
          onChange={(value) => ask({ weekday: value || undefined })}
          options={[
            { value: '', label: say.everyDay },
            ...Object.entries(say.weekdays).map(([value, label]) => ({ value, label })),
          ]}
          style={{ width: '11rem' }}
        />
        <Select
          aria-label={say.weeks}
          value={weeks}
          onChange={(value) => ask({ weeks: String(value) })}
          options={[4, 8, 13, 26].map((value) => ({ value, label: `${say.weeks} ${say.weeksOf(value)}` }))}
          style={{ width: '11rem' }}
        />
        {found.data && found.data.days.length > 0 ? (
          <Button onClick={() => void print(<Sheet outletId={outletId} name={name} staffing={found.data} />, 'a4')}>
            {say.print}
          </Button>
        ) : null}
      </div>
      {sheet}
      <Query
        of={found}
        isEmpty={({ days }) => days.length === 0}
        empty={<Empty title={say.none}>{say.noneWhat}</Empty>}
      >
        {(staffing) => <Whole outletId={outletId} staffing={staffing} />}
      </Query>
    </>
  );
}

/** On paper: with its own heading. */
function Sheet({ outletId, name, staffing }: { outletId: string; name: string; staffing: Staffing }): ReactNode {
  const say = useWords(staffingWords);
  return (
    <>
      <h1>{say.sheet(name)}</h1>
      <Whole outletId={outletId} staffing={staffing} />
    </>
  );
}

function Whole({ outletId, staffing }: { outletId: string; staffing: Staffing }): ReactNode {
  const zoneName = useZoneName(outletId);
  const say = useWords(staffingWords);
  const language = useLanguage();
  const { days, zones } = staffing;
  return (
    <>
      <p className="yc-muted">{say.days(days.length, sayDay(days.at(-1)!, language), sayDay(days[0]!, language))}</p>
      <section aria-label={say.proposal}>
        <h2>{say.proposal}</h2>
        <ul className="yc-plain tides-zones">
          {zones.map(({ zone, more, fewer, spares, costs }) => (
            <li key={zone} className="tides-zone">
              <h3>{zoneName(zone)}</h3>
              {more > 0 ? (
                <p>
                  <strong className="tides-more">▲ {say.more(more)}</strong> {say.spares(Math.round(spares))}
                </p>
              ) : null}
              {fewer > 0 ? (
                <p>
                  <strong className="tides-fewer">▼ {say.fewer(fewer)}</strong> {say.costs(Math.round(costs))}
                </p>
              ) : null}
              {more + fewer === 0 ? <p>{say.fits}</p> : null}
            </li>
          ))}
        </ul>
      </section>
      {zones.map(({ zone }) => (
        <ByHour key={zone} zone={zone} name={zoneName(zone)} staffing={staffing} />
      ))}
      <Errands staffing={staffing} zoneName={zoneName} />
      <p className="yc-muted yc-small">{say.definition}</p>
    </>
  );
}

function ByHour({ zone, name, staffing }: { zone: string; name: string; staffing: Staffing }): ReactNode {
  const say = useWords(staffingWords);
  const lines = staffing.lines.filter((line) => line.zone === zone);
  const model = (value: number | null): string => (value === null ? say.grows : one(value));
  // Windows go by whole ones: a row whose figures differ may have no change all the same.
  const whyNone = ({ counts, needed, wait }: Staffing['lines'][number]): string => {
    const lacking = needed - counts;
    if (wait === null || Math.abs(lacking) < 0.05) return '';
    return lacking > 0 ? say.lacksLittle(one(lacking)) : say.sparesLittle(one(-lacking));
  };
  return (
    <section aria-label={`${name} ${say.byHour}`}>
      <h2>
        {name} · {say.byHour}
      </h2>
      <p className="yc-muted yc-small tides-swipe">{say.swipe}</p>
      <div className="tides-scroll" tabIndex={0} role="group" aria-label={`${name} ${say.byHour}`}>
        <table className="tides-table">
          <thead>
            <tr>
              {[
                say.hour,
                say.people,
                say.load,
                say.windows,
                say.use,
                say.wait,
                say.counts,
                say.needed(staffing.aimMinutes),
                say.change,
                say.effect,
              ].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.hour}>
                <th scope="row">{String(line.hour).padStart(2, '0')}:00</th>
                <td>{one(line.people)}</td>
                <td>{one(line.load)}</td>
                <td>{one(line.windows)}</td>
                <td>{Math.round(line.use * 100)}%</td>
                <td>{orNone(line.wait)}</td>
                <td>{one(line.counts)}</td>
                <td>{one(line.needed)}</td>
                <td>
                  <strong className={line.change > 0 ? 'tides-more' : line.change < 0 ? 'tides-fewer' : ''}>
                    {line.change > 0 ? `▲ +${line.change}` : line.change < 0 ? `▼ ${line.change}` : '0'}
                  </strong>
                </td>
                <td>{line.change === 0 ? whyNone(line) : `${orNone(line.wait)} → ${model(line.waitThen)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Errands({ staffing, zoneName }: { staffing: Staffing; zoneName: (zone: string) => string }): ReactNode {
  const say = useWords(staffingWords);
  const language = useLanguage();
  return (
    <section aria-label={say.errands}>
      <h2>{say.errands}</h2>
      <p className="yc-muted yc-small tides-swipe">{say.swipe}</p>
      <div className="tides-scroll" tabIndex={0} role="group" aria-label={say.errands}>
        <table className="tides-table">
          <thead>
            <tr>
              {[say.errand, say.zone, say.perDay, say.minutes, say.hours, say.wait].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staffing.errands.map((errand) => (
              <tr key={errand.errandId}>
                <th scope="row">
                  {errand.prefix} {pick(language, errand.name, errand.nameEn)}
                </th>
                <td>{zoneName(errand.zone)}</td>
                <td>{one(errand.people)}</td>
                <td>{one(errand.minutes)}</td>
                <td>{one(errand.hours)}</td>
                <td>{orNone(errand.wait)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export const page = definePage({ roles: tideRoles, Component: StaffingPage });
