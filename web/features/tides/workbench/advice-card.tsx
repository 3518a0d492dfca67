/** An advice on a phone: what was seen, why, with whom, what it brings; one tap does it. */
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { tidesContract as ops, type Advice, type Misfit, type TidesNow } from '#modules/tides/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { sayTime } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { tidesWords } from './words.ts';

const changes = [ops.showTides, ops.listAdvice, ops.sumEffects, ops.getAdvice];

/** Minutes, or that they are not known. */
export function useMinutes(): (value: number | null) => string {
  const say = useWords(tidesWords);
  return (value) => (value === null ? say.unknown : say.minutes(value));
}

export function AdviceCard({
  advice,
  mayDecide,
}: {
  advice: TidesNow['advices'][number];
  mayDecide: boolean;
}): ReactNode {
  const say = useWords(tidesWords);
  const language = useLanguage();
  const minutes = useMinutes();
  const zoneName = useZoneName(advice.outletId);
  const [refusing, setRefusing] = useState(false);
  const take = useAct(ops.takeAdvice, { changes });
  const refuse = useAct(ops.refuseAdvice, { changes });
  const { seen, windowNumber, clerkName } = advice;
  const params = { id: advice.id };
  const doIt = {
    open: say.doOpen(windowNumber, clerkName),
    switch: say.doSwitch(windowNumber, advice.minutes),
    lend: say.doLend(windowNumber),
  }[advice.kind];
  return (
    <li className="yc-panel tides-advice">
      <h3>
        <span className="tides-kind">{say.kinds[advice.kind]}</span> {zoneName(advice.zone)} · {windowNumber}
      </h3>
      <dl className="tides-numbers">
        <div>
          <dt>{say.wait}</dt>
          <dd>
            <strong className="yc-numbers">{minutes(seen.wait)}</strong>
            <span>{say.usual(minutes(seen.usual))}</span>
          </dd>
        </div>
        <div>
          <dt>{say.next}</dt>
          <dd>
            <strong className="yc-numbers">{minutes(seen.next)}</strong>
            <span>{say.usual(minutes(seen.nextUsual))}</span>
          </dd>
        </div>
        <div>
          <dt>{say.saves}</dt>
          <dd>
            <strong className="yc-numbers">{minutes(Math.round(advice.savesMinutes / 10) * 10)}</strong>
            <span>{say.inAll}</span>
          </dd>
        </div>
      </dl>
      <p>{pick(language, advice.why.zh, advice.why.en)}</p>
      {advice.nobodyFree ? <p>{say.nobodyNow}</p> : null}
      <ProblemNote error={take.error} />
      {mayDecide ? (
        <div className="tides-acts">
          {advice.nobodyFree ? null : (
            <Button
              type="primary"
              size="large"
              loading={take.sending}
              onClick={() => void take.send({ params, body: { actionId: take.key() } }).catch(() => {})}
            >
              {doIt}
            </Button>
          )}
          <Button size="large" onClick={() => setRefusing(true)}>
            {say.notNow}
          </Button>
        </div>
      ) : null}
      <p className="yc-muted yc-small">
        {say.until(sayTime(advice.lapseAt))}
        {advice.others.length > 0 && !advice.nobodyFree ? ` · ${say.others(oneByOne(advice.others))}` : ''}
      </p>
      <ConfirmDialog
        open={refusing}
        title={say.notNowTitle}
        verb={say.notNow}
        reason="needed"
        reasonLabel={say.reason}
        onClose={() => setRefusing(false)}
        onConfirm={(reason) => refuse.send({ params, body: { actionId: refuse.key(), reason } })}
      >
        <p>{say.notNowWhat(say.aWhile)}</p>
      </ConfirmDialog>
    </li>
  );
}

/** What is being done, and what has just ended without being done: with the reason. */
export function AdviceLine({ advice }: { advice: Advice }): ReactNode {
  const say = useWords(tidesWords);
  const zoneName = useZoneName(advice.outletId);
  const { state, clerkName, openBy, untilAt, reason } = advice;
  return (
    <li className="tides-line">
      <span className={`tides-state ${state}`}>{say.states[state]}</span>
      <strong>
        {zoneName(advice.zone)} · {advice.windowNumber}
      </strong>
      <span>
        {state === 'asked' && openBy ? say.openBy(clerkName, sayTime(openBy)) : null}
        {state === 'running' && untilAt ? say.runningUntil(clerkName, sayTime(untilAt)) : null}
        {state === 'overtaken' ? (say.misfits[reason as Misfit] ?? reason) : null}
        {state === 'refused' ? reason : null}
        {state === 'lapsed' ? say.tooLate(sayTime(advice.lapseAt)) : null}
      </span>
    </li>
  );
}

/** What a clerk is asked to do. */
export function RequestCard({ advice }: { advice: Advice }): ReactNode {
  const say = useWords(tidesWords);
  const [declining, setDeclining] = useState(false);
  const [why, setWhy] = useState('');
  const answer = useAct(ops.answerRequest, { changes: [ops.myRequests] });
  const zoneName = useZoneName(advice.outletId);
  const { windowNumber, zone, untilAt } = advice;
  const send = (comes: boolean) =>
    answer.send({
      params: { id: advice.id },
      body: { actionId: answer.key(), comes, ...(comes ? {} : { reason: why }) },
    });
  if (advice.state === 'running')
    return (
      <li className="yc-panel tides-advice">
        <p>{say.hereUntil(windowNumber, untilAt ? sayTime(untilAt) : '')}</p>
      </li>
    );
  return (
    <li className="yc-panel tides-advice">
      <h3>{say.asked}</h3>
      <p>{say.askedWhat(zoneName(zone), windowNumber, advice.minutes)}</p>
      <ProblemNote error={answer.error} />
      <div className="tides-acts">
        <Button type="primary" size="large" loading={answer.sending} onClick={() => void send(true).catch(() => {})}>
          {say.comes(windowNumber)}
        </Button>
        <Button size="large" onClick={() => setDeclining(true)}>
          {say.cannot}
        </Button>
      </div>
      <ConfirmDialog
        open={declining}
        title={say.cannot}
        verb={say.cannot}
        onClose={() => setDeclining(false)}
        onConfirm={() => send(false)}
      >
        <p>{say.cannotWhat}</p>
        <Input aria-label={say.reason} value={why} maxLength={200} onChange={({ target }) => setWhy(target.value)} />
      </ConfirmDialog>
    </li>
  );
}
