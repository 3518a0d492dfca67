/** One unannounced check: the draw as it was written down, who makes it, and beginning it or giving it up. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, type Check } from '#modules/floor/contract';
import { newKey } from '#web/client/client.ts';
import { mostLetters } from '#web/client/most-letters.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { oneByOne, useWords } from '#web/words/language.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { backTo } from '../back-to.ts';
import { checkWords } from '../check-words.ts';
import '../head.tsx';

const changes = [floorContract.getCheck, floorContract.listChecks];

function Shown({ check }: { check: Check }): ReactNode {
  const say = useWords(checkWords);
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const [key] = useState(newKey);
  const begin = useAct(floorContract.beginCheck, { changes });
  const waits = check.state === 'drawn';
  const start = async (): Promise<void> => {
    try {
      const { id } = await begin.send({ params: { id: check.id }, body: { actionId: key } });
      await navigate({ to: `/hall/rounds/${id}` });
    } catch {
      // Shown below.
    }
  };
  const lines: [string, ReactNode][] = [
    [say.columns.day, <Day key="day" on={check.day} />],
    [say.team2, oneByOne(check.team)],
    [say.look, check.look],
    [say.basis, check.basis],
    [say.picked, oneByOne(check.picked.map(({ number, zone }) => `${number} ${zone}`.trim()))],
    ...(check.step?.kind === 'cancel' ? [[say.states.cancelled, say.cancelledBy(check.step.by, check.step.reason)] as [string, ReactNode]] : []),
  ]; // prettier-ignore
  const draw: [string, ReactNode][] = [
    [say.drawnBy, <span key="by">{check.drawnBy} <Instant at={check.drawnAt} /></span>],
    [say.from(check.population.length), oneByOne(check.population.map(({ number }) => number))],
    [say.seed, <span key="seed" className="yc-numbers">{check.seed}</span>],
    ['', check.repeats ? `✓ ${say.repeats}` : <span key="differs" className="floor-bad">▲ {say.differs}</span>],
    [say.hash, <code key="hash">{check.hash}</code>],
  ]; // prettier-ignore
  return (
    <>
      <PageHeader
        title={`${say.title} ${check.number}`}
        sub={say.states[check.state]}
        back={backTo('/hall/checks', check.outletId, say.back)}
        actions={
          <>
            {check.roundId ? (
              <Link to="/hall/rounds/$id" params={{ id: check.roundId } as never} className="yc-button">
                {say.seeRound}
              </Link>
            ) : null}
            {waits && check.mine.team ? (
              <Button
                type="primary"
                disabled={check.day !== today()}
                title={check.day === today() ? undefined : say.notToday}
                loading={begin.sending}
                onClick={() => void start()}
              >
                {say.begin}
              </Button>
            ) : null}
            {waits && (check.mine.team || check.mine.drawer) ? (
              <Button onClick={() => setCancelling(true)}>{say.cancel}</Button>
            ) : null}
          </>
        }
      />
      <ProblemNote error={begin.error} />
      {waits ? <p>▲ {check.day === today() ? say.secret : `${say.secret}。${say.notToday}`}</p> : null}
      <Lines lines={lines} />
      <section aria-labelledby="draw">
        <h2 id="draw">{say.draws}</h2>
        <Lines lines={draw} />
      </section>
      {cancelling ? <CancelDialog check={check} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}

function Lines({ lines }: { lines: readonly [string, ReactNode][] }): ReactNode {
  return (
    <dl className="floor-lines wide">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function CancelDialog({ check, onClose }: { check: Check; onClose: () => void }): ReactNode {
  const say = useWords(checkWords);
  const act = useAct(floorContract.cancelCheck, { changes });
  return (
    <ConfirmDialog
      open
      title={say.cancel}
      verb={say.cancel}
      danger
      reason="needed"
      reasonLabel={say.why}
      reasonMost={mostLetters(floorContract.cancelCheck, 'reason')}
      onClose={onClose}
      onConfirm={(reason) => act.send({ params: { id: check.id }, body: { actionId: act.key(), reason } })}
    >
      <p>{say.cancelWhat}</p>
    </ConfirmDialog>
  );
} // prettier-ignore

function CheckPage(): ReactNode {
  const found = useOp(floorContract.getCheck, { params: { id: useParam('id') } });
  return <div className="floor-page"><Query of={found}>{(check) => <Shown check={check} />}</Query></div>; // prettier-ignore
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(floorContract.getCheck, { params: { id: params.id! } }),
  Component: CheckPage,
});
