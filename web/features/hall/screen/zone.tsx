/** The screen of a zone, or of a whole hall: who is called where, large; what waits; and the voice. */
import './screen.css';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { hallContract, type Announcement, type Screen } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Failing, Loading } from '#web/ui/states.tsx';
import { sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { chime, unlockSound } from '../chime.ts';
import { hallWords } from '../words.ts';
import { Announcer } from './announcer.ts';
import { screenWords } from './words.ts';

const shownCalls = 6;
const shownErrands = 12;
/** As many as fit on a wall: those for which people wait come first where there are more. */
const fitting = (waiting: Screen['waiting']): Screen['waiting'] =>
  waiting.length <= shownErrands
    ? waiting
    : waiting.toSorted((one, other) => other.count - one.count).slice(0, shownErrands);

function Zone(): ReactNode {
  const id = useParam('id');
  const [{ zone }] = useAsked();
  // Asked anew every two seconds for as long as it hangs there: a line that was cut is found again by the next question.
  const found = useOp(
    hallContract.showScreen,
    { params: { id }, query: zone ? { zone } : {} },
    { every: 2_000, keepPrevious: true },
  );
  if (!found.data)
    return found.error ? <Failing error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  return <Shown screen={found.data} zone={zone} stale={found.error !== null} />;
}

function Shown({ screen, zone, stale }: { screen: Screen; zone: string | undefined; stale: boolean }): ReactNode {
  const say = useWords(screenWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  useVoice(screen);
  const name = pick(language, screen.outletName, screen.outletNameEn);
  useEffect(() => {
    document.title = zone ? `${zone} · ${name}` : name;
  }, [zone, name]);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>
          {name} {zone ? <span>{zone}</span> : null}
        </h1>
        <time className="yc-numbers">{sayTime(screen.at)}</time>
      </header>
      {stale ? (
        <p className="screen-stale" role="alert">
          {say.stale}
        </p>
      ) : null}
      <div className="screen-columns">
        <section aria-labelledby="screen-calls" aria-live="polite">
          <h2 id="screen-calls">{say.now}</h2>
          {screen.calls.length === 0 ? <p className="screen-nobody">{say.nobody}</p> : null}
          <ol className="yc-plain screen-calls">
            {screen.calls.slice(0, shownCalls).map(({ id, number, windowNumber }, i) => (
              <li key={id} className={i === 0 ? 'newest' : ''}>
                <span>
                  <small>{say.number}</small> <strong>{number}</strong>
                </span>
                <span>
                  <small>{say.window}</small> <strong>{windowNumber}</strong>
                </span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="screen-waiting">
          <h2 id="screen-waiting">{say.waiting}</h2>
          <ul className="yc-plain screen-waiting">
            {fitting(screen.waiting).map((one) => (
              <li key={one.prefix}>
                <span>
                  {one.prefix} {pick(language, one.name, one.nameEn)}
                </span>
                <span className="yc-numbers">{say.people(one.count)}</span>
                <span className="yc-numbers">{one.wait === null ? '—' : hall.range(one.wait)}</span>
              </li>
            ))}
          </ul>
          {screen.missed.length > 0 ? (
            <p className="screen-missed">
              {say.missed}：<span className="yc-numbers">{screen.missed.slice(0, 12).join('  ')}</span>
            </p>
          ) : null}
        </section>
      </div>
      <Sound />
    </div>
  );
}

/** Speech where the device has a voice for the language; the chime everywhere. */
function speak(text: string, language: string): Promise<void> {
  const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
  const voice = speech?.getVoices().find(({ lang }) => lang.startsWith(language.slice(0, 2)));
  if (!speech || !voice) return Promise.resolve();
  return new Promise((resolve) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    // Some devices never say that they have ended: the next one must not wait for ever.
    const timer = setTimeout(() => {
      speech.cancel();
      resolve();
    }, 15_000);
    said.onend = done;
    said.onerror = done;
    speech.speak(said);
  });
}

function useVoice(screen: Screen): void {
  const say = useWords(screenWords);
  const language = useLanguage();
  const [announcer] = useState(
    () =>
      new Announcer<Announcement>(async ({ number, windowNumber }) => {
        await chime();
        await speak(say.say(number, windowNumber), language);
      }),
  );
  useEffect(() => announcer.take(screen.announcements, screen.at), [announcer, screen]);
}

/** The one button: whoever hangs the screen up presses it; it is gone afterwards. */
function Sound(): ReactNode {
  const say = useWords(screenWords);
  const [on, setOn] = useState(false);
  if (on) return null;
  return (
    <div className="screen-sound">
      <Button
        onClick={() => {
          unlockSound();
          setOn(true);
        }}
      >
        {say.sound}
      </Button>
      <span className="yc-muted yc-small">{say.soundLine}</span>
    </div>
  );
}

export const page = definePage({ Component: Zone });
