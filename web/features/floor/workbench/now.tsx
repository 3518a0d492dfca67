/** The floor now, on one screen: windows with who is there and what is under way, queues, and who should be here and is not. */
import { useEffect, useState, type ReactNode } from 'react';
import { floorContract, noon, type Warden } from '#modules/floor/contract';
import { hallContract, type Overview } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayTime, today } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { HallPage } from '../head.tsx';
import { floorWords } from '../words.ts';

/** Drawn again as the minutes pass. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Now(): ReactNode {
  const say = useWords(floorWords);
  return (
    <HallPage title={say.now} sub={say.nowSub}>
      {(outletId) => <Hall outletId={outletId} />}
    </HallPage>
  );
}

function Hall({ outletId }: { outletId: string }): ReactNode {
  const found = useOp(hallContract.showHall, { params: { id: outletId } }, { every: 15_000 });
  const day = today();
  const missing = useOp(floorContract.listAttendance, { params: { id: outletId }, query: { from: day, to: day, mark: 'missing' } }, { every: 60_000 }); // prettier-ignore
  const wardens = useOp(floorContract.readWardens, { params: { id: outletId }, query: { from: day, to: day } }, { every: 60_000 }); // prettier-ignore
  return (
    <Query of={found}>
      {(now) => (
        <>
          <Figures now={now} missing={missing.data?.total} />
          <Missing names={missing.data?.rows.map(({ name, starts }) => `${name} ${starts ?? ''}`)} />
          <Zones outletId={outletId} now={now} wardens={wardens.data?.rows ?? []} />
          <Queues now={now} />
        </>
      )}
    </Query>
  );
}

function Figures({ now, missing }: { now: Overview; missing: number | undefined }): ReactNode {
  const say = useWords(floorWords);
  const at = useNow();
  const longest = now.errands.flatMap(({ longestSince }) => (longestSince ? [at - Date.parse(longestSince)] : []));
  const of = (state: 'open' | 'break'): number => now.windows.filter((window) => window.state === state).length;
  const figures: [string, string, boolean][] = [
    [say.staffed, say.of(of('open') + of('break'), now.windows.length), false],
    [say.onBreak, String(of('break')), false],
    [say.serving, String(now.windows.filter(({ ticket }) => ticket?.state === 'serving').length), false],
    [say.waiting, String(now.errands.reduce((sum, { waiting }) => sum + waiting, 0)), false],
    [say.longest, longest.length === 0 ? '–' : say.minutes(Math.max(0, Math.floor(Math.max(...longest) / 60_000))), false],
    [say.missing, missing === undefined ? '–' : String(missing), (missing ?? 0) > 0],
  ]; // prettier-ignore
  return (
    <dl className="floor-figures">
      {figures.map(([name, value, bad]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={`yc-numbers${bad ? ' floor-bad' : ''}`}>{bad ? `▲ ${value}` : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Missing({ names }: { names: readonly string[] | undefined }): ReactNode {
  const say = useWords(floorWords);
  if (!names || names.length === 0) return null;
  return (
    <section className="yc-panel" aria-labelledby="floor-missing">
      <h2 id="floor-missing">{say.whoMissing}</h2>
      <p>{oneByOne(names)}</p>
    </section>
  );
}

function Zones({ outletId, now, wardens }: { outletId: string; now: Overview; wardens: readonly Warden[] }): ReactNode {
  const say = useWords(floorWords);
  const at = useNow();
  const zoneName = useZoneName(outletId);
  const zones = [...new Set(now.windows.map(({ zone }) => zone))];
  const half = sayTime(new Date(at)) < noon ? 'morning' : 'afternoon';
  const wardenOf = (zone: string) => wardens.find((one) => one.zone === zone && one.half === half);
  const since = (ticket: { since: string }): number =>
    Math.max(0, Math.floor((at - Date.parse(ticket.since)) / 60_000));
  return (
    <div className="floor-zones">
      {zones.map((zone) => (
        <section key={zone} aria-label={zoneName(zone)}>
          <h2>
            {zoneName(zone)}
            {wardenOf(zone) ? <span className="yc-muted yc-small"> · {say.warden(wardenOf(zone)!.name)}</span> : null}
          </h2>
          <ul className="yc-plain floor-windows">
            {now.windows
              .filter((window) => window.zone === zone)
              .map(({ id, number, state, clerkName, ticket }) => (
                <li key={id} className={state}>
                  <strong className="yc-numbers">{number}</strong>
                  <span className="yc-small">{clerkName ?? say.closed}</span>
                  <span className="yc-small yc-numbers">
                    {[
                      state === 'break' ? say.onBreak : '',
                      ticket ? `${ticket.number} ${say.minutes(since(ticket))}` : '',
                    ]
                      .filter(Boolean)
                      .join(' · ') || '–'}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Queues({ now }: { now: Overview }): ReactNode {
  const say = useWords(floorWords);
  const language = useLanguage();
  return (
    <section aria-labelledby="floor-queues">
      <h2 id="floor-queues">{say.queues}</h2>
      <ul className="yc-plain floor-queues">
        {now.errands.map(({ id, prefix, name, nameEn, waiting, windows }) => (
          <li key={id} className={windows === 0 && waiting > 0 ? 'floor-bad' : ''}>
            <span>
              {prefix} {pick(language, name, nameEn)}
            </span>
            <span className="yc-numbers">
              {say.people(waiting)} · {say.windows(windows)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Now });
