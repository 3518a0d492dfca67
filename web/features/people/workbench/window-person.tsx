/** A person at the window, masked: verified, corrected, given an account and authorities. */
import { App, Button, Tag } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { peopleContract, type PersonShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { FirstPassword, type Shown } from './first-password.tsx';
import { PartyCard } from './party-card.tsx';
import { WindowAccount } from './window-account.tsx';
import { WindowAuthorities } from './window-authorities.tsx';
import { WindowCorrection } from './window-correction.tsx';
import { WindowVerification } from './window-verification.tsx';
import { windowWords } from './window-words.ts';

export function WindowPerson({ person }: { person: PersonShape }): ReactNode {
  const say = useWords(windowWords);
  const { message } = App.useApp();
  const [doing, setDoing] = useState<'verify' | 'correct' | 'account'>();
  const [whole, setWhole] = useState<PersonShape>();
  const [error, setError] = useState<unknown>();
  const [shown, setShown] = useState<Shown>();
  const heading = useRef<HTMLHeadingElement>(null);
  // The keys of the page are for whoever was found: not letters in the field any more.
  useEffect(() => heading.current?.focus(), []);

  /** To compare and to correct one has to see everything: the look is recorded with what it is for. */
  const openWhole = async (what: 'verify' | 'correct'): Promise<void> => {
    setError(undefined);
    try {
      const reason = windowWords['zh-CN'][what === 'verify' ? 'verifyReason' : 'correctReason'];
      setWhole(await call(peopleContract.unmaskPerson, { params: { id: person.id }, body: { reason } }));
      setDoing(what);
    } catch (thrown) {
      setError(thrown);
    }
  };
  const close = (): void => {
    setDoing(undefined);
    setWhole(undefined);
  };
  const changed = async (said: string): Promise<void> => {
    await readAgain(peopleContract.getPerson);
    void message.success(said);
  };
  const verified = person.verifiedAt !== null;
  const actions = [
    ...(verified ? [] : [{ key: 'v', say: say.verify, run: () => void openWhole('verify') }]),
    { key: 'e', say: say.correct, run: () => void openWhole('correct') },
    { key: 'a', say: say.account, run: () => setDoing('account') },
  ];
  useHotkeys(actions);
  return (
    <section className="window-desk" aria-labelledby="window-name">
      <h2 id="window-name" ref={heading} tabIndex={-1} className="yc-row">
        {person.name}
        <Tag>{verified ? say.verified : say.notVerified}</Tag>
      </h2>
      <PartyCard
        // What was shown in full is of the record as it was then.
        key={person.version}
        party={{ id: person.id, kind: 'person', name: person.name, number: person.idNumber, phone: person.phone }}
        title={say.person}
        about={say.about}
      />
      <div className="yc-row" role="group" aria-label={say.actions}>
        {actions.map((action) => (
          <Button key={action.key} onClick={action.run}>
            {action.say} <Key name={action.key} />
          </Button>
        ))}
      </div>
      <ProblemNote error={error} />
      <WindowAuthorities party={{ kind: 'person', id: person.id }} />
      {whole ? (
        <>
          <WindowVerification
            open={doing === 'verify'}
            person={whole}
            onClose={close}
            onDone={() => changed(say.done.verify)}
          />
          {doing === 'correct' ? (
            <WindowCorrection person={whole} onClose={close} onDone={() => changed(say.done.correct)} />
          ) : null}
        </>
      ) : null}
      {doing === 'account' ? <WindowAccount person={person} onClose={close} onMade={setShown} /> : null}
      <FirstPassword printed shown={shown} onClose={() => setShown(undefined)} />
    </section>
  );
}
