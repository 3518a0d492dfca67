/** The frame of a kiosk: what makes it easier, the page, the way out; and what stands there when there is no page. */
import './frame.css';
import { LogoutOutlined } from '@ant-design/icons';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { warningSeconds } from '#modules/kiosks/contract';
import { Mark } from '#web/ui/brand.tsx';
import { setEase, useEase } from '#web/ui/kiosk/ease.ts';
import { Big } from '#web/ui/kiosk/kiosk.tsx';
import { ScreenKeyboard } from '#web/ui/kiosk/typing/screen-keyboard.tsx';
import { Main } from '#web/ui/shell.tsx';
import { pick, setLanguage, useLanguage, useWords } from '#web/words/language.ts';
import { useKeys } from './keys.ts';
import { InMachine, useRunning, type Running } from './machine.tsx';
import { ReadAloudKey, useWarned, type NumberVoice } from './read-aloud.tsx';
import { Register } from './register.tsx';
import { SignInTime } from './sign-in-time.tsx';
import { StaffDoor } from './staff.tsx';
import { machineWords } from './words.ts';

interface FrameProps {
  /** Says numbers where the machine cannot speak. */
  voice: NumberVoice;
  /** Stays while the pages change, and goes with the use. */
  beside?: ReactNode;
  /** Offers help on the page that is there, so that what was filled in stays; false leads to the page about help. */
  onHelp?: () => boolean;
}

export function KioskFrame({ voice, beside, onHelp }: FrameProps): ReactNode {
  const running = useRunning();
  const { here, machine, phase, left, online, kept } = running;
  const ease = useEase();
  const navigate = useNavigate();
  useKeys(() => void navigate({ to: '/' }));
  // The router is told, too: its memory is the only history there is.
  useEffect(() => {
    if (phase === 'clearing') void navigate({ to: '/', replace: true });
  }, [phase]);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-low', ease.low);
    document.documentElement.toggleAttribute('data-large', ease.large);
  }, [ease.low, ease.large]);
  return (
    <div className="kiosk">
      <Head running={running} voice={voice} />
      <Main className="kiosk-main">
        {phase === 'clearing' ? <Clearing running={running} /> : null}
        {phase === 'unregistered' ? <Register onDone={running.registered} /> : null}
        {phase === 'outOfService' ? <OutOfService running={running} /> : null}
        {phase === 'ready' && machine ? (
          <InMachine machine={machine}>
            {online ? null : <Offline kept={kept} />}
            {here ? <SignInTime here={here} voice={voice} onHere={running.heard} /> : null}
            {beside}
            <Outlet />
          </InMachine>
        ) : null}
      </Main>
      {phase === 'ready' ? <Foot running={running} onHelp={onHelp} /> : null}
      {/* With the page, so that letters of who leaves are gone with it. */}
      {phase === 'ready' && machine ? <ScreenKeyboard key={machine.turn} /> : null}
      {left !== null && phase === 'ready' ? (
        <Warning left={left} voice={voice} onEnd={() => running.end('person')} onAnswer={running.answered} />
      ) : null}
    </div>
  );
}

function Head({ running: { here }, voice }: { running: Running; voice: NumberVoice }): ReactNode {
  const say = useWords(machineWords);
  const language = useLanguage();
  const { contrast, large, low } = useEase();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="kiosk-head">
      <div className="kiosk-brand">
        <Mark />
        <span>
          <strong>{here ? pick(language, here.outletName, here.outletNameEn) : say.brand}</strong>
          {here ? <span>{pick(language, here.name, here.nameEn)}</span> : null}
        </span>
      </div>
      <div className="kiosk-tools" role="group" aria-label={say.tools}>
        <button type="button" className="kiosk-key" lang={other} onClick={() => setLanguage(other)}>
          {say.otherLanguage}
        </button>
        <button type="button" className="kiosk-key" aria-pressed={large} onClick={() => setEase({ large: !large })}>
          {say.larger}
        </button>
        <button
          type="button"
          className="kiosk-key"
          aria-pressed={contrast}
          onClick={() => setEase({ contrast: !contrast })}
        >
          {say.contrast}
        </button>
        <button type="button" className="kiosk-key" aria-pressed={low} onClick={() => setEase({ low: !low })}>
          {say.lower}
        </button>
        <ReadAloudKey voice={voice} />
      </div>
    </header>
  );
}

function Foot({ running, onHelp }: { running: Running; onHelp: FrameProps['onHelp'] }): ReactNode {
  const say = useWords(machineWords);
  const language = useLanguage();
  const { here, inUse } = running;
  return (
    <footer className="kiosk-foot">
      <Link to="/" className="kiosk-key kiosk-big">
        {say.home}
      </Link>
      <Link to="/help" className="kiosk-key kiosk-big" onClick={(event) => onHelp?.() && event.preventDefault()}>
        {say.help}
      </Link>
      <p>
        {here?.says ? pick(language, here.says.zh, here.says.en) : null}
        <Link to="/staff" className="kiosk-key kiosk-staff">
          {say.staff}
        </Link>
      </p>
      <Big disabled={!inUse} onPress={() => running.end('person')}>
        <LogoutOutlined aria-hidden="true" /> {say.end}
      </Big>
    </footer>
  );
}

/** Counts down aloud for those who do not look: it is said when it appears, not each second. */
function Warning(props: { left: number; voice: NumberVoice; onEnd: () => void; onAnswer: () => void }): ReactNode {
  const { left, voice, onEnd, onAnswer } = props;
  const say = useWords(machineWords);
  useWarned(voice, `${say.left(left)} ${say.leftWhat}`);
  const dialog = useRef<HTMLDialogElement>(null);
  // Over everything; and the focus goes back where it was.
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="kiosk-warning"
      aria-labelledby="kiosk-left"
      aria-describedby="kiosk-left-what"
      // A press beside the buttons answers as well, and so does the key that closes it.
      onClick={onAnswer}
      onClose={onAnswer}
    >
      <h2 id="kiosk-left" className="yc-numbers">
        {say.left(left)}
      </h2>
      <div className="kiosk-countdown" aria-hidden="true">
        <div style={{ width: `${(left / warningSeconds) * 100}%` }} />
      </div>
      <p id="kiosk-left-what">{say.leftWhat}</p>
      <Big primary onPress={onAnswer}>
        {say.stillHere}
      </Big>
      <Big onPress={onEnd}>{say.end}</Big>
    </dialog>
  );
}

function Offline({ kept }: { kept: number | null }): ReactNode {
  const say = useWords(machineWords);
  return (
    <p className="kiosk-note amber" role="alert">
      {say.offline(kept)}
    </p>
  );
}

function Clearing({ running: { online, lost } }: { running: Running }): ReactNode {
  const say = useWords(machineWords);
  if (lost)
    return (
      <div className="kiosk-curtain" role="alert">
        <h1>{say.lost}</h1>
        <p>{say.lostWhat}</p>
      </div>
    );
  return (
    <div className="kiosk-curtain" role="status">
      <h1>{say.clearing}</h1>
      {online ? null : <p>{say.clearingOffline}</p>}
    </div>
  );
}

function OutOfService({ running: { here } }: { running: Running }): ReactNode {
  const say = useWords(machineWords);
  return (
    <div className="kiosk-curtain">
      <h1>{say.outOfService}</h1>
      {here?.serviceReason ? <p>{here.serviceReason}</p> : null}
      <p>{say.outOfServiceWhat}</p>
      <StaffDoor />
    </div>
  );
}
