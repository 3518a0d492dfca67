/** One's own tickets of today, and appointments to come. */
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type BookingSeen } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { sayInstant, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { queueWords } from './words.ts';

export function Mine(): ReactNode {
  const say = useWords(queueWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const found = useOp(hallContract.myHall, {}, { every: 30_000 });
  const { tickets = [], bookings = [] } = found.data ?? {};
  if (tickets.length + bookings.length === 0) return null;
  return (
    <section className="queue-mine" aria-labelledby="queue-mine">
      <h2 id="queue-mine">{say.mine}</h2>
      <ul className="yc-plain queue-places">
        {tickets.map(({ id, code, number, state, errandName, errandNameEn }) => (
          <li key={id}>
            <Link to="/tickets/$code" params={{ code } as never}>
              <strong className="yc-numbers">{number}</strong>
              <span>
                {pick(language, errandName, errandNameEn)} · {hall.states[state]}
              </span>
            </Link>
          </li>
        ))}
        {bookings
          .filter(({ state }) => state !== 'arrived')
          .map((booking) => (
            <Booked key={booking.id} booking={booking} />
          ))}
      </ul>
    </section>
  );
}

function Booked({ booking }: { booking: BookingSeen }): ReactNode {
  const say = useWords(queueWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const changes = [hallContract.myHall];
  const checkIn = useAct(hallContract.checkIn, { changes });
  const cancel = useAct(hallContract.cancelBooking, { changes });
  const confirm = useAct(hallContract.confirmBooking, { changes });
  const enter = async (): Promise<void> => {
    const ticket = await checkIn.send({ body: { actionId: checkIn.key(), code: booking.code } });
    void navigate({ to: '/tickets/$code', params: { code: ticket.code } as never });
  };
  const params = { id: booking.id };
  return (
    <li className="queue-booked">
      <strong>
        {sayInstant(booking.startsAt, language)}
        {booking.party > 1 ? ` · ${hall.people(booking.party)}` : null}
      </strong>
      <span>
        {pick(language, booking.errandName, booking.errandNameEn)} ·{' '}
        {pick(language, booking.outletName, booking.outletNameEn)} · {say.bookingStates[booking.state]}
      </span>
      {booking.state === 'confirmed' ? (
        <span className="yc-muted">
          {say.bookingCode} <strong className="yc-numbers">{booking.code}</strong>
        </span>
      ) : null}
      {booking.state === 'confirmed' && booking.day === today() ? (
        <span>
          <QrCode text={booking.code} what={say.bookingCode} />
        </span>
      ) : null}
      <ProblemNote error={checkIn.error ?? confirm.error} />
      <span className="yc-row">
        {booking.state === 'held' ? (
          <Button
            type="primary"
            loading={confirm.sending}
            onClick={() => void confirm.send({ params }).catch(() => {})}
          >
            {say.confirm}
          </Button>
        ) : null}
        {booking.state === 'confirmed' && booking.day === today() ? (
          <Button type="primary" loading={checkIn.sending} onClick={() => void enter().catch(() => {})}>
            {say.checkIn}
          </Button>
        ) : null}
        <Button onClick={() => setCancelling(true)}>{say.cancelBooking}</Button>
      </span>
      <ConfirmDialog
        open={cancelling}
        title={say.cancelBooking}
        verb={say.cancelBooking}
        onClose={() => setCancelling(false)}
        onConfirm={() => cancel.send({ params })}
      >
        <p>{say.cancelBookingWhat}</p>
      </ConfirmDialog>
    </li>
  );
}
