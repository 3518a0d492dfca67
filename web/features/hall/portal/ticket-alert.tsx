/** That it is near, for those who do not look: what the page does itself, and what it only says, since the server sends it. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { hallContract, isNear, type TicketSeen } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { useSms } from '#web/features/notices/portal/use-sms.ts';
import { useWords } from '#web/words/language.ts';
import { chime, unlockSound } from '../chime.ts';
import { useAwake } from './stay-awake.ts';
import { queueWords } from './words.ts';

/** So near that one should be in the hall, or called already. */
export const comesNow = (ticket: TicketSeen): boolean =>
  ticket.state === 'called' || (ticket.state === 'waiting' && isNear(ticket));

/** Whether an SMS goes out for it, as far as a page may know: the ticket is of who is signed in, and SMS reach them. */
function useToldBySms(ticketId: string): boolean {
  const known = Boolean(useMe()?.person?.phone);
  const tickets = useOp(hallContract.myHall, {}, { enabled: known });
  const own = (tickets.data?.tickets ?? []).some(({ id }) => id === ticketId);
  return useSms(own);
}

/** Rings and shakes when it is near, and keeps the screen on until then: a browser allows it after a tap only. */
export function TicketAlert({ ticket }: { ticket: TicketSeen }): ReactNode {
  const say = useWords(queueWords);
  const [on, setOn] = useState(false);
  const sms = useToldBySms(ticket.id);
  const awake = useAwake(on);
  const near = comesNow(ticket);
  const rung = useRef(false);
  useEffect(() => {
    if (!near) rung.current = false;
    if (!on || !near || rung.current) return;
    rung.current = true;
    void chime();
    navigator.vibrate?.([300, 150, 300]);
  }, [on, near]);
  const turnOn = (): void => {
    unlockSound();
    setOn(true);
  };
  return (
    <div>
      {on ? (
        <p role="status">{say.alertOn({ shakes: 'vibrate' in navigator, awake })}</p>
      ) : (
        <Button onClick={turnOn}>{say.alert}</Button>
      )}
      {sms && ticket.state === 'waiting' ? <p className="yc-muted">{say.alertSms}</p> : null}
    </div>
  );
}
