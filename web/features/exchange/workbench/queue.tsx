/** What waits to be sent to other districts, and why. */
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import type { ReplyOf } from '#platform/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { useSayFault } from '../say-fault.ts';
import { ExchangeHead } from './head.tsx';
import { exchangeBenchWords } from './words.ts';

type Waiting = ReplyOf<typeof exchangeContract.listQueue>['rows'][number];

function Queue(): ReactNode {
  const say = useWords(exchangeBenchWords);
  const sayFault = useSayFault();
  const { message } = App.useApp();
  const partners = useOp(exchangeContract.listPartners, {}, { staleTime: 60_000 });
  const rows = useRows(exchangeContract.listQueue, { query: {} });
  const retry = useAct(exchangeContract.retryNow, {
    changes: [exchangeContract.listQueue, exchangeContract.listPartners],
  });
  const { columns: names } = say;
  const columns: Column<Waiting>[] = [
    { key: 'kind', title: names.kind, width: 9, grow: 1, render: ({ kind }) => <strong>{say.messages[kind]}</strong> },
    {
      key: 'district',
      title: names.district,
      width: 8,
      grow: 1,
      render: ({ partnerId }) => partners.data?.find(({ id }) => id === partnerId)?.name ?? '',
    },
    { key: 'waits', title: names.waits, width: 12, grow: 0, render: ({ createdAt }) => <Instant at={createdAt} /> },
    { key: 'attempts', title: names.attempts, width: 6, grow: 0, render: ({ attempts }) => attempts },
    { key: 'next', title: names.next, width: 12, grow: 0, render: ({ nextAt }) => <Instant at={nextAt} /> },
    {
      key: 'fault',
      title: names.fault,
      width: 16,
      grow: 2,
      render: (waiting) => sayFault(waiting) || '–',
    },
  ];
  return (
    <>
      <ExchangeHead
        actions={
          hasRole(useMe(), ['office']) ? (
            <Button
              loading={retry.sending}
              onClick={() =>
                void retry.send({}).then(
                  () => message.success(say.retried),
                  () => {},
                )
              }
            >
              {say.retry}
            </Button>
          ) : null
        }
      />
      <DataTable
        name="exchange-queue"
        label={say.queue}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={say.queueNone}>{say.queueNoneLine}</Empty>}
      />
    </>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Queue });
