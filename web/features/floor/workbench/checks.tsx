/** Unannounced checks that the reader may know of, and drawing one. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { checkStates, floorContract, type CheckLine } from '#modules/floor/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { oneByOne, useWords } from '#web/words/language.ts';
import { checkWords } from '../check-words.ts';
import { HallPage } from '../head.tsx';
import { DrawDialog } from './draw-dialog.tsx';

function Checks(): ReactNode {
  const say = useWords(checkWords);
  return (
    <HallPage title={say.title} sub={say.sub}>
      {(outletId) => <List outletId={outletId} />}
    </HallPage>
  );
}

function List({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(checkWords);
  const me = useMe();
  const [asked] = useAsked();
  const [drawing, setDrawing] = useState(false);
  const state = checkStates.find((one) => one === asked.state);
  const rows = useRows(floorContract.listChecks, { params: { id: outletId }, query: state ? { state } : {} });
  const { columns: names } = say;
  const columns: Column<CheckLine>[] = [
    { key: 'day', title: names.day, width: 8, render: ({ day }) => <Day on={day} /> },
    { key: 'state', title: names.state, width: 7, render: (row) => say.states[row.state] },
    { key: 'windows', title: names.windows, width: 7, align: 'end', render: ({ windows }) => windows },
    { key: 'team', title: names.team, width: 12, grow: 2, render: ({ team }) => oneByOne(team) },
    { key: 'findings', title: names.findings, width: 5, align: 'end', render: ({ findings }) => findings },
    { key: 'number', title: names.number, width: 8, grow: 0, render: ({ number }) => number },
  ];
  return (
    <>
      <DataTable
        name="checks"
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/hall/checks/${id}`}
        height="calc(100dvh - 18rem)"
        filtered={state !== undefined}
        empty={<Empty title={say.none}>{say.noneWhat}</Empty>}
        filters={
          <FilterSelect
            name="state"
            label={names.state}
            options={checkStates.map((value) => ({ value, label: say.states[value] }))}
            width={9}
          />
        }
        actions={
          hasRole(me, ['office']) ? (
            <Button type="primary" onClick={() => setDrawing(true)}>
              {say.draw}
            </Button>
          ) : null
        }
      />
      {drawing ? <DrawDialog outletId={outletId} onClose={() => setDrawing(false)} /> : null}
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Checks });
