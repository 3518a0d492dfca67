/** The voice of a screen: each call is shown large and said, one after the other, as the hall wants it. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isQuiet, type Announcement, type Screen, type Voice } from '#modules/hall/contract';
import { sayTime } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { chime, soundNow, unlockSound } from '../chime.ts';
import { phraseOf, spokenIn, type Spoken } from '../voice/phrase.ts';
import { sayClips } from '../voice/player.ts';
import { Announcer } from './announcer.ts';
import { screenWords, spokenWords } from './words.ts';

/** Whether this screen makes sound, and how the hall wants calls to be said. */
export interface SoundOrder {
  sound: boolean;
  voice: Voice;
}
/** For a screen that somebody opened by its address: as a hall that has set nothing. */
export const unregistered: SoundOrder = {
  sound: true,
  voice: { spoken: 'clips', languages: 'zh-CN', volume: 80, times: 1, quiet: [] },
};

/** A call stands out for so many milliseconds at least: long enough to be seen by who does not hear it. */
const shownFor = 6_000;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The device's own voice; false where it has none for the language. */
function sayByDevice(language: Spoken, call: Announcement, volume: number): Promise<boolean> {
  const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
  const voice = speech?.getVoices().find(({ lang }) => lang.startsWith(language));
  if (!speech || !voice) return Promise.resolve(false);
  return new Promise((resolve) => {
    const said = new SpeechSynthesisUtterance(spokenWords[language](call.number, call.windowNumber));
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    said.volume = volume / 100;
    const end = (whole: boolean) => (): void => {
      clearTimeout(timer);
      resolve(whole);
    };
    // Some devices never say that they have ended: the next one must not wait for ever.
    const timer = setTimeout(() => {
      speech.cancel();
      resolve(true);
    }, 15_000);
    said.onend = end(true);
    said.onerror = end(false);
    speech.speak(said);
  });
}

async function say(call: Announcement, { voice }: SoundOrder, alone: () => boolean): Promise<void> {
  const { volume, times, spoken, languages } = voice;
  await chime(volume);
  for (let time = 0; time < times; time++) {
    // Who waits to be called is worth more than hearing the same once more.
    if (time > 0 && !alone()) return;
    for (const language of spokenIn(languages)) {
      const isSaid = spoken === 'device' && (await sayByDevice(language, call, volume));
      if (!isSaid) await sayClips(language, phraseOf(language, call), volume);
    }
  }
}

/** Shows and says what the server lists. Returns the call that stands out now. */
export function useVoice(screen: Screen, order: SoundOrder): Announcement | undefined {
  const [saying, setSaying] = useState<Announcement>();
  // What the workbench changes counts from the next call on; and the time is the server's, as a screen on a wall may have any.
  const current = useRef({ order, at: screen.at });
  useEffect(() => {
    current.current = { order, at: screen.at };
  }, [order, screen.at]);
  const [announcer] = useState(
    () =>
      new Announcer<Announcement>(async (call, alone) => {
        setSaying(call);
        const { order, at } = current.current;
        const { sound, voice } = order;
        const isHeard = sound && voice.volume > 0 && !isQuiet(voice.quiet, sayTime(at));
        await Promise.all([wait(shownFor), isHeard ? say(call, order, alone).catch(() => {}) : undefined]);
        setSaying(undefined);
      }),
  );
  useEffect(() => announcer.take(screen.announcements, screen.at), [announcer, screen]);
  return saying;
}

export const isSaid = (saying: Announcement | undefined, number: string): boolean => saying?.number === number;

/** The one button: whoever hangs the screen up presses it; it is gone afterwards, and where the browser needs no tap. */
export function Sound(): ReactNode {
  const words = useWords(screenWords);
  const [on, setOn] = useState(() => soundNow() !== undefined);
  if (on) return null;
  return (
    <div className="screen-sound">
      <Button
        onClick={() => {
          unlockSound();
          setOn(true);
        }}
      >
        {words.sound}
      </Button>
      <span className="yc-muted yc-small">{words.soundLine}</span>
    </div>
  );
}
