/** What was taken in for other districts: one's own at a window, all for the service office. */
import type { ReactNode } from 'react';
import { exchangeContract, takenFilters, type TakenLine } from '#modules/exchange/contract';
import { useOp } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { TakenState } from '../taken-view.tsx';
import { ExchangeHead } from './head.tsx';
import { exchangeBenchWords } from './words.ts';

function TakenList(): ReactNode {
  const say = useWords(exchangeBenchWords);
  const { columns: names } = say;
  const [{ which, partnerId, who }] = useAsked();
  const partners = useOp(exchangeContract.listPartners, {}, { staleTime: 600_000 });
  const asked = takenFilters.find((each) => each === which);
  const query = { ...(asked ? { which: asked } : {}), ...(partnerId ? { partnerId } : {}), ...(who ? { who } : {}) };
  const rows = useRows(exchangeContract.listTaken, { query });
  const columns: Column<TakenLine>[] = [
    { key: 'item', title: names.item, width: 12, grow: 2, render: ({ itemName }) => <strong>{itemName}</strong> },
    { key: 'applicant', title: names.applicant, width: 7, grow: 1, render: ({ applicantName }) => applicantName },
    { key: 'district', title: names.district, width: 8, grow: 1, render: ({ partnerName }) => partnerName },
    { key: 'state', title: names.state, width: 11, grow: 0, render: (taken) => <TakenState taken={taken} /> },
    { key: 'takenAt', title: names.takenAt, width: 12, grow: 0, render: ({ takenAt }) => <Instant at={takenAt} /> },
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
        filtered={Object.keys(query).length > 0}
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
        filters={
          <>
            <FilterText name="who" label={say.whoLabel} width={16} />
            <FilterSelect
              name="which"
              label={names.state}
              options={takenFilters.map((value) => ({ value, label: say.whichOf[value] }))}
              width={9}
            />
            <FilterSelect
              name="partnerId"
              label={names.district}
              options={(partners.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              width={9}
            />
          </>
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: TakenList });
