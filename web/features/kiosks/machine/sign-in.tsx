/** Signing in with the phone: the code, the number that the phone asks for, and how long both are good. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { kiosksContract } from '#modules/kiosks/contract';
import type { ReplyOf } from '#platform/contract';
import { asProblem, call } from '#web/client/client.ts';
import { useSession, type Me } from '#web/client/session.tsx';
import { Big, KioskPage, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { machineWords } from './words.ts';

type Shown = ReplyOf<typeof kiosksContract.askSignIn>;

/**
 * Draws what needs somebody who is signed in; before that, how to. When a sign-in ends under somebody, what they filled in is put away and not
 * thrown away: the same phone alone signs in again in this use of the kiosk, the server sees to that, and the end of the use takes it all.
 */
export function SignedIn(props: { children: (me: Me) => ReactNode }): ReactNode {
  const { me } = useSession();
  const last = useRef<Me>(undefined);
  if (me) last.current = me;
  const was = last.current;
  return (
    <>
      {me ? null : <SignIn again={was !== undefined} />}
      {was ? (
        <div hidden={!me} className="kiosk-signed-in">
          {props.children(was)}
        </div>
      ) : null}
    </>
  );
}

/** `again`: by whoever was signed in here before. */
export function SignIn({ again, onDone }: { again: boolean; onDone?: () => void }): ReactNode {
  const say = useWords(machineWords);
  const machine = useMachine();
  const { changed, renewed } = useSession();
  const [shown, setShown] = useState<Shown>();
  const [over, setOver] = useState<'over' | 'refused' | 'other'>();
  const [error, setError] = useState<unknown>();
  const [left, setLeft] = useState(0);
  const ask = async (): Promise<void> => {
    setOver(undefined);
    setError(undefined);
    try {
      setShown(await call(kiosksContract.askSignIn, { body: { sittingId: await machine.used() } }));
    } catch (thrown) {
      setError(thrown);
    }
  };
  useEffect(() => void ask(), []);
  useEffect(() => {
    if (!shown || over) return;
    const ends = performance.now() + shown.goodFor * 1000;
    const tick = setInterval(() => {
      const rest = Math.ceil((ends - performance.now()) / 1000);
      setLeft(Math.max(0, rest));
      if (rest <= 0) setOver('over');
    }, 1_000);
    let done = false;
    const look = setInterval(() => {
      if (done) return;
      void (async () => {
        try {
          const sittingId = await machine.used();
          const { state } = await call(kiosksContract.collectSignIn, { params: { id: shown.id }, body: { sittingId } });
          if (state === 'refused') setOver('refused');
          if (state !== 'signedIn') return;
          // The session is read now; asked once more, the server would say that this code has been used.
          done = true;
          clearInterval(tick);
          await (again ? renewed() : changed());
          onDone?.();
        } catch (thrown) {
          const { code } = asProblem(thrown);
          if (code === 'kiosks.noSignIn' && !done) setOver('over');
          if (code !== 'kiosks.otherPerson') return;
          setError(thrown);
          setOver('other');
        }
      })();
    }, 2_000);
    return () => {
      clearInterval(tick);
      clearInterval(look);
    };
  }, [shown, over]);
  const address = shown ? `${machine.portal}/at-kiosk/${shown.code}` : '';
  return (
    <KioskPage title={again ? say.signInOnceMore : say.signIn} sub={again ? say.signInKeeps : null}>
      <ProblemNote error={error} />
      {over ? (
        <>
          {over === 'other' ? null : (
            <p className="kiosk-note amber" role="alert">
              {over === 'refused' ? say.signInRefused : say.signInOver}
            </p>
          )}
          <Big primary onPress={() => void ask()}>
            {say.signInAgain}
          </Big>
        </>
      ) : shown ? (
        <div className="kiosk-scan" data-address={address}>
          <QrCode text={address} what={say.signInWhat} size={420} />
          <ol className="kiosk-lines">
            <li>{say.signInHow.scan}</li>
            <li>{say.signInHow.signIn}</li>
            <li>
              {say.signInHow.number}
              <strong
                className="kiosk-number"
                data-number={shown.number}
                aria-label={`${say.signInNumber} ${shown.number}`}
              >
                {shown.number}
              </strong>
            </li>
          </ol>
          <p className="yc-muted yc-numbers">{left > 0 ? say.signInUntil(left) : ''}</p>
        </div>
      ) : null}
      <p className="kiosk-note">{say.noPhone}</p>
    </KioskPage>
  );
}
