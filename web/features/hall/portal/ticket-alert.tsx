/** That it is near or called, for those who do not look: what the page does itself, and what it only says, since the server sends it. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { hallContract, type Announcement, type TicketSeen } from '#modules/hall/contract';
import { watchLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { useSms } from '#web/features/notices/portal/use-sms.ts';
import { useWords } from '#web/words/language.ts';
import { chime, unlockSound } from '../chime.ts';
import { isDue, ringsOf } from './rings.ts';
import { useAwake } from './stay-awake.ts';
import { queueWords } from './words.ts';

/** Whether an SMS goes out for it, as far as a page may know: the ticket is of who is signed in, and SMS reach them. */
function useToldBySms(ticketId: string): boolean {
  const known = Boolean(useMe()?.person?.phone);
  const tickets = useOp(hallContract.myHall, {}, { enabled: known });
  const own = (tickets.data?.tickets ?? []).some(({ id }) => id === ticketId);
  return useSms(own);
}

const nothing: readonly Announcement[] = [];
/** What the screens of the hall are told, while a window calls the ticket: that it is called once more changes nothing of the ticket itself. */
function useSaid({ id, outletId, state }: TicketSeen, on: boolean): readonly Announcement[] {
  const enabled = on && (state === 'called' || state === 'coming');
  const screen = useOp(hallContract.showScreen, { params: { id: outletId }, query: {} }, { enabled, every: 5_000 });
  const { refetch } = screen;
  useEffect(
    () => (enabled ? watchLive('hall.ticketMoved', ({ subject }) => void (subject === id && refetch())) : undefined),
    [enabled, id, refetch],
  );
  return screen.data?.announcements ?? nothing;
}

const mayFlash = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;
/** Once a second, three times: who does not hear sees it from the corner of an eye, and nobody is harmed (WCAG 2.3.1 allows three in a second). */
const flash = (): void => {
  if (mayFlash()) document.body.animate({ filter: ['none', 'invert(1)', 'none'] }, { duration: 1_000, iterations: 3 });
};

/** Rings, flashes and shakes when it is near and when it is called, and keeps the screen on until then: a browser allows it after a tap only. */
export function TicketAlert({ ticket }: { ticket: TicketSeen }): ReactNode {
  const say = useWords(queueWords);
  const [on, setOn] = useState(false);
  const sms = useToldBySms(ticket.id);
  const awake = useAwake(on);
  const said = useSaid(ticket, on);
  const before = useRef<string[]>([]);
  useEffect(() => {
    if (!on) return;
    const rings = ringsOf(ticket, said);
    const due = isDue(rings, before.current);
    before.current = rings;
    if (!due) return;
    void chime();
    flash();
    navigator.vibrate?.([300, 150, 300]);
  }, [on, ticket, said]);
  const turnOn = (): void => {
    unlockSound();
    setOn(true);
  };
  return (
    <div>
      {on ? (
        <p role="status">{say.alertOn({ shakes: 'vibrate' in navigator, flashes: mayFlash(), awake })}</p>
      ) : (
        <Button onClick={turnOn}>{say.alert}</Button>
      )}
      {sms && ticket.state === 'waiting' ? <p className="yc-muted">{say.alertSms}</p> : null}
    </div>
  );
}
