/** What was found in a hall: counts, the list behind them, and noting something new, on a phone too. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { findingSources, findingStates, floorContract, severities, type FindingLine } from '#modules/floor/contract';
import { worksAt } from '#web/client/own-outlets.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { useWords } from '#web/words/language.ts';
import { findingWords } from '../finding-words.ts';
import { HallPage } from '../head.tsx';
import { floorWords } from '../words.ts';
import { RaiseDialog } from './raise-dialog.tsx';
import { RuleDialog } from './rule-dialog.tsx';

function Findings(): ReactNode {
  const say = useWords(findingWords);
  const all = hasRole(useMe(), ['head', 'office', 'auditor']);
  return (
    <HallPage title={say.title} sub={all ? say.sub : say.subOwn}>
      {(outletId) => <List outletId={outletId} />}
    </HallPage>
  );
}

function List({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(findingWords);
  const me = useMe();
  const [asked, ask] = useAsked();
  const [raising, setRaising] = useState(false);
  const [ruling, setRuling] = useState(false);
  const { rule } = useWords(floorWords);
  const nameOf = useDepartmentShortName(say.hall);
  const state = findingStates.find((one) => one === asked.state);
  const severity = severities.find((one) => one === asked.severity);
  const source = findingSources.find((one) => one === asked.source);
  const query = {
    ...(state ? { state } : {}),
    ...(severity ? { severity } : {}),
    ...(source ? { source } : {}),
    ...(asked.overdue === 'true' ? { overdue: true } : {}),
    ...(asked.round ? { roundId: asked.round } : {}),
    ...(asked.circular ? { circularId: asked.circular } : {}),
    ...(asked.year ? { circularYear: Number(asked.year) } : {}),
  };
  const zoneName = useZoneName(outletId);
  const rows = useRows(floorContract.listFindings, { params: { id: outletId }, query });
  const counts = useOp(floorContract.countFindings, { params: { id: outletId } });
  const { columns: names } = say;
  const columns: Column<FindingLine>[] = [
    { key: 'body', title: names.body, width: 12, grow: 3, render: ({ body }) => body },
    { key: 'severity', title: names.severity, width: 5.5, grow: 0.3, render: (row) => say.severities[row.severity] },
    { key: 'state', title: names.state, width: 8, grow: 0.5, render: (row) => say.states[row.state] },
    {
      key: 'due',
      title: names.due,
      width: 8.5,
      grow: 0,
      render: ({ dueOn, overdue }) =>
        dueOn ? (
          <span className={overdue ? 'floor-bad' : ''}>
            <Day short on={dueOn} /> {overdue ? `▲ ${say.overdue}` : ''}
          </span>
        ) : (
          '–'
        ),
    },
    { key: 'zone', title: names.zone, width: 8, render: ({ zone }) => zoneName(zone) || '–' },
    { key: 'department', title: names.department, width: 8, render: (row) => nameOf(row.departmentId) },
    { key: 'source', title: names.source, width: 6.5, grow: 0.5, render: (row) => say.sources[row.source] },
    { key: 'at', title: names.at, width: 9.5, grow: 0, render: ({ raisedAt }) => <Instant at={raisedAt} /> },
    { key: 'number', title: names.number, width: 8, grow: 0, render: ({ number }) => number },
  ];
  return (
    <>
      {counts.data ? (
        <p className="yc-numbers">
          {say.counts(counts.data.open, counts.data.corrected, counts.data.overdue, counts.data.all)}
        </p>
      ) : null}
      <DataTable
        name="findings"
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/hall/findings/${id}`}
        height="calc(100dvh - 20rem)"
        filtered={Object.keys(query).length > 0}
        empty={<Empty title={say.none}>{say.noneWhat}</Empty>}
        filters={
          <>
            <FilterSelect name="state" label={say.stands} options={findingStates.map((value) => ({ value, label: say.states[value] }))} width={8} />
            <FilterSelect name="severity" label={say.howBad} options={severities.map((value) => ({ value, label: say.severities[value] }))} width={7} />
            <FilterSelect name="source" label={say.fromWhere} options={findingSources.map((value) => ({ value, label: say.sources[value] }))} width={8} />
            {asked.round || asked.circular || asked.year ? (
              <Button onClick={() => ask({ round: undefined, circular: undefined, year: undefined })}>{asked.round ? say.ofRound : asked.circular ? say.ofCircular : say.ofYear(asked.year ?? '')}</Button>
            ) : null}
            <FilterSelect name="overdue" label={say.due} options={[{ value: 'true', label: say.onlyOverdue }]} width={8} />
          </>
        } // prettier-ignore
        actions={
          <>
            {hasRole(me, ['office']) ? <Button onClick={() => setRuling(true)}>{rule}</Button> : null}
            {worksAt(me, outletId) ? (
              <Button type="primary" onClick={() => setRaising(true)}>
                {say.raise}
              </Button>
            ) : null}
          </>
        }
      />
      {ruling ? <RuleDialog outletId={outletId} onClose={() => setRuling(false)} /> : null}
      {raising ? <RaiseDialog outletId={outletId} onClose={() => setRaising(false)} /> : null}
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Findings });
