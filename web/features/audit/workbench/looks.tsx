/** Who looked whose personal data up, or saw them unmasked, and why. */
import type { ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import type { ReplyOf } from '#platform/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterDay } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { AuditHead, listHeight } from './audit-head.tsx';
import { StaffFilter } from './staff-filter.tsx';
import { auditWords } from './words.ts';

type Look = ReplyOf<typeof peopleContract.listUnmaskings>['rows'][number];

function Looks(): ReactNode {
  const say = useWords(auditWords);
  const [{ accountId, personId, from, to }, ask] = useAsked();
  const rows = useRows(peopleContract.listUnmaskings, {
    query: {
      ...(accountId ? { accountId } : {}),
      ...(personId ? { personId } : {}),
      ...(from ? { fromOn: from } : {}),
      ...(to ? { untilOn: to } : {}),
    },
  });
  const { columns: titles } = say;
  const columns: Column<Look>[] = [
    {
      key: 'at',
      title: titles.at,
      width: 11,
      grow: 0,
      render: ({ at }) => <span className="yc-numbers">{exactInstant(at)}</span>,
    },
    { key: 'who', title: titles.who, width: 8, render: ({ accountName }) => <strong>{accountName}</strong> },
    { key: 'how', title: titles.how, width: 8, grow: 0, render: ({ how }) => say.how[how] },
    {
      key: 'purpose',
      title: titles.purpose,
      width: 16,
      grow: 4,
      render: ({ purpose }) => <span title={purpose}>{purpose}</span>,
    },
    { key: 'found', title: titles.found, width: 4.5, grow: 0, align: 'end', render: ({ found }) => found },
    {
      key: 'person',
      title: say.person,
      width: 8,
      grow: 0,
      render: ({ personId: id }) =>
        // Whose data they were is said by its id alone: who audits need not see them either.
        id ? (
          <button
            type="button"
            className="audit-id"
            onClick={() => ask({ personId: personId === id ? undefined : id })}
          >
            {id.slice(-8)}
          </button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <>
      <AuditHead line={say.looksLine} />
      <DataTable
        name="looks"
        label={say.tabs.looks}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height={listHeight}
        filtered={Boolean(accountId ?? personId ?? from ?? to)}
        empty={<Empty title={say.none} />}
        filters={
          <>
            <StaffFilter label={say.filters.person} />
            <FilterDay name="from" label={say.filters.from} />
            <FilterDay name="to" label={say.filters.to} />
          </>
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['auditor'], Component: Looks });
