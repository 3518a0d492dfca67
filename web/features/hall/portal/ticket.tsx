/** Where am I: the page of a ticket, for whoever has its code. */
import './queue.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { hallContract, isEnded, isNear, type TicketSeen } from '#modules/hall/contract';
import { usePublicLive, watchLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { useZoneName } from '../zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { TicketAlert } from './ticket-alert.tsx';
import { queueWords } from './words.ts';

/** The page; `rating` is put in by the surface once the visit is over. */
export function TicketPage(props: { rating?: (code: string) => ReactNode }): ReactNode {
  const code = useParam('code');
  const found = useOp(hallContract.lookTicket, { params: { code } }, { every: 5_000 });
  const ticketId = found.data?.id;
  const { refetch } = found;
  usePublicLive(found.data && !isEnded(found.data.state) ? found.data.outletId : undefined);
  // Only what is done with this ticket is read at once: were it every call of the hall, each would be asked about by everybody who waits.
  useEffect(
    () => watchLive('hall.ticketMoved', ({ subject }) => void (subject === ticketId && refetch())),
    [ticketId, refetch],
  );
  return <Query of={found}>{(ticket) => <Shown ticket={ticket} code={code} rating={props.rating} />}</Query>;
}

function Shown(props: {
  ticket: TicketSeen;
  code: string;
  rating: ((code: string) => ReactNode) | undefined;
}): ReactNode {
  const { ticket, code } = props;
  const say = useWords(queueWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const zoneName = useZoneName(ticket.outletId);
  const { state, ahead, wait } = ticket;
  const waits = state === 'waiting';
  return (
    <div className="queue-page">
      <PageHeader
        title={say.ticketTitle(ticket.number)}
        sub={[pick(language, ticket.errandName, ticket.errandNameEn), zoneName(ticket.zone)]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/queue', say: say.back }}
      />
      <section className={`queue-ticket ${state}`} aria-live="polite" aria-label={hall.states[state]}>
        <p className="queue-headline">
          {ticket.carried?.until ? say.carriedOver : ticket.withdrawn ? say.takenBack : say.headline[state]}
        </p>
        {ticket.withdrawn ? <p>{say.takenBackWhy(hall.withdrawn[ticket.withdrawn])}</p> : null}
        {ticket.windowNumber ? <p className="queue-window">{say.goTo(hall.window(ticket.windowNumber))}</p> : null}
        {waits && ahead !== null ? <p className="queue-window yc-numbers">{say.ahead(ahead)}</p> : null}
        {waits ? (
          <p>{wait === null ? say.noWindow : wait.high <= 1 ? say.atOnce : say.rough(hall.range(wait), wait.rough)}</p>
        ) : null}
        {waits && isNear(ticket) ? <p className="queue-now">{say.comeNow}</p> : null}
      </section>
      <HolderActs ticket={ticket} code={code} />
      {ticket.carried ? <Carried carried={ticket.carried} code={code} /> : null}
      {state === 'finished' ? props.rating?.(code) : null}
      {isEnded(state) ? null : <TicketAlert ticket={ticket} />}
      <p className="yc-muted yc-small">
        {pick(language, ticket.outletName, ticket.outletNameEn)} · {say.takenAt(sayInstant(ticket.takenAt, language))}
        {ticket.slotAt ? ` · ${say.slotAt(sayInstant(ticket.slotAt, language))}` : ''}
      </p>
      {isEnded(state) ? null : <p className="yc-muted yc-small">{say.keep}</p>}
      <p>
        <Link to="/complaints" search={{ ticket: code } as never}>
          {say.complain}
        </Link>
      </p>
      {state === 'finished' || state === 'cancelled' || ticket.carried?.nextCode ? null : (
        <p>
          <Link to="/after-hours" search={{ ticket: code } as never}>
            {say.afterHours}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Of a ticket that lapsed because the hall closed: its holder goes ahead the next time. */
function Carried({ carried, code }: { carried: NonNullable<TicketSeen['carried']>; code: string }): ReactNode {
  const say = useWords(queueWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const open = (next: string): void => void navigate({ to: '/tickets/$code', params: { code: next } as never });
  const act = useAct(hallContract.takeUpTicket, {
    changes: [hallContract.lookTicket, hallContract.myHall],
    onDone: (ticket) => open(ticket.code),
  });
  if (carried.nextCode)
    return (
      <Link to="/tickets/$code" params={{ code: carried.nextCode } as never}>
        {say.takenUp}
      </Link>
    );
  if (!carried.until) return null;
  return (
    <>
      <p>{say.takeUpWhat(sayDay(carried.until, language))}</p>
      <ProblemNote error={act.error} />
      <div className="queue-acts">
        <Button
          type="primary"
          loading={act.sending}
          onClick={() => void act.send({ params: { code }, body: { actionId: act.key() } }).catch(() => {})}
        >
          {say.takeUp}
        </Button>
      </div>
    </>
  );
}

function HolderActs({ ticket, code }: { ticket: TicketSeen; code: string }): ReactNode {
  const say = useWords(queueWords);
  const [cancelling, setCancelling] = useState(false);
  const changes = [hallContract.lookTicket, hallContract.myHall];
  const come = useAct(hallContract.comeToWindow, { changes });
  const cancel = useAct(hallContract.cancelTicket, { changes });
  const rejoin = useAct(hallContract.rejoinQueue, { changes });
  const { state } = ticket;
  const params = { code };
  const may =
    state === 'waiting' || state === 'called' || state === 'coming' || state === 'parked' || state === 'missed';
  return (
    <>
      <ProblemNote error={come.error ?? rejoin.error} />
      <div className="queue-acts">
        {state === 'called' ? (
          <Button
            type="primary"
            loading={come.sending}
            onClick={() => void come.send({ params, body: { actionId: come.key() } }).catch(() => {})}
          >
            {say.coming}
          </Button>
        ) : null}
        {ticket.returnMinutes !== null ? (
          <Button
            type="primary"
            loading={rejoin.sending}
            onClick={() => void rejoin.send({ params, body: { actionId: rejoin.key() } }).catch(() => {})}
          >
            {say.rejoin}
          </Button>
        ) : null}
        {may ? <Button onClick={() => setCancelling(true)}>{say.cancel}</Button> : null}
      </div>
      {state === 'missed' ? (
        <p className="yc-muted">
          {ticket.returnMinutes === null ? say.noReturn : say.rejoinWhat(ticket.returnMinutes)}
        </p>
      ) : null}
      <ConfirmDialog
        open={cancelling}
        title={say.cancel}
        verb={say.cancel}
        danger
        onClose={() => setCancelling(false)}
        onConfirm={() => cancel.send({ params, body: { actionId: cancel.key() } })}
      >
        <p>{say.cancelWhat}</p>
      </ConfirmDialog>
    </>
  );
}
