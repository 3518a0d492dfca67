/** The trail of sign-ins: who, from where, what went wrong. */
import type { ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import type { ReplyOf } from '#platform/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { AuditHead, listHeight } from './audit-head.tsx';
import { StaffFilter } from './staff-filter.tsx';
import { auditWords } from './words.ts';

type Line = ReplyOf<typeof peopleContract.listSignIns>['rows'][number];

function SignIns(): ReactNode {
  const say = useWords(auditWords);
  const isAuditor = hasRole(useMe(), ['auditor']);
  const [{ accountId, act, from, to }] = useAsked();
  const rows = useRows(peopleContract.listSignIns, {
    query: {
      ...(accountId ? { accountId } : {}),
      ...(act ? { act } : {}),
      ...(from ? { fromOn: from } : {}),
      ...(to ? { untilOn: to } : {}),
    },
  });
  const { columns: titles } = say;
  const nameOf = (key: string): string => say.acts[key as keyof typeof say.acts] ?? key;
  const columns: Column<Line>[] = [
    {
      key: 'at',
      title: titles.at,
      width: 11,
      grow: 0,
      render: ({ at }) => <span className="yc-numbers">{exactInstant(at)}</span>,
    },
    { key: 'who', title: titles.who, width: 8, render: ({ accountName }) => <strong>{accountName ?? '–'}</strong> },
    { key: 'what', title: titles.what, width: 9, grow: 0, render: (row) => nameOf(row.act) },
    { key: 'address', title: titles.address, width: 9, render: ({ address }) => address },
    { key: 'note', title: titles.note, width: 12, grow: 3, render: ({ note }) => note },
  ];
  return (
    <>
      {isAuditor ? <AuditHead /> : <PageHeader title={say.tabs.signIns} />}
      <DataTable
        name="sign-ins"
        label={say.tabs.signIns}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height={listHeight}
        filtered={Boolean(accountId ?? act ?? from ?? to)}
        empty={<Empty title={say.none} />}
        filters={
          <>
            <StaffFilter label={say.filters.person} />
            <FilterSelect
              name="act"
              label={say.filters.act}
              options={Object.entries(say.acts).map(([value, label]) => ({ value, label }))}
              width={9}
            />
            <FilterDay name="from" label={say.filters.from} />
            <FilterDay name="to" label={say.filters.to} />
          </>
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['auditor', 'admin'], Component: SignIns });
