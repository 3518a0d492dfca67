/** The window: who is there, who is next, and one key for each act. */
import './desk.css';
import { App, Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { hallContract, type Desk, type TicketLine } from '#modules/hall/contract';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { useZoneName } from '../zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { Aside, ErrandCounts, NextOnes, TicketMarks, useMinutes } from './desk-lists.tsx';
import { DeskCases } from './desk-cases.tsx';
import { ChooseWindow } from './choose-window.tsx';
import { IssueTicket } from './issue-ticket.tsx';
import { LeaveWindow } from './leave-window.tsx';
import { TransferTicket } from './transfer-ticket.tsx';
import { WithdrawDialog } from './withdraw-ticket.tsx';
import { deskWords } from './words.ts';

onLive('hall.', [hallContract.showDesk, hallContract.showHall]);

const changes = [hallContract.showDesk];
export type Shift = NonNullable<Desk['shift']>;

/** `above`: what a clerk is to know before and while they serve; `below`: what else they are asked, before a window is chosen. */
export function DeskPage(props: { above?: ReactNode; below?: ReactNode }): ReactNode {
  const found = useOp(hallContract.showDesk, {}, { every: 20_000 });
  return (
    <Query of={found}>
      {(desk) =>
        desk.shift ? (
          <AtWindow key={desk.shift.id} desk={desk} shift={desk.shift} above={props.above} />
        ) : (
          <ChooseWindow above={props.above} below={props.below} />
        )
      }
    </Query>
  );
}

/** The acts with the ticket at the window, each as a button and a key. */
interface Step {
  key: string;
  say: string;
  /** The next right one: the filled button. */
  main?: boolean;
  run: () => void;
}

function AtWindow({ desk, shift, above }: { desk: Desk; shift: Shift; above: ReactNode }): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const zoneName = useZoneName(shift.outletId);
  const { message } = App.useApp();
  const { current } = desk;
  const [handing, setHanding] = useState<TicketLine>();
  const [withdrawing, setWithdrawing] = useState<TicketLine>();
  const [leaving, setLeaving] = useState(false);
  const [issuing, setIssuing] = useState(false);
  const act = {
    next: useAct(hallContract.callNext, { changes }),
    call: useAct(hallContract.callTicket, { changes }),
    recall: useAct(hallContract.recallTicket, { changes }),
    serve: useAct(hallContract.serveTicket, { changes }),
    miss: useAct(hallContract.missTicket, { changes }),
    park: useAct(hallContract.parkTicket, { changes }),
    unpark: useAct(hallContract.unparkTicket, { changes }),
    finish: useAct(hallContract.finishTicket, { changes }),
    pause: useAct(hallContract.pauseWindow, { changes }),
  };
  const all = Object.values(act);
  const sending = all.some((one) => one.sending);
  const [failed, setFailed] = useState<unknown>();
  const line = useRef<{ last: string; end: Promise<unknown> }>({ last: '', end: Promise.resolve() });
  /**
   * One act after the other, in the order of the keys: none is lost because the one before is still on its way, and the same one
   * pressed twice is one. What went wrong stands above the buttons until the next act.
   */
  const run = (what: string, doing: () => Promise<unknown>): Promise<boolean> => {
    if (line.current.last === what) return Promise.resolve(false);
    const end = line.current.end.then(async () => {
      setFailed(undefined);
      try {
        await doing();
        return true;
      } catch (error) {
        setFailed(error);
        return false;
      } finally {
        if (line.current.end === end) line.current.last = '';
      }
    });
    line.current = { last: what, end };
    return end;
  };
  const callNext = () =>
    run('next', async () => {
      const { ticket } = await act.next.send({ body: { actionId: act.next.key() } });
      if (!ticket) void message.info(say.nobody);
    });
  type One = 'call' | 'recall' | 'serve' | 'miss' | 'park' | 'unpark' | 'finish';
  const withTicket = (what: One, id: string) =>
    run(`${what} ${id}`, () => act[what].send({ params: { id }, body: { actionId: act[what].key() } }));
  const finishAndNext = (id: string): void => {
    void withTicket('finish', id).then((done) => done && callNext());
  };
  const pause = (on: boolean) => run(`pause ${on}`, () => act.pause.send({ body: { on } }));

  const steps: Step[] = [];
  if (!current && shift.state === 'open')
    steps.push({ key: 'n', say: say.next, main: true, run: () => void callNext() });
  if (current && current.state !== 'serving') {
    const { id } = current;
    steps.push(
      { key: 's', say: say.serve, main: true, run: () => void withTicket('serve', id) },
      { key: 'r', say: say.recall, run: () => void withTicket('recall', id) },
      { key: 'm', say: say.miss, run: () => void withTicket('miss', id) },
      { key: 't', say: say.transfer, run: () => setHanding(current) },
    );
  }
  if (current?.state === 'serving') {
    const { id } = current;
    if (shift.state === 'open') steps.push({ key: 'n', say: say.finishNext, main: true, run: () => finishAndNext(id) });
    steps.push(
      { key: 'f', say: say.finish, run: () => void withTicket('finish', id) },
      { key: 'p', say: say.park, run: () => void withTicket('park', id) },
      { key: 't', say: say.transfer, run: () => setHanding(current) },
    );
  }
  const onBreak = shift.state === 'break';
  useHotkeys([
    ...steps,
    { key: 'b', say: onBreak ? say.resume : say.pause, run: () => void pause(!onBreak) },
    { key: 'g', say: say.issueTitle, run: () => setIssuing(true) },
  ]);

  return (
    <div className="desk">
      <PageHeader
        title={hall.window(shift.windowNumber)}
        sub={`${pick(language, shift.windowName, shift.windowNameEn)} · ${say.line(zoneName(shift.zone), shift.servedToday)}`}
        actions={
          <>
            <Button onClick={() => setIssuing(true)}>
              {say.issue} <Key name="g" />
            </Button>
            <Button onClick={() => void pause(!onBreak)} type={onBreak ? 'primary' : 'default'}>
              {onBreak ? say.resume : say.pause} <Key name="b" />
            </Button>
            <Button onClick={() => setLeaving(true)}>{say.leave}</Button>
          </>
        }
      />
      {above}
      <div className="desk-columns">
        <section className="yc-panel desk-now" aria-labelledby="desk-now">
          <h2 id="desk-now">{say.current}</h2>
          {onBreak ? <p className="desk-paused">{say.paused}</p> : null}
          <Current current={current} desk={desk} />
          <ProblemNote error={failed} />
          <div className="desk-acts">
            {steps.map(({ key, say: what, main, run: doing }) => (
              <Button
                key={key}
                type={main ? 'primary' : 'default'}
                size="large"
                loading={Boolean(main) && sending}
                onClick={doing}
              >
                {what} <Key name={key} />
              </Button>
            ))}
          </div>
          <DeskCases desk={desk} />
        </section>
        <NextOnes desk={desk} onWithdraw={setWithdrawing} />
        <div className="yc-stack">
          <Aside
            desk={desk}
            mayCall={current === null && !onBreak}
            onCall={(id) => void withTicket('call', id)}
            onUnpark={(id) => void withTicket('unpark', id)}
            onWithdraw={setWithdrawing}
          />
          <ErrandCounts desk={desk} />
        </div>
      </div>
      {handing ? <TransferTicket desk={desk} ticket={handing} onClose={() => setHanding(undefined)} /> : null}
      {withdrawing ? <WithdrawDialog ticket={withdrawing} onClose={() => setWithdrawing(undefined)} /> : null}
      <LeaveWindow open={leaving} onClose={() => setLeaving(false)} />
      <IssueTicket outletId={shift.outletId} open={issuing} onClose={() => setIssuing(false)} />
    </div>
  );
}

function Current({ current, desk }: { current: TicketLine | null; desk: Desk }): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const minutes = useMinutes();
  if (!current)
    return (
      <div className="desk-number" aria-live="polite">
        <p className="desk-free">{say.free2}</p>
        <p className="yc-muted">{say.freeWhat(desk.waiting)}</p>
      </div>
    );
  const errand = desk.errands.find(({ id }) => id === current.errandId);
  return (
    <div className="desk-number" aria-live="polite">
      <strong>{current.number}</strong>
      <p>
        <span className={`hall-state ${current.state}`}>{hall.states[current.state]}</span>{' '}
        <span className="yc-muted yc-numbers">{say.since(minutes(current.since))}</span>
      </p>
      <p>{errand ? pick(language, errand.name, errand.nameEn) : ''}</p>
      <TicketMarks ticket={current} />
    </div>
  );
}
