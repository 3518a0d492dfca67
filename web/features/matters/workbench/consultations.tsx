/** What the department was asked, the most urgent first; for the service office everything that is open. */
import '../matters.css';
import '../live.ts';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { mattersContract, type Consultation } from '#modules/matters/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { JointHead } from './head.tsx';
import { benchWords } from './words.ts';

function Consultations(): ReactNode {
  const say = useWords(benchWords);
  const departmentName = useDepartmentName();
  const [asked, ask] = useAsked();
  const open = asked.open !== 'false';
  const overdue = asked.overdue === 'true';
  const rows = useRows(mattersContract.listConsultations, {
    query: { ...(open ? { open: true } : {}), ...(overdue ? { overdue: true } : {}) },
  });
  const { consultationColumns: names } = say;
  const columns: Column<Consultation>[] = [
    { key: 'item', title: names.item, width: 10, grow: 1, render: ({ itemName }) => <strong>{itemName}</strong> },
    {
      key: 'question',
      title: names.question,
      width: 12,
      grow: 2,
      render: ({ question }) => <span title={question}>{question}</span>,
    },
    { key: 'from', title: names.from, width: 8, grow: 1, render: (row) => departmentName(row.fromDepartmentId) },
    { key: 'to', title: names.to, width: 8, grow: 1, render: (row) => departmentName(row.toDepartmentId) },
    { key: 'due', title: names.due, width: 7, grow: 0, render: ({ dueOn }) => <Day on={dueOn} short /> },
    {
      key: 'state',
      title: names.state,
      width: 10,
      grow: 0,
      render: (row) => (
        <span
          className={`matters-fate ${row.overdue || row.state === 'disagreed' ? 'bad' : row.state === 'asked' ? 'normal' : 'good'}`}
        >
          {row.overdue ? say.overdue : say.states[row.state]}
        </span>
      ),
    },
  ];
  return (
    <>
      <JointHead />
      <DataTable
        name="consultations"
        label={say.consultationList}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/consultations/${id}`}
        filtered={overdue}
        empty={<Empty title={say.consultationNone} />}
        filters={
          <>
            <Checkbox checked={open} onChange={({ target }) => ask({ open: target.checked ? undefined : 'false' })}>
              {say.openOnly}
            </Checkbox>
            <Checkbox
              checked={overdue}
              onChange={({ target }) => ask({ overdue: target.checked ? 'true' : undefined })}
            >
              {say.onlyOverdue}
            </Checkbox>
          </>
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: Consultations });
