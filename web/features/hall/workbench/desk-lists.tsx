/** The lists beside the window: who is next, who was put aside, what the window does. */
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Desk, TicketLine } from '#modules/hall/contract';
import { sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { WithdrawButton } from './withdraw-ticket.tsx';
import { deskWords } from './words.ts';

/** Whole minutes since an instant; the component is drawn again as they pass. */
export function useMinutes(): (since: string) => number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return (since) => Math.max(0, Math.floor((Math.max(now, Date.now()) - Date.parse(since)) / 60_000));
}

/** What is special about a ticket, in words. */
export function TicketMarks({ ticket }: { ticket: TicketLine }): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const marks = [
    ...(ticket.priority ? [`${say.priority}: ${hall.priorities[ticket.priority]}`] : []),
    ...(ticket.slotAt ? [say.slot(sayTime(ticket.slotAt))] : []),
    ...(ticket.party > 1 ? [say.party(ticket.party)] : []),
  ];
  return marks.length === 0 ? null : <p className="desk-marks">{marks.join(' · ')}</p>;
}

export function TicketRow({ ticket, children }: { ticket: TicketLine; children?: ReactNode }): ReactNode {
  const say = useWords(deskWords);
  const minutes = useMinutes();
  return (
    <li className="desk-line">
      <span className="desk-line-number yc-numbers">{ticket.number}</span>
      <span className="yc-muted yc-numbers yc-small">{say.since(minutes(ticket.since))}</span>
      <TicketMarks ticket={ticket} />
      {children}
    </li>
  );
}

export function NextOnes(props: { desk: Desk; onWithdraw: (ticket: TicketLine) => void }): ReactNode {
  const { desk, onWithdraw } = props;
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  return (
    <section className="yc-panel" aria-labelledby="desk-next">
      <h2 id="desk-next">
        {say.queue} <span className="yc-muted yc-small">{hall.people(desk.waiting)}</span>
      </h2>
      {desk.next.length === 0 ? <p className="yc-muted">{say.none}</p> : null}
      <ol className="yc-plain">
        {desk.next.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket}>
            <WithdrawButton ticket={ticket} onPress={() => onWithdraw(ticket)} />
          </TicketRow>
        ))}
      </ol>
    </section>
  );
}

export function Aside(props: {
  desk: Desk;
  mayCall: boolean;
  onCall: (id: string) => void;
  onUnpark: (id: string) => void;
  onWithdraw: (ticket: TicketLine) => void;
}): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const all = [...props.desk.parked, ...props.desk.missed];
  return (
    <section className="yc-panel" aria-labelledby="desk-aside">
      <h2 id="desk-aside">{say.aside}</h2>
      {all.length === 0 ? <p className="yc-muted">{say.none}</p> : null}
      <ul className="yc-plain">
        {all.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket}>
            <span className={`hall-state ${ticket.state}`}>{hall.states[ticket.state]}</span>
            <span className="yc-row">
              <Button
                size="small"
                disabled={!props.mayCall}
                onClick={() => props.onCall(ticket.id)}
                aria-label={`${say.call} ${ticket.number}`}
              >
                {say.call}
              </Button>
              {ticket.state === 'parked' ? (
                <Button
                  size="small"
                  onClick={() => props.onUnpark(ticket.id)}
                  aria-label={`${say.unpark} ${ticket.number}`}
                >
                  {say.unpark}
                </Button>
              ) : null}
              <WithdrawButton ticket={ticket} onPress={() => props.onWithdraw(ticket)} />
            </span>
          </TicketRow>
        ))}
      </ul>
    </section>
  );
}

export function ErrandCounts({ desk }: { desk: Desk }): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const minutes = useMinutes();
  return (
    <section className="yc-panel" aria-labelledby="desk-errands">
      <h2 id="desk-errands">{say.errands}</h2>
      {desk.errands.length === 0 ? <p className="yc-muted">{say.noErrands}</p> : null}
      <ul className="yc-plain">
        {desk.errands.map(({ id, prefix, name, nameEn, waiting, longestSince }) => (
          <li key={id} className="desk-line">
            <span className="desk-line-number">{prefix}</span>
            <span>{pick(language, name, nameEn)}</span>
            <span className="yc-muted yc-small yc-numbers">
              {hall.people(waiting)}
              {longestSince ? ` · ${say.waitingSince(minutes(longestSince))}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
