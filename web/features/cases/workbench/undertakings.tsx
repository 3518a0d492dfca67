/** What applicants undertook and is still open: what is to come, what did not come, promises to be checked. What is due first comes first. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { casesContract, type UndertakingListed } from '#modules/cases/contract';
import { onLive } from '#web/client/live.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { undertakingWords } from './undertaking-words.ts';

onLive('cases.', [casesContract.undertakings]);

const filters = ['all', 'tolerance', 'promise', 'lapsed', 'broken', 'undrawn'] as const;
type Filter = (typeof filters)[number];

/** The part of a filter that the server knows. */
const asked = (filter: Filter) =>
  filter === 'tolerance' || filter === 'promise'
    ? { kind: filter, state: 'open' as const }
    : filter === 'all'
      ? {}
      : filter === 'undrawn'
        ? { undrawn: true }
        : { state: filter };

function Undertakings(): ReactNode {
  const say = useWords(undertakingWords);
  const [{ which }, ask] = useAsked();
  const filter = filters.find((one) => one === which) ?? 'all';
  const rows = useRows(casesContract.undertakings, { query: asked(filter) });
  const { list } = say;
  const columns: Column<UndertakingListed>[] = [
    { key: 'case', title: list.case, width: 12, grow: 0, render: ({ caseNumber }) => caseNumber },
    { key: 'item', title: list.item, width: 12, grow: 2, render: ({ itemName }) => itemName },
    { key: 'applicant', title: list.applicant, width: 8, render: ({ applicantName }) => applicantName },
    { key: 'material', title: list.material, width: 10, grow: 2, render: ({ materialName }) => materialName },
    { key: 'kind', title: list.kind, width: 7, grow: 0, render: ({ kind }) => say.kinds[kind] },
    {
      key: 'state',
      title: list.state,
      width: 9,
      grow: 0,
      render: ({ kind, state, sampled }) =>
        kind === 'promise' && state === 'open' ? (sampled ? say.toCheck : say.notDrawnShort) : say.states[state],
    },
    { key: 'due', title: list.due, width: 8, grow: 0, render: ({ dueOn }) => (dueOn ? <Day on={dueOn} /> : '–') },
  ];
  return (
    <>
      <PageHeader title={list.title} sub={list.line} />
      <DataTable
        name="undertakings"
        label={list.title}
        columns={columns}
        rows={rows}
        rowKey={({ caseId, materialId }) => `${caseId}/${materialId}`}
        to={({ caseId }) => `/cases/${caseId}`}
        filtered={filter !== 'all'}
        filters={
          <Radio.Group
            optionType="button"
            size="small"
            aria-label={list.filter}
            value={filter}
            options={filters.map((value) => ({ value, label: list.filters[value] }))}
            onChange={({ target }) => ask({ which: target.value === 'all' ? undefined : (target.value as Filter) })}
          />
        }
        height="calc(100dvh - 13.5rem)"
        empty={<Empty title={list.none}>{list.noneHint}</Empty>}
      />
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Undertakings });
