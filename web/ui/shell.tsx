/** What the shells of all surfaces share: the way past the navigation, the focus after a change of page, language, reading aloud. */
import { SoundOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { setLanguage, useLanguage, useWords } from '../words/language.ts';

/** The first thing that the tabulator reaches. */
export function SkipLink(): ReactNode {
  const { skip } = useWords(generalWords);
  return (
    <a
      className="yc-skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {skip}
    </a>
  );
}

/** The page itself. After a change of page the focus goes to its title, so that a screen reader says where one is. */
export function Main(props: { children: ReactNode; className?: string }): ReactNode {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // The title comes with the page's code, a moment later.
    const timer = setTimeout(() => {
      // A page that has put the focus into its first field knows better: somebody may be typing there already.
      if (document.activeElement?.closest('#main input, #main textarea')) return;
      const title = document.querySelector<HTMLElement>('#main h1');
      (title ?? document.getElementById('main'))?.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [pathname]);
  return (
    <main id="main" tabIndex={-1} className={props.className}>
      {props.children}
    </main>
  );
}

/** Changes between the two languages; named in the language that one would change to. */
export function LanguageSwitch(): ReactNode {
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}

/** Reads the page aloud; not shown where the machine has no voice for the language. */
export function ReadAloud(props: { say: { start: string; stop: string } }): ReactNode {
  const language = useLanguage();
  const { pathname } = useLocation();
  const voice = useVoice(language);
  const [reading, setReading] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  useEffect(() => {
    globalThis.speechSynthesis?.cancel();
    setReading(false);
  }, [pathname, language]);
  if (!voice) return null;

  const read = (): void => {
    speechSynthesis.cancel();
    if (reading) return setReading(false);
    // Paragraph by paragraph: long texts are cut off by some browsers after fifteen seconds.
    const pieces = (document.getElementById('main')?.innerText ?? '')
      .split(/\n+/)
      .filter((piece) => piece.trim() !== '');
    pieces.forEach((piece, at) => {
      const spoken = new SpeechSynthesisUtterance(piece);
      spoken.voice = voice;
      spoken.lang = language;
      spoken.rate = 0.9;
      if (at === pieces.length - 1) spoken.onend = () => setReading(false);
      speechSynthesis.speak(spoken);
    });
    setReading(pieces.length > 0);
  };
  return (
    <Button type="text" icon={<SoundOutlined aria-hidden="true" />} onClick={read} aria-pressed={reading}>
      {reading ? props.say.stop : props.say.start}
    </Button>
  );
}

/** The machine's own voice for a language, if it has one. Voices are known only some time after the page has opened. */
export function useVoice(language: string): SpeechSynthesisVoice | undefined {
  const find = (): SpeechSynthesisVoice | undefined =>
    globalThis.speechSynthesis
      ?.getVoices()
      .find((voice) => voice.lang.replace('_', '-').startsWith(language.slice(0, 2)));
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    const look = (): void => setVoice(find());
    look();
    globalThis.speechSynthesis?.addEventListener('voiceschanged', look);
    return () => globalThis.speechSynthesis?.removeEventListener('voiceschanged', look);
  }, [language]);
  return voice;
}
