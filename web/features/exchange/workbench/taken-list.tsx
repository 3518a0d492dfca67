/** What was taken in for other districts: one's own at a window, all for the service office. */
import type { ReactNode } from 'react';
import { exchangeContract, type TakenLine } from '#modules/exchange/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { TakenState } from '../taken-view.tsx';
import { ExchangeHead } from './head.tsx';
import { exchangeBenchWords } from './words.ts';

function TakenList(): ReactNode {
  const say = useWords(exchangeBenchWords);
  const { columns: names } = say;
  const rows = useRows(exchangeContract.listTaken, { query: {} });
  const columns: Column<TakenLine>[] = [
    { key: 'item', title: names.item, width: 12, grow: 2, render: ({ itemName }) => <strong>{itemName}</strong> },
    { key: 'applicant', title: names.applicant, width: 7, grow: 1, render: ({ applicantName }) => applicantName },
    { key: 'district', title: names.district, width: 8, grow: 1, render: ({ partnerName }) => partnerName },
    { key: 'state', title: names.state, width: 11, grow: 0, render: (taken) => <TakenState taken={taken} /> },
    { key: 'takenAt', title: names.takenAt, width: 10, grow: 0, render: ({ takenAt }) => <Instant at={takenAt} /> },
    {
      key: 'number',
      title: names.number,
      width: 12,
      grow: 0,
      render: ({ number }) => <span className="yc-numbers">{number ?? '–'}</span>,
    },
  ];
  return (
    <>
      <ExchangeHead />
      <DataTable
        name="exchange-taken"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/exchange/taken/${id}`}
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
      />
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: TakenList });
