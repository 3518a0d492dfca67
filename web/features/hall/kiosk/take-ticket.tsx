/** A ticket at a kiosk in three steps: what for, who comes, the number. */
import { useState, type ReactNode } from 'react';
import { hallContract, type ErrandNow } from '#modules/hall/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import { call, newKey } from '#web/client/client.ts';
import { isKeyUsed } from '#web/client/problem-error.ts';
import { useOp } from '#web/client/query.ts';
import { Big, KioskPage, Tile, Tiles, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ElsewhereList } from '../elsewhere-list.tsx';
import { hallWords } from '../words.ts';
import { TicketShown, type Taken } from './ticket-shown.tsx';
import { useWhoComesHere } from './who-comes.tsx';
import { kioskHallWords } from './words.ts';

/** `named` draws what needs somebody who is signed in: a hall may give tickets by name only. */
export function TakeTicket(props: { named: (children: ReactNode) => ReactNode }): ReactNode {
  const say = useWords(kioskHallWords);
  const { hall } = useMachine();
  const [chosen, setChosen] = useState<{ errand: ErrandNow; byName: boolean }>();
  const [taken, setTaken] = useState<Taken>();
  if (!hall) return <Empty title={say.noHall}>{say.noHallWhat}</Empty>;
  if (taken) return <TicketShown {...taken} step={[3, 3]} />;
  if (!chosen) return <Errands onChoose={(errand, byName) => setChosen({ errand, byName })} />;
  const who = <Who errand={chosen.errand} onBack={() => setChosen(undefined)} onTaken={setTaken} />;
  return chosen.byName ? props.named(who) : who;
}

function Errands(props: { onChoose: (errand: ErrandNow, byName: boolean) => void }): ReactNode {
  const say = useWords(kioskHallWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const { outletId } = useMachine();
  const found = useOp(hallContract.showPlace, { params: { id: outletId } }, { every: 15_000 });
  return (
    <Query of={found}>
      {(place) => (
        <KioskPage
          title={say.errands}
          step={[1, 3]}
          sub={place.says ? pick(language, place.says.zh, place.says.en) : null}
        >
          <Tiles label={say.errands}>
            {place.errands.map((errand) => (
              <Tile
                key={errand.id}
                title={pick(language, errand.name, errand.nameEn)}
                line={[
                  say.inFront(errand.ahead),
                  errand.wait === null ? hall.noWindow : hall.range(errand.wait),
                  say.takes[errand.takes],
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
                disabled={errand.takes !== 'yes'}
                onPress={() => props.onChoose(errand, place.byName)}
              />
            ))}
          </Tiles>
          {place.errands
            .filter(({ takes }) => takes === 'full')
            .slice(0, 3)
            .map((errand) => (
              <ElsewhereList key={errand.id} errand={errand} />
            ))}
        </KioskPage>
      )}
    </Query>
  );
}

function Who(props: { errand: ErrandNow; onBack: () => void; onTaken: (taken: Taken) => void }): ReactNode {
  const { errand } = props;
  const say = useWords(kioskHallWords);
  const language = useLanguage();
  const machine = useMachine();
  const who = useWhoComesHere(say.nobodyFirst);
  // The same until it has succeeded, or turns out to be that of a ticket for somebody else: a second press is no second ticket.
  const [actionId, setActionId] = useState(newKey);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const take = async (): Promise<void> => {
    setSending(true);
    setError(undefined);
    try {
      const sittingId = await machine.used();
      const body = { sittingId, actionId, errandId: errand.id, ...who.given };
      props.onTaken(await call(kiosksContract.takeTicketHere, { body }));
    } catch (thrown) {
      // Its answer was lost, and who comes was changed since: pressed once more, knowing that, it is a ticket of its own.
      if (isKeyUsed(thrown)) setActionId(newKey());
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <KioskPage title={say.who} sub={pick(language, errand.name, errand.nameEn)} step={[2, 3]} back={props.onBack}>
      {who.keys}
      <ElsewhereList errand={errand} />
      <ProblemNote error={error} />
      <Big primary disabled={sending} onPress={() => void take()}>
        {say.take}
      </Big>
    </KioskPage>
  );
}
