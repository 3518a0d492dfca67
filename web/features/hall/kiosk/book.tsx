/** An appointment at a kiosk in four steps: what for, who comes, when, agreed. For whoever has signed in. */
import { useState, type ReactNode } from 'react';
import { hallContract, type ErrandNow, type Priority } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { Big, Finished, KioskPage, Tile, Tiles, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant, sayTime, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useKeptTime } from '../kept-time.ts';
import { hallWords } from '../words.ts';
import { useWhoComesHere } from './who-comes.tsx';
import { kioskHallWords } from './words.ts';

/** Days that are offered: the next ones, as many as fit on a row of keys. */
const days = (): string[] => {
  const first = Date.parse(`${today()}T00:00:00Z`);
  return Array.from({ length: 6 }, (_, n) => new Date(first + n * 86_400_000).toISOString().slice(0, 10));
};

export function BookHere(): ReactNode {
  const say = useWords(kioskHallWords);
  const language = useLanguage();
  const { outletId } = useMachine();
  const [errand, setErrand] = useState<ErrandNow>();
  const [asksWhen, setAsksWhen] = useState(false);
  const who = useWhoComesHere(say.bookOrdinary);
  const found = useOp(hallContract.showPlace, { params: { id: outletId } });
  if (errand && asksWhen) return <When errand={errand} given={who.given} onBack={() => setAsksWhen(false)} />;
  if (errand)
    return (
      <KioskPage
        title={say.who}
        sub={pick(language, errand.name, errand.nameEn)}
        step={[2, 4]}
        back={() => setErrand(undefined)}
      >
        {who.keys}
        <Big primary onPress={() => setAsksWhen(true)}>
          {say.chooseTime}
        </Big>
      </KioskPage>
    );
  return (
    <KioskPage title={say.bookWhat} step={[1, 4]}>
      <Query
        of={found}
        isEmpty={({ errands }) => !errands.some(({ bookable }) => bookable)}
        empty={<Empty title={say.noBooking} />}
      >
        {({ errands }) => (
          <Tiles label={say.bookWhat}>
            {errands
              .filter(({ bookable }) => bookable)
              .map((one) => (
                <Tile key={one.id} title={pick(language, one.name, one.nameEn)} onPress={() => setErrand(one)} />
              ))}
          </Tiles>
        )}
      </Query>
    </KioskPage>
  );
}

interface Asked {
  errand: ErrandNow;
  given: { party: number; priority?: Priority };
  onBack: () => void;
}
function When({ errand, given, onBack }: Asked): ReactNode {
  const say = useWords(kioskHallWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const [day, setDay] = useState(today);
  const kept = useKeptTime();
  const { held } = kept;
  const found = useOp(hallContract.listSlots, { params: { id: errand.id }, query: { day } }, { keepPrevious: true });
  const name = [
    pick(language, errand.name, errand.nameEn),
    ...(given.party > 1 ? [hall.people(given.party)] : []),
  ].join(' · ');
  if (held) {
    const done = held.state === 'confirmed';
    return (
      <KioskPage title={sayInstant(held.startsAt, language)} sub={name} step={[4, 4]}>
        <p className="kiosk-note">{done ? say.booked : say.kept}</p>
        {done ? (
          <div className="kiosk-scan">
            <QrCode text={held.code} what={say.bookingCodeIs} size={240} />
            <div className="kiosk-lines">
              <p>
                {say.bookingCodeIs} <strong className="yc-numbers">{held.code}</strong>
              </p>
              <p className="yc-muted">{say.bookingCodeWhat}</p>
            </div>
          </div>
        ) : null}
        {done ? <Finished /> : null}
        <ProblemNote error={kept.error} />
        {done ? null : (
          <div className="kiosk-acts">
            <Big primary disabled={kept.sending} onPress={() => kept.confirm(held)}>
              {say.confirm}
            </Big>
            <Big disabled={kept.sending} onPress={() => kept.giveBack(held)}>
              {say.otherTime}
            </Big>
          </div>
        )}
      </KioskPage>
    );
  }
  return (
    <KioskPage title={say.bookWhen} sub={name} step={[3, 4]} back={onBack}>
      <div className="kiosk-acts" role="group" aria-label={say.bookWhen}>
        {days().map((one) => (
          <Big key={one} primary={one === day} onPress={() => setDay(one)}>
            {sayDay(one, language)}
          </Big>
        ))}
      </div>
      <ProblemNote error={kept.error} />
      <Query of={found} isEmpty={({ slots }) => slots.length === 0} empty={<Empty title={say.noTimes} />}>
        {({ slots }) => (
          <Tiles label={say.bookWhen} narrow>
            {slots.map(({ startsAt, left }) => (
              <Tile
                key={startsAt}
                title={sayTime(startsAt)}
                line={say.places(left, given.party)}
                disabled={left < given.party || kept.choosing}
                onPress={() => kept.choose({ errandId: errand.id, startsAt, ...given })}
              />
            ))}
          </Tiles>
        )}
      </Query>
    </KioskPage>
  );
}
