/** The matters that a department leads; for the service office all. */
import '../matters.css';
import '../live.ts';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { isDecided, mattersContract, type MatterLine } from '#modules/matters/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, DueLight, Instant } from '#web/ui/due.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { jointWords } from '../words.ts';
import { JointHead } from './head.tsx';
import { benchWords } from './words.ts';

function Matters(): ReactNode {
  const say = useWords(benchWords);
  const joint = useWords(jointWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const open = asked.open !== 'false';
  const rows = useRows(mattersContract.listMatters, { query: open ? { open: true } : {} });
  const { columns: names } = say;
  const columns: Column<MatterLine>[] = [
    { key: 'event', title: names.event, width: 10, grow: 2, render: ({ eventName }) => <strong>{eventName}</strong> },
    { key: 'applicant', title: names.applicant, width: 7, grow: 1, render: ({ applicantName }) => applicantName },
    {
      key: 'state',
      title: names.state,
      width: language === 'en' ? 9 : 6,
      grow: 0,
      render: ({ outcome }) => (outcome ? joint.outcomes[outcome] : say.inProgress),
    },
    {
      key: 'progress',
      title: names.progress,
      width: 5,
      grow: 0,
      render: ({ members }) => say.progress(members.filter(({ fate }) => isDecided(fate)).length, members.length),
    },
    {
      key: 'due',
      title: names.due,
      width: 17,
      grow: 0,
      render: ({ clock }) =>
        clock.fatalOn ? (
          <>
            <Day on={clock.fatalOn} short />{' '}
            <DueLight
              light={clock.light}
              overdue={clock.light === 'red'}
              {...(clock.remaining === null ? {} : { remaining: clock.remaining })}
            />
          </>
        ) : (
          ''
        ),
    },
    {
      key: 'submitted',
      title: names.submitted,
      width: 12,
      grow: 0,
      render: ({ submittedAt }) => <Instant at={submittedAt} />,
    },
    {
      key: 'number',
      title: names.number,
      width: 13,
      grow: 0,
      render: ({ number }) => <span className="yc-numbers">{number}</span>,
    },
  ];
  return (
    <>
      <JointHead />
      <DataTable
        name="matters"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/matters/${id}`}
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
        filters={
          <Checkbox checked={open} onChange={({ target }) => ask({ open: target.checked ? undefined : 'false' })}>
            {say.openOnly}
          </Checkbox>
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: Matters });
