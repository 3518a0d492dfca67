/** Who took which list away, for the office and the auditors. */
import './insight.css';
import type { ReactNode } from 'react';
import { insightContract } from '#modules/insight/contract';
import type { ReplyOf } from '#platform/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { insightWords } from './words.ts';

type Row = ReplyOf<typeof insightContract.listExports>['rows'][number];

function Exports(): ReactNode {
  const say = useWords(insightWords);
  const rows = useRows(insightContract.listExports, { query: {} });
  const { columns: names } = say;
  const columns: Column<Row>[] = [
    { key: 'at', title: names.at, width: 12, grow: 0, render: ({ at }) => <Instant at={at} /> },
    { key: 'by', title: names.by, width: 7, render: ({ accountName }) => accountName ?? '–' },
    { key: 'what', title: names.what, width: 10, grow: 2, render: ({ set }) => say.sets[set] },
    {
      key: 'period',
      title: names.period,
      width: 14,
      grow: 2,
      render: ({ filter }) => [filter.from, filter.to].filter((one) => typeof one === 'string').join(' – '),
    },
    { key: 'rows', title: names.rows, width: 5, grow: 0, align: 'end', render: ({ rows: count }) => count },
    { key: 'format', title: names.format, width: 5, grow: 0, render: ({ format }) => format.toUpperCase() },
    { key: 'masked', title: names.masked, width: 5, grow: 0, render: ({ masked }) => (masked ? say.yes : say.no) },
  ];
  return (
    <div className="figures">
      <PageHeader title={say.exports} back={{ to: '/figures', say: say.back }} />
      <DataTable
        name="exports"
        label={say.exports}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={say.noExports} />}
      />
    </div>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Exports });
