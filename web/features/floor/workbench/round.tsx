/** Walking a round with one thumb: point by point, in order or a finding; what has no connection yet waits visibly and goes out by itself. */
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { floorContract, type Round } from '#modules/floor/contract';
import { newKey } from '#web/client/client.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Link } from '@tanstack/react-router';
import { backTo } from '../back-to.ts';
import { findingsOf } from '../findings-of.ts';
import '../head.tsx';
import '../round.css';
import { roundWords } from '../round-words.ts';
import { dropNote, send, sendAll, useUnsent } from '../unsent.ts';
import { FoundDialog, type Found } from './found-dialog.tsx';

type Point = Round['way'][number];

function Walk({ round }: { round: Round }): ReactNode {
  const say = useWords(roundWords);
  const language = useLanguage();
  const me = useMe();
  const accountId = me?.accountId ?? undefined;
  const unsent = useUnsent(round.id, accountId);
  const [finding, setFinding] = useState<Point>();
  const [ending, setEnding] = useState(false);
  const waiting = unsent.filter(({ why }) => !why);
  useEffect(() => {
    if (!accountId) return;
    const again = (): void => void sendAll(accountId);
    again();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [accountId]);
  useEffect(() => {
    if (unsent.length === 0) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsent.length]);

  const note = (point: Point, found?: Found): void =>
    send({
      roundId: round.id,
      accountId: accountId!,
      body: { actionId: newKey(), pointId: point.id, seenAt: new Date().toISOString(), ...(found ? { finding: found } : {}) },
    }); // prettier-ignore
  const zoneName = useZoneName(round.outletId);
  const own = round.mine && !round.endedAt;
  // The office ends the round of anybody, such as of who has left.
  const ends = own || (!round.endedAt && hasRole(me, ['office']));
  const known = new Set(unsent.filter(({ why }) => !why).map(({ body }) => body.pointId));
  const seen = round.way.filter(({ id, result }) => result !== null || known.has(id)).length;
  const left = round.way.length - seen;
  return (
    <>
      <PageHeader
        title={`${say.kinds[round.kind]} ${round.number}`}
        sub={[zoneName(round.zone) || say.whole, round.by].join(' · ')}
        back={round.kind === 'check' ? backTo('/hall/checks', round.outletId, say.backChecks) : backTo('/hall/rounds', round.outletId, say.back)} // prettier-ignore
        actions={ends ? <Button type={left === 0 ? 'primary' : 'default'} disabled={unsent.length > 0} onClick={() => setEnding(true)}>{say.finish}</Button> : null} // prettier-ignore
      />
      <div className="round-bar" role="status">
        <strong className="yc-numbers">{say.progress(seen, round.way.length)}</strong>
        {round.findings > 0 ? (
          <Link {...findingsOf(round.outletId, { round: round.id })}>{say.findings(round.findings)}</Link>
        ) : null}
        {waiting.length > 0 ? (
          <span className="round-unsent">
            ▲ {say.unsent(waiting.length)}
            <Button size="small" onClick={() => void sendAll(accountId!)}>
              {say.sendNow}
            </Button>
            <span className="yc-small">{say.unsentWhat}</span>
          </span>
        ) : null}
      </div>
      {round.endedAt ? <p>{say.endedAt(sayInstant(round.endedAt, language), round.note ?? '')}</p> : null}
      {!round.mine && !round.endedAt ? <p className="yc-muted">{ends ? say.endsFor : say.notMine}</p> : null}
      <ol className="yc-plain round-way">
        {round.way.map((point) => (
          <PointCard
            key={point.id}
            point={point}
            own={own}
            unsent={unsent.filter(({ body }) => body.pointId === point.id)}
            onOk={() => note(point)}
            onFound={() => setFinding(point)}
          />
        ))}
      </ol>
      {finding ? (
        <FoundDialog
          title={finding.name}
          onClose={() => setFinding(undefined)}
          onFound={(found) => note(finding, found)}
        />
      ) : null}
      {ending ? <EndDialog round={round} left={left} onClose={() => setEnding(false)} /> : null}
    </>
  );
}

function PointCard(props: {
  point: Point;
  own: boolean;
  unsent: ReturnType<typeof useUnsent>;
  onOk: () => void;
  onFound: () => void;
}): ReactNode {
  const { point, own, unsent } = props;
  const say = useWords(roundWords);
  const language = useLanguage();
  const waiting = unsent.some(({ why }) => !why);
  const bad = point.result === 'finding' || unsent.some(({ body }) => body.finding);
  const state = bad ? 'finding' : point.result === 'ok' || waiting ? 'ok' : 'none';
  const more = bad ? say.foundMore : say.found;
  return (
    <li className={`round-point ${state}`} aria-label={point.name}>
      <div>
        <strong>{point.name}</strong> {point.zone ? <span className="yc-muted yc-small">{point.zone}</span> : null}
        {point.look ? <div className="yc-muted">{point.look}</div> : null}
        {point.result || waiting ? (
          <div className="yc-small">
            {bad ? `▲ ${say.found}` : `✓ ${say.ok}`} {point.by} {point.seenAt ? <Instant at={point.seenAt} /> : null}
            {waiting ? <strong className="round-unsent"> · {say.waiting}</strong> : null}
          </div>
        ) : (
          <div className="yc-small yc-muted">{own ? `○ ${say.toSee}` : say.notSeen}</div>
        )}
        {unsent.map(({ body, why }) =>
          why ? (
            <div key={body.actionId} className="floor-bad" role="alert">
              {say.refused(sayProblem(why, language).text)}{' '}
              <Button size="small" onClick={() => dropNote(body.actionId)}>
                {say.dropIt}
              </Button>
              {body.finding ? <div>{body.finding.body}</div> : null}
            </div>
          ) : null,
        )}
      </div>
      {own ? (
        <div className="round-acts">
          {state === 'none' ? (
            <Button size="large" aria-label={say.at(point.name, say.ok)} onClick={props.onOk}>
              {say.ok}
            </Button>
          ) : null}
          <Button size={state === 'none' ? 'large' : 'middle'} aria-label={say.at(point.name, more)} onClick={props.onFound}>
            {more}
          </Button>
        </div>
      ) : null}
    </li>
  );
} // prettier-ignore

function EndDialog({ round, left, onClose }: { round: Round; left: number; onClose: () => void }): ReactNode {
  const say = useWords(roundWords);
  const act = useAct(floorContract.finishRound, { changes: [floorContract.getRound, floorContract.listRounds, floorContract.readWardens] }); // prettier-ignore
  return (
    <ConfirmDialog
      open
      title={say.finish}
      verb={say.finish}
      reason={left > 0 ? 'needed' : 'optional'}
      reasonLabel={left > 0 ? say.why : say.note}
      onClose={onClose}
      onConfirm={(note) => act.send({ params: { id: round.id }, body: { note } })}
    >
      <p>{left > 0 ? say.finishWhat(left) : say.finishAll}</p>
    </ConfirmDialog>
  );
}

function RoundPage(): ReactNode {
  const found = useOp(floorContract.getRound, { params: { id: useParam('id') } });
  return <div className="floor-page"><Query of={found}>{(round) => <Walk round={round} />}</Query></div>; // prettier-ignore
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(floorContract.getRound, { params: { id: params.id! } }),
  Component: RoundPage,
});
