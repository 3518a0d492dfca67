/** Acts of the machine that a person has to look at again: those whose applicants ask for it, and those that were drawn. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { prereviewContract, type Waiting } from '#modules/prereview/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { prereviewWords } from './words.ts';

const again = (): Promise<void> =>
  readAgain(prereviewContract.listSettings, prereviewContract.listRechecks, prereviewContract.caseReviews);

export function Rechecks(): ReactNode {
  const say = useWords(prereviewWords);
  const navigate = useNavigate();
  const me = useMe();
  const rows = useRows(prereviewContract.listRechecks, { query: {} });
  const [settling, setSettling] = useState<{ row: Waiting; agreed: boolean }>();
  const [error, setError] = useState<unknown>();
  const may = hasRole(me, ['examiner', 'head']);
  const settle = async ({ reviewId }: Waiting, agreed: boolean, note: string): Promise<void> => {
    await call(prereviewContract.settleRecheck, { params: { id: reviewId }, body: { agreed, note } });
    await again();
  };
  const columns: Column<Waiting>[] = [
    { key: 'number', title: say.recheckColumns.number, width: 12, grow: 1, render: ({ caseNumber }) => <span className="yc-numbers">{caseNumber}</span> }, // prettier-ignore
    { key: 'kind', title: say.recheckColumns.kind, width: 10, grow: 1, render: ({ kind }) => say.acted[kind] },
    { key: 'at', title: say.recheckColumns.at, width: 11, grow: 0, render: ({ at }) => <Instant at={at} /> },
    { key: 'why', title: say.recheckColumns.why, width: 14, grow: 2, render: ({ reason }) => reason ?? <span className="yc-muted">{say.drawn}</span> }, // prettier-ignore
    ...(may
      ? [
          {
            key: 'settle',
            title: say.recheckColumns.settle,
            width: 17,
            grow: 0,
            render: (row: Waiting) => (
              // A press on a button is not one on the row.
              <span
                className="yc-row prereview-settle"
                role="presentation"
                onClick={(event) => event.stopPropagation()}
              >
                <Button
                  size="small"
                  onClick={() =>
                    row.reason ? setSettling({ row, agreed: true }) : void settle(row, true, '').catch(setError)
                  }
                >
                  {say.right}
                </Button>
                <Button size="small" onClick={() => setSettling({ row, agreed: false })}>
                  {say.wrong}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="yc-stack" aria-labelledby="prereview-rechecks">
      <div>
        <h2 id="prereview-rechecks">{say.rechecks}</h2>
        <p className="yc-muted">{say.recheckWhat}</p>
      </div>
      <ProblemNote error={error} />
      <DataTable
        name="rechecks"
        label={say.rechecks}
        columns={columns}
        rows={rows}
        rowKey={({ reviewId }) => reviewId}
        height="18rem"
        onOpen={({ caseId }) => void navigate({ to: '/cases/$id', params: { id: caseId } as never })}
        empty={<Empty title={say.noRechecks} />}
      />
      <ConfirmDialog
        open={settling !== undefined}
        title={settling?.agreed ? say.answerTitle : say.wrongTitle}
        verb={settling?.agreed ? say.right : say.wrong}
        reason="needed"
        onClose={() => setSettling(undefined)}
        onConfirm={(note) => (settling ? settle(settling.row, settling.agreed, note) : undefined)}
      >
        {settling?.row.reason ? say.answerWhat(settling.row.reason) : null}
      </ConfirmDialog>
    </section>
  );
}
