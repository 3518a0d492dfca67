/** How long whoever is signed in still is: said in time, so that nobody loses the page in the middle of a form or a talk. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { kiosksContract, signInWarningSeconds, type Here } from '#modules/kiosks/contract';
import { useAct } from '#web/client/query.ts';
import { useSession } from '#web/client/session.tsx';
import { Big, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { useWarned, type NumberVoice } from './read-aloud.tsx';
import { SignIn } from './sign-in.tsx';
import { machineWords } from './words.ts';

interface Props {
  here: Here;
  voice: NumberVoice;
  /** What the server has said meanwhile; without it, that it is to be asked. */
  onHere: (here?: Here) => void;
}

export function SignInTime({ here, voice, onHere }: Props): ReactNode {
  const { me, renewed } = useSession();
  const [left, setLeft] = useState<number>();
  const over = left !== undefined && left <= 0;
  useEffect(() => {
    if (!here.signIn) return setLeft(undefined);
    const ends = performance.now() + here.signIn.goodFor * 1000;
    const tick = (): void => setLeft(Math.ceil((ends - performance.now()) / 1000));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [here]);
  // The page asks to sign in again at once, not at the next press, which would fail.
  useEffect(() => {
    if (over && me) void renewed();
  }, [over, here]);
  if (!me || left === undefined || over || left > signInWarningSeconds) return null;
  return <Ending left={left} canStay={here.signIn?.canStay ?? false} voice={voice} onHere={onHere} />;
}

function Ending({ left, canStay, voice, onHere }: Omit<Props, 'here'> & { left: number; canStay: boolean }): ReactNode {
  const say = useWords(machineWords);
  const machine = useMachine();
  const { renewed } = useSession();
  const [scans, setScans] = useState(false);
  const minutes = Math.ceil(left / 60);
  useWarned(voice, `${say.signInEnds(minutes)} ${canStay ? say.signInEndsStay : say.signInEndsScan}`);
  const act = useAct(kiosksContract.stayHere, { onDone: onHere });
  const stay = async (): Promise<void> => {
    await act.send({ params: { id: await machine.used() } });
    await renewed();
  };
  return (
    <div className="kiosk-note amber kiosk-sign-in-time" role="status">
      <p>
        <strong className="yc-numbers">{say.signInEnds(minutes)}</strong>
        <span>{canStay ? say.signInEndsStay : say.signInEndsScan}</span>
      </p>
      <Big primary disabled={act.sending} onPress={() => (canStay ? void stay().catch(() => {}) : setScans(true))}>
        {canStay ? say.stay : say.scanAgain}
      </Big>
      <ProblemNote error={act.error} />
      {scans ? (
        <Over onClose={() => setScans(false)}>
          <SignIn
            again
            onDone={() => {
              setScans(false);
              onHere();
            }}
          />
        </Over>
      ) : null}
    </div>
  );
}

/** Over the page, which stays as it is. */
function Over(props: { onClose: () => void; children: ReactNode }): ReactNode {
  const say = useWords(machineWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="kiosk-warning kiosk-over" aria-label={say.signInOnceMore} onClose={props.onClose}>
      {props.children}
      <Big onPress={props.onClose}>{say.notNow}</Big>
    </dialog>
  );
}
