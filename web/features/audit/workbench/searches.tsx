/** Who searched the trail for what: the auditors are watched as well. */
import type { ReactNode } from 'react';
import { auditContract } from '#modules/audit/contract';
import type { ReplyOf } from '#platform/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { AuditHead, listHeight } from './audit-head.tsx';
import { auditWords } from './words.ts';

type Search = ReplyOf<typeof auditContract.listSearches>['rows'][number];

/** Which page of the answer was shown says nothing about what was looked for. */
const pages = new Set(['limit', 'offset']);
/** The days last, and in the order in which one says them. */
const order = ['from', 'to'];

function Searches(): ReactNode {
  const say = useWords(auditWords);
  const rows = useRows(auditContract.listSearches, { query: {} });
  const { columns: titles, filters } = say;
  const nameOf: Readonly<Record<string, string>> = { ...filters, accountId: filters.person };
  const columns: Column<Search>[] = [
    {
      key: 'at',
      title: titles.at,
      width: 11,
      grow: 0,
      render: ({ at }) => <span className="yc-numbers">{exactInstant(at)}</span>,
    },
    { key: 'who', title: titles.who, width: 8, render: ({ accountName }) => <strong>{accountName ?? '–'}</strong> },
    {
      key: 'filter',
      title: titles.filter,
      width: 16,
      grow: 4,
      render: ({ filter }) =>
        Object.entries(filter)
          .filter(([key, value]) => !pages.has(key) && value !== null && value !== undefined)
          .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
          .map(([key, value]) => `${nameOf[key] ?? key} ${String(value)}`)
          .join(' · '),
    },
    {
      key: 'found',
      title: titles.found,
      width: 5,
      grow: 0,
      align: 'end',
      render: ({ found }) => found.toLocaleString('en'),
    },
  ];
  return (
    <>
      <AuditHead line={say.trailLine} />
      <DataTable
        name="searches"
        label={say.tabs.searches}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height={listHeight}
        empty={<Empty title={say.none} />}
      />
    </>
  );
}

export const page = definePage({ roles: ['auditor'], Component: Searches });
