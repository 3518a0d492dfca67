/** An appointment of today becomes a number: by its code, or out of one's own after signing in. */
import { useState, type ReactNode } from 'react';
import { hallContract, type BookingSeen } from '#modules/hall/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import { call, newKey } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { Big, codeIn, KioskPage, Tile, Tiles, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { Keypad } from '#web/ui/kiosk/keypad.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayTime, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { TicketShown, type Taken } from './ticket-shown.tsx';
import { kioskHallWords } from './words.ts';

/** Sends a check-in; the same act until it has succeeded, so that a second press is no second ticket. */
function useCheckIn() {
  const machine = useMachine();
  const [act, setAct] = useState<{ code: string; actionId: string }>();
  const [taken, setTaken] = useState<Taken>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (code: string): Promise<void> => {
    const now = act?.code === code ? act : { code, actionId: newKey() };
    setAct(now);
    setSending(true);
    setError(undefined);
    try {
      const sittingId = await machine.used();
      setTaken(await call(kiosksContract.checkInHere, { body: { sittingId, ...now } }));
    } catch (thrown) {
      setError(thrown);
    }
    setSending(false);
  };
  return { send, sending, error, taken };
}

/** By the code, for who has it on paper or on a phone. `onMine`: by signing in. */
export function CheckIn(props: { onMine: () => void }): ReactNode {
  const say = useWords(kioskHallWords);
  const [code, setCode] = useState('');
  const { send, sending, error, taken } = useCheckIn();
  if (taken) return <TicketShown {...taken} step={[2, 2]} />;
  const look = (): void => {
    if (codeIn(code) !== '') void send(codeIn(code));
  };
  return (
    <KioskPage title={say.checkIn} sub={say.checkInWhat} step={[1, 2]}>
      <div className="kiosk-acts">
        <Big onPress={props.onMine}>{say.checkInMine}</Big>
      </div>
      <Keypad label={say.bookingCode} value={code} onChange={setCode} onEnter={look} most={120} text />
      <ProblemNote error={error} />
      <Big primary disabled={codeIn(code) === '' || sending} onPress={look}>
        {say.take}
      </Big>
    </KioskPage>
  );
}

/** Out of one's own appointments of today at this hall. */
export function CheckInMine(): ReactNode {
  const say = useWords(kioskHallWords);
  const language = useLanguage();
  const { outletId } = useMachine();
  const found = useOp(hallContract.myHall, {});
  const { send, sending, error, taken } = useCheckIn();
  if (taken) return <TicketShown {...taken} step={[2, 2]} />;
  const isHere = ({ day, outletId: at, state }: BookingSeen): boolean =>
    day === today() && at === outletId && (state === 'confirmed' || state === 'arrived');
  return (
    <KioskPage title={say.checkInWhich} step={[1, 2]}>
      <ProblemNote error={error} />
      <Query
        of={found}
        isEmpty={({ bookings }) => !bookings.some(isHere)}
        empty={<Empty title={say.noneToday}>{say.noneTodayWhat}</Empty>}
      >
        {({ bookings }) => (
          <Tiles label={say.checkInWhich}>
            {bookings.filter(isHere).map((booking) => (
              <Tile
                key={booking.id}
                title={sayTime(booking.startsAt)}
                line={pick(language, booking.errandName, booking.errandNameEn)}
                disabled={sending}
                onPress={() => void send(booking.code)}
              />
            ))}
          </Tiles>
        )}
      </Query>
    </KioskPage>
  );
}
