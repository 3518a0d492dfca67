/** The columns of the work list. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseLine } from '#modules/cases/contract';
import { useMe } from '#web/client/session.tsx';
import type { Column } from '#web/ui/data-table.tsx';
import { Day, DueLight, Instant } from '#web/ui/due.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { exactInstant, sayShortDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { conditionsIn } from './filter.ts';
import { listWords } from './list-words.ts';
import { useDepartments, type Colleague } from './names.ts';
import { stepWords } from './step-words.ts';
import { caseWords } from './words.ts';

/** Who holds it: me, a colleague by name, or nobody. */
export function HolderName(props: { id: string | null; names: ReadonlyMap<string, Colleague> }): ReactNode {
  const say = useWords(listWords);
  const me = useMe();
  if (!props.id) return <span className="yc-muted">{say.holders.nobody}</span>;
  if (props.id === me?.accountId) return <strong>{say.holders.me}</strong>;
  return props.names.get(props.id)?.name ?? say.holders.others;
}

/** The day alone, the moment on hover: a list needs no more. */
function SubmittedDay({ at }: { at: string }): ReactNode {
  const language = useLanguage();
  return (
    <time dateTime={at} title={exactInstant(at)}>
      {sayShortDay(today(new Date(at)), language)}
    </time>
  );
}

/** The columns; `take` is what the button of a case does that nobody holds. */
export function useWorkColumns(
  names: ReadonlyMap<string, Colleague>,
  take: (row: CaseLine) => void,
): Column<CaseLine>[] {
  const say = useWords(listWords);
  const names_ = useWords(caseWords);
  const { verbs } = useWords(stepWords);
  const [asked] = useAsked();
  const departments = useDepartments();
  const { columns } = say;
  // English says the same with more letters.
  const wide = useLanguage() === 'en';
  return [
    {
      key: 'number',
      title: columns.number,
      width: 8.2,
      grow: 0,
      render: (row) => (
        <Link
          to="/cases/$id"
          params={{ id: row.id } as never}
          search={conditionsIn(asked) as never}
          className="work-number yc-numbers"
          title={row.number}
          aria-label={row.number}
          onClick={(event) => event.stopPropagation()}
        >
          {/* The district's code is the same in every row: it is read aloud, but takes no room. */}
          {row.number.slice(row.number.indexOf('-') + 1)}
        </Link>
      ),
    },
    { key: 'item', title: columns.item, width: 9, grow: 3, render: (row) => row.itemName },
    { key: 'applicant', title: columns.applicant, width: 6, grow: 1.6, render: (row) => row.applicantName },
    {
      key: 'light',
      title: columns.light,
      width: wide ? 13.4 : 11.4,
      grow: 0,
      render: ({ light, remaining, targetOn, fatalOn }) => (
        <DueLight
          light={light}
          overdue={(remaining ?? 0) < 0}
          {...(remaining === null ? {} : { remaining })}
          dueOn={targetOn ?? fatalOn ?? undefined}
        />
      ),
    },
    {
      key: 'state',
      title: columns.state,
      // The longest Chinese state, 逾期未补正, stands whole; more in English would push the last column out at 1280 pixels.
      width: wide ? 7.6 : 7.2,
      grow: 0,
      render: ({ state, outcome }) =>
        state === 'closed' && outcome ? `${names_.states.closed} · ${names_.outcome[outcome]}` : names_.states[state],
    },
    {
      key: 'target',
      title: columns.target,
      width: 6.7,
      grow: 0,
      render: ({ targetOn }) => (targetOn ? <Day short on={targetOn} /> : '–'),
    },
    {
      key: 'fatal',
      title: columns.fatal,
      width: 6.7,
      grow: 0,
      sortable: true,
      render: ({ fatalOn }) => (fatalOn ? <Day short on={fatalOn} /> : '–'),
    },
    {
      key: 'holder',
      title: columns.holder,
      width: 5.4,
      grow: 0.6,
      render: (row) =>
        row.holderId || row.endedAt ? (
          <HolderName id={row.holderId} names={names} />
        ) : (
          <Button
            size="small"
            onClick={(event) => {
              event.stopPropagation();
              take(row);
            }}
          >
            {verbs.take}
          </Button>
        ),
    },
    {
      key: 'department',
      title: columns.department,
      width: 7,
      grow: 0.8,
      hidden: true,
      render: (row) => departments.find(({ id }) => id === row.departmentId)?.shortName ?? '…',
    },
    { key: 'door', title: columns.door, width: wide ? 5.4 : 4, grow: 0, render: ({ door }) => names_.doors[door] },
    {
      key: 'submitted',
      title: columns.submitted,
      width: 6.7,
      grow: 0,
      sortable: true,
      render: ({ submittedAt }) => <SubmittedDay at={submittedAt} />,
    },
    {
      key: 'ended',
      title: columns.ended,
      width: 9,
      grow: 0,
      hidden: true,
      render: ({ endedAt }) => (endedAt ? <Instant at={endedAt} /> : '–'),
    },
    {
      key: 'fee',
      title: columns.fee,
      width: 4.5,
      grow: 0,
      hidden: true,
      render: ({ feeState }) => names_.fees[feeState],
    },
  ];
}
