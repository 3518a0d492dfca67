/**
 * Reading aloud, for who cannot read the screen: once it is on, each page is read when it appears. Where the machine has no voice for the
 * language, the numbers on the page are said all the same, by the clips of the hall.
 */
import { useEffect, type ReactNode } from 'react';
import { setEase, useEase } from '#web/ui/kiosk/ease.ts';
import { useVoice } from '#web/ui/shell.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import type { Language } from '#web/words/words.ts';
import { machineWords } from './words.ts';

/** A number that a page shows, and the window to which it is called. Pages mark them: `data-number`, `data-window`. */
export interface Shown {
  number: string;
  windowNumber: string | undefined;
}
/** Says numbers without a voice; and lets sound be heard, when it is first asked for with a press. */
export interface NumberVoice {
  unlock: () => void;
  say: (language: Language, shown: Shown) => Promise<unknown>;
  ring: () => void;
}

/** A page is taken to be there when nothing of it has changed for so many milliseconds. */
const settled = 400;

const numbersOn = (page: HTMLElement): Shown[] =>
  [...page.querySelectorAll<HTMLElement>('[data-number]')].map(({ dataset }) => ({
    number: dataset.number!,
    windowNumber: dataset.window,
  }));

/** The page by paragraphs: long texts are cut off by some browsers. Numbers of tickets are spelled, or they become amounts. */
function paragraphs(page: HTMLElement): string[] {
  let text = page.innerText;
  for (const { number } of numbersOn(page)) text = text.replaceAll(number, [...number].join(' '));
  return text.split(/\n+/).filter((piece) => piece.trim() !== '');
}

function speak(device: SpeechSynthesisVoice, text: string): void {
  const spoken = new SpeechSynthesisUtterance(text);
  Object.assign(spoken, { voice: device, lang: device.lang, rate: 0.9 });
  speechSynthesis.speak(spoken);
}

/** Says, when it appears, what stands over the page, to whom reads by ear; a machine without a voice rings. */
export function useWarned(voice: NumberVoice, text: string): void {
  const device = useVoice(useLanguage());
  const { aloud } = useEase();
  useEffect(() => {
    if (!aloud) return;
    globalThis.speechSynthesis?.cancel();
    if (device) speak(device, text);
    else voice.ring();
  }, []);
}

/** Reads each page while it is on. `voice` for where the machine has none. */
function useReading(on: boolean, device: SpeechSynthesisVoice | undefined, voice: NumberVoice): void {
  const language = useLanguage();
  useEffect(() => {
    const page = document.getElementById('main');
    if (!on || !page) return;
    let last = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const title = page.querySelector('h1')?.textContent ?? '';
      if (title === last) return;
      last = title;
      globalThis.speechSynthesis?.cancel();
      if (device) for (const piece of paragraphs(page)) speak(device, piece);
      else for (const shown of numbersOn(page)) await voice.say(language, shown);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void read().catch(() => {}), settled);
    };
    const changes = new MutationObserver(soon);
    changes.observe(page, { subtree: true, childList: true, characterData: true });
    soon();
    return () => {
      changes.disconnect();
      clearTimeout(timer);
      globalThis.speechSynthesis?.cancel();
    };
  }, [on, device, language, voice]);
}

export function ReadAloudKey(props: { voice: NumberVoice }): ReactNode {
  const say = useWords(machineWords);
  const device = useVoice(useLanguage());
  const { aloud } = useEase();
  useReading(aloud, device, props.voice);
  const press = (): void => {
    props.voice.unlock();
    setEase({ aloud: !aloud });
  };
  return (
    <button type="button" className="kiosk-key" aria-pressed={aloud} onClick={press}>
      {device ? say.readAloud : say.sayNumbers}
    </button>
  );
}
