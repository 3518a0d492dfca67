/** Messages that got stuck on their way, and the button that sends them again. */
import { App, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { noticesContract, type StuckMessage } from '#modules/notices/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { sendingWords } from './words.ts';

/** Nothing announces a failure of a gateway: the list is read again by itself. */
const every = 15_000;

function Stuck(): ReactNode {
  const say = useWords(sendingWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const rows = useRows(noticesContract.listStuck, { query: {} });
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => void readAgain(noticesContract.listStuck), every);
    return () => clearInterval(timer);
  }, []);
  const retry = async (ids?: readonly string[]): Promise<void> => {
    const body = ids ? { ids: ids.slice(0, 500) } : {};
    const { retried } = await call(noticesContract.retryStuck, { body });
    setChosen(new Set());
    void message.success(say.retried(retried));
    await readAgain(noticesContract.listStuck);
  };
  const retrySome = async (ids: readonly string[]): Promise<void> => {
    setBusy(true);
    await retry(ids).catch((thrown: unknown) => message.error(sayProblem(thrown, language).text));
    setBusy(false);
  };
  const { columns: names } = say;
  const columns: Column<StuckMessage>[] = [
    { key: 'channel', title: names.channel, width: 6, grow: 0, render: ({ channel }) => say.channels[channel] },
    {
      key: 'template',
      title: names.template,
      width: 9,
      render: ({ template }) => say.templates[template as keyof typeof say.templates] ?? template,
    },
    {
      key: 'state',
      title: names.state,
      width: 6,
      grow: 0,
      render: ({ state }) => (state === 'givenUp' ? <strong>{say.states[state]}</strong> : say.states[state]),
    },
    { key: 'attempts', title: names.attempts, width: 5, grow: 0, render: ({ attempts }) => say.times(attempts) },
    {
      key: 'lastError',
      title: names.lastError,
      width: 12,
      grow: 3,
      render: ({ lastError }) => <span title={lastError ?? ''}>{lastError ?? '–'}</span>,
    },
    { key: 'created', title: names.created, width: 12, grow: 0, render: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      key: 'next',
      title: names.next,
      width: 12,
      grow: 0,
      render: ({ state, nextAt }) => (state === 'waiting' ? <Instant at={nextAt} /> : '–'),
    },
  ];
  return (
    <>
      <PageHeader title={say.title} sub={say.line} />
      <DataTable
        name="stuck"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        chosen={{ keys: chosen, set: setChosen }}
        height="calc(100dvh - 13.5rem)"
        empty={<Empty title={say.none}>{say.noneHint}</Empty>}
        actions={
          chosen.size > 0 ? (
            <Button type="primary" loading={busy} onClick={() => void retrySome([...chosen])}>
              {say.retryChosen(chosen.size)}
            </Button>
          ) : rows.total ? (
            <Button type="primary" onClick={() => setAsking(true)}>
              {say.retryAll}
            </Button>
          ) : null
        }
      />
      <ConfirmDialog
        open={asking}
        title={say.retryAll}
        verb={say.retry}
        onClose={() => setAsking(false)}
        onConfirm={() => retry()}
      >
        <p>{say.retryAllWhat}</p>
      </ConfirmDialog>
    </>
  );
}

export const page = definePage({ roles: ['office', 'admin'], Component: Stuck });
