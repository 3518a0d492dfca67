/** Zones and who looks after them today, and the rounds that were walked; on a phone it begins with the button that starts one. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, roundKinds, type RoundLine } from '#modules/floor/contract';
import { newKey } from '#web/client/client.ts';
import { worksAt } from '#web/client/own-outlets.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, ProblemNote } from '#web/ui/states.tsx';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { colon, useWords } from '#web/words/language.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { HallPage } from '../head.tsx';
import '../round.css';
import { roundWords } from '../round-words.ts';
import { floorWords } from '../words.ts';
import { Wardens } from './wardens.tsx';
import { WayDialog } from './way-dialog.tsx';

function Rounds(): ReactNode {
  const say = useWords(roundWords);
  const { rounds } = useWords(floorWords);
  return (
    <HallPage title={rounds} sub={say.sub}>
      {(outletId) => (
        <>
          <Start outletId={outletId} />
          <Wardens outletId={outletId} />
          <List outletId={outletId} />
        </>
      )}
    </HallPage>
  );
}

/** Starts a patrol, or goes on with the one that is not finished. */
function Start({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(roundWords);
  const me = useMe();
  const navigate = useNavigate();
  const walks = worksAt(me, outletId);
  const open = useOp(floorContract.listRounds, { params: { id: outletId }, query: { kind: 'patrol', open: true, limit: 50 } }); // prettier-ignore
  const points = useOp(floorContract.listPoints, { params: { id: outletId } });
  const zoneName = useZoneName(outletId);
  const act = useAct(floorContract.startPatrol, { changes: [floorContract.listRounds] });
  const [key] = useState(newKey);
  if (!walks || !open.data || !points.data) return null;
  const mine = open.data.rows.find((row) => row.mine);
  const zones = [...new Set(points.data.map(({ zone }) => zone))].filter((zone) => zone !== '');
  const start = async (zone?: string): Promise<void> => {
    try {
      const { id } = await act.send({ params: { id: outletId }, body: { actionId: key, ...(zone ? { zone } : {}) } });
      await navigate({ to: `/hall/rounds/${id}` });
    } catch {
      // Shown below.
    }
  };
  return (
    <div className="yc-row round-start">
      {mine ? (
        <Link to="/hall/rounds/$id" params={{ id: mine.id } as never} className="yc-button">
          {say.resume} {mine.number} · {say.seen(mine.marked, mine.points)}
        </Link>
      ) : points.data.length > 0 ? (
        <>
          <Button type="primary" size="large" loading={act.sending} onClick={() => void start()}>
            {say.start}
            {colon()}
            {say.whole}
          </Button>
          {zones.length > 1
            ? zones.map((zone) => (
                <Button key={zone} size="large" disabled={act.sending} onClick={() => void start(zone)}>
                  {say.start}
                  {colon()}
                  {zoneName(zone)}
                </Button>
              ))
            : null}
        </>
      ) : null}
      <ProblemNote error={act.error} />
    </div>
  );
}

function List({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(roundWords);
  const me = useMe();
  const [asked] = useAsked();
  const [setting, setSetting] = useState(false);
  const kind = roundKinds.find((one) => one === asked.kind);
  const zoneName = useZoneName(outletId);
  const rows = useRows(floorContract.listRounds, { params: { id: outletId }, query: kind ? { kind } : {} });
  const { columns: names } = say;
  const columns: Column<RoundLine>[] = [
    { key: 'when', title: names.when, width: 11.5, grow: 0, render: ({ startedAt }) => <Instant at={startedAt} /> },
    { key: 'kind', title: names.kind, width: 6, render: (row) => say.kinds[row.kind] },
    { key: 'zone', title: names.zone, width: 9, grow: 1, render: ({ zone }) => zoneName(zone) || say.whole },
    { key: 'by', title: names.by, width: 6, render: ({ by }) => by },
    { key: 'seen', title: names.seen, width: 6, align: 'end', render: ({ marked, points }) => say.seen(marked, points) },
    { key: 'findings', title: names.findings, width: 5, align: 'end', render: ({ findings }) => findings },
    { key: 'state', title: names.state, width: 6, render: ({ endedAt }) => (endedAt ? say.ended : say.open) },
    { key: 'number', title: names.number, width: 8, grow: 0, render: ({ number }) => number },
  ]; // prettier-ignore
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{say.rounds}</h2>
      <DataTable
        name="rounds"
        label={say.rounds}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/hall/rounds/${id}`}
        height="28rem"
        filtered={kind !== undefined}
        empty={<Empty title={say.none}>{say.noneWhat}</Empty>}
        filters={
          <FilterSelect
            name="kind"
            label={names.kind}
            options={roundKinds.map((value) => ({ value, label: say.kinds[value] }))}
            width={9}
          />
        }
        actions={hasRole(me, ['office']) ? <Button onClick={() => setSetting(true)}>{say.way}</Button> : null}
      />
      {setting ? <WayDialog outletId={outletId} onClose={() => setSetting(false)} /> : null}
    </section>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Rounds });
