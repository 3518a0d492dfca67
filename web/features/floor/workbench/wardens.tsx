/** Who looks after which zone on a day: a row for each zone, a cell for each half-day, with patrols and hand-overs. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, halves, type Warden } from '#modules/floor/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { FilterDay } from '#web/ui/filters.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { colon, useWords } from '#web/words/language.ts';
import { roundWords } from '../round-words.ts';
import { HandDialog, PlanWardenDialog } from './warden-dialogs.tsx';

export function Wardens({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(roundWords);
  const me = useMe();
  const [asked] = useAsked();
  const [planning, setPlanning] = useState<string>();
  const [handing, setHanding] = useState<Warden>();
  const day = asked.day ?? today();
  const zoneName = useZoneName(outletId);
  const found = useOp(floorContract.readWardens, { params: { id: outletId }, query: { from: day, to: day } });
  const manages = hasRole(me, ['office']);
  const cell = (warden: Warden | undefined): ReactNode => {
    if (!warden) return <span className="yc-muted">{say.nobody}</span>;
    const mayHand = day >= today() && (manages || warden.accountId === me?.accountId);
    return (
      <div className="warden-cell">
        <strong>{warden.name}</strong>
        <span className="yc-small yc-muted">{say.patrols(warden.patrols)}</span>
        {warden.hands.map(({ from, to, note, at }) => (
          <span key={at} className="yc-small">
            {say.handed(from, to)}{colon()}{note}
          </span>
        ))}
        {mayHand ? (
          <Button size="small" aria-label={`${say.handOver} ${zoneName(warden.zone)} ${say.halves[warden.half]}`} onClick={() => setHanding(warden)}>
            {say.handOver}
          </Button>
        ) : null}
      </div>
    );
  }; // prettier-ignore
  return (
    <section aria-labelledby="wardens">
      <h2 id="wardens">{say.wardens}</h2>
      <div className="yc-row">
        <FilterDay name="day" label={say.day} usual={day} />
        {manages && found.data?.zones.length ? (
          <Button onClick={() => setPlanning(found.data.zones[0])}>{say.plan}</Button>
        ) : null}
      </div>
      <Query of={found}>
        {({ zones, rows, people }) => (
          <>
            {zones.length === 0 ? (
              <p className="yc-muted">{say.noZones}</p>
            ) : (
              <table className="warden-table">
                <thead>
                  <tr>
                    <th scope="col">{say.zone}</th>
                    {halves.map((half) => (
                      <th key={half} scope="col">
                        {say.halves[half]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {zones.map((zone) => (
                    <tr key={zone}>
                      <th scope="row">{zoneName(zone)}</th>
                      {halves.map((half) => (
                        <td key={half}>{cell(rows.find((row) => row.zone === zone && row.half === half))}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {planning === undefined ? null : (
              <PlanWardenDialog outletId={outletId} zones={zones} day={day} onClose={() => setPlanning(undefined)} />
            )}
            {handing ? (
              <HandDialog warden={handing} people={people} outletId={outletId} onClose={() => setHanding(undefined)} />
            ) : null}
          </>
        )}
      </Query>
    </section>
  );
}
