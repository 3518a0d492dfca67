/** The seat: say that one is there, take the next, help. */
import './remote-help.css';
import { App, Button, Checkbox } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { remoteHelpContract, type HelpWaiting, type Outcome } from '#modules/remotehelp/contract';
import { call } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { dockWords } from '../portal/words.ts';
import { talkWords } from '../words.ts';
import { ClerksTalk } from './clerks-talk.tsx';
import { seatWords } from './words.ts';

onLive('remotehelp.', [remoteHelpContract.showSeat]);
const changes = [remoteHelpContract.showSeat];

function SeatPage(): ReactNode {
  const say = useWords(seatWords);
  const { message } = App.useApp();
  const found = useOp(remoteHelpContract.showSeat, {}, { every: 10_000 });
  const set = useAct(remoteHelpContract.setSeat, { changes });
  const take = useAct(remoteHelpContract.takeNext, { changes });
  const demo = (useOp(peopleContract.demoAccounts, {}, { staleTime: Infinity }).data?.rows.length ?? 0) > 0;
  const state = found.data?.state ?? null;
  const helps = Boolean(found.data?.current);
  // Said again while the page is open; who closes it is not there any more soon after.
  useEffect(() => {
    if (state === null) return;
    const timer = setInterval(() => void call(remoteHelpContract.setSeat, { body: { state } }).catch(() => {}), 20_000);
    return () => clearInterval(timer);
  }, [state]);
  const be = (to: 'open' | 'break' | null, signs?: boolean): void =>
    void set.send({ body: { state: to, ...(signs === undefined ? {} : { signs }) } }).catch(() => {});
  const next = async (): Promise<void> => {
    const { help } = await take.send({ body: { actionId: take.key() } });
    if (!help) void message.info(say.nobody);
  };
  useHotkeys(state === 'open' && !helps ? [{ key: 'n', say: say.next, run: () => void next().catch(() => {}) }] : []);
  return (
    <Query of={found}>
      {(seat) => (
        <div className="seat">
          <PageHeader
            title={say.title}
            sub={say.waiting(seat.waitingTotal)}
            actions={
              <>
                {seat.state === null ? (
                  <Button type="primary" onClick={() => be('open')}>
                    {say.open}
                  </Button>
                ) : (
                  <Button onClick={() => be(seat.state === 'open' ? 'break' : 'open')}>
                    {seat.state === 'open' ? say.break : say.back}
                  </Button>
                )}
                {seat.state === null || seat.current ? null : <Button onClick={() => be(null)}>{say.leave}</Button>}
              </>
            }
          />
          {set.error ? <ProblemNote error={set.error} /> : null}
          {take.error ? <ProblemNote error={take.error} /> : null}
          {seat.current ? (
            <ClerksTalk key={seat.current.id} help={seat.current} colleagues={seat.colleagues} />
          ) : (
            <>
              {seat.broken ? <BrokenOff {...seat.broken} /> : null}
              <p>{seat.state === null ? say.notThere : seat.state === 'break' ? say.onBreak : null}</p>
              {seat.state === 'open' ? (
                <div className="yc-row">
                  <Button type="primary" size="large" loading={take.sending} onClick={() => void next().catch(() => {})}>
                    {say.next} <Key name="n" />
                  </Button>
                  <Checkbox checked={seat.signs} onChange={({ target }) => be('open', target.checked)}>
                    {say.signs}
                  </Checkbox>
                </div>
              ) : null}
              {seat.waiting.length === 0 ? (
                <Empty title={say.nobody}>{demo ? say.tryIt : null}</Empty>
              ) : (
                <Waiting rows={seat.waiting} />
              )}
            </>
          )}
        </div>
      )}
    </Query>
  ); // prettier-ignore
}

/** Why the talk that was there a moment ago is not there any more. */
function BrokenOff({ at, outcome }: { at: string; outcome: Outcome | null }): ReactNode {
  const { broken } = useWords(seatWords);
  const said = outcome === null ? broken.waits : outcome in broken ? broken[outcome as keyof typeof broken] : undefined;
  if (said === undefined) return null;
  return (
    <p className="seat-reads" role="status">
      <Instant at={at} /> {said}
    </p>
  );
}

function Waiting(props: { rows: readonly HelpWaiting[] }): ReactNode {
  const say = useWords(seatWords);
  const talk = useWords(talkWords);
  const asker = useWords(dockWords);
  const language = useLanguage();
  return (
    <ol className="seat-waiting yc-panel">
      {props.rows.map((one) => (
        <li key={one.id}>
          <b>{pick(language, one.itemName, one.itemNameEn) || say.noForm}</b>
          <span>
            <Instant at={one.askedAt} />
            {' · '}
            {[
              talk.ways[one.way],
              one.priority && asker.priorities[one.priority],
              one.sign && say.sign,
              one.forMe && say.forMe,
              one.away && say.away,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

export const page = definePage({
  roles: ['clerk'],
  load: () => prefetch(remoteHelpContract.showSeat, {}),
  Component: SeatPage,
});
