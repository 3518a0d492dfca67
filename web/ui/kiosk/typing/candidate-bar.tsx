/** Above the letters: what has been typed, and the words that it may be, page by page; over the letters where there are many. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../../words/language.ts';
import type { Candidate } from './candidates.ts';
import { Key } from './key.tsx';
import { pagesOf, placeWords } from './layers.ts';
import type { Composing } from './use-composing.ts';
import { typingWords } from './words.ts';

/** Rows of candidates that take the place of the letters. */
const rowsOver = 3;

/** What a candidate takes of a row, in rem: as `typing.css` draws it. */
const widthOf = ({ text }: Candidate, rem: number): number =>
  Math.max(text.length * 1.2 + 0.92 + 4 / rem, 64 / rem) + 0.4;

/** The candidates of one page, and the keys that turn it. Drawn anew (`key`) for other letters. */
export function CandidateBar(props: {
  composing: Composing;
  /** Three rows of them over the letters, instead of one. */
  over: boolean;
  onOver: (over: boolean) => void;
}): ReactNode {
  const { composing, over } = props;
  const { candidates, letters, state } = composing;
  const say = useWords(typingWords);
  const [page, setPage] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState({ width: 30, rem: 24 });
  useLayoutEffect(() => {
    const measure = (): void => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const width = (list.current?.clientWidth ?? 0) / rem;
      setRoom((now) => (now.width === width && now.rem === rem ? now : { width, rem }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(list.current!);
    return () => watch.disconnect();
  }, [over]);
  const starts = pagesOf(
    candidates.map((one) => widthOf(one, room.rem)),
    room.width + 0.4,
    over ? rowsOver : 1,
  );
  const at = Math.min(page, Math.max(0, starts.length - 1));
  const told =
    state === 'ready' ? (letters !== '' && candidates.length === 0 ? say.none : '') : say[state]; // prettier-ignore
  return (
    <>
      <p className="kiosk-composing" role="status">
        <strong lang="zh-Latn-pinyin" aria-label={composing.spelled ? say.typed(composing.spelled) : undefined}>
          {composing.spelled}
        </strong>{' '}
        {told}
      </p>
      <div className={`kiosk-candidate-bar${over ? ' over' : ''}`}>
        <ul ref={list} className="yc-plain kiosk-candidates" aria-label={say.candidates} lang="zh-CN">
          {candidates.slice(starts[at] ?? 0, starts[at + 1]).map((candidate) => (
            <li key={candidate.text}>
              <Key onPress={() => composing.choose(candidate)}>{candidate.text}</Key>
            </li>
          ))}
        </ul>
        <div className="kiosk-candidate-turn">
          <Key name={say.before} disabled={at === 0} onPress={() => setPage(at - 1)}>
            ‹
          </Key>
          <Key name={say.after} disabled={at >= starts.length - 1} onPress={() => setPage(at + 1)}>
            ›
          </Key>
          <Key disabled={!over && starts.length < 2} onPress={() => props.onOver(!over)}>
            {over ? say.less : say.more}
          </Key>
        </div>
      </div>
    </>
  );
}

/** While nothing is being composed: what addresses go on with. */
export function PlaceWords(props: { hint: boolean; onPress: (text: string) => void }): ReactNode {
  const say = useWords(typingWords);
  return (
    <>
      <p className="kiosk-composing">{props.hint ? say.hint : null}</p>
      <div className="kiosk-place-words" role="group" aria-label={say.places} lang="zh-CN">
        {placeWords.map((text) => (
          <Key key={text} wide={text.length} onPress={() => props.onPress(text)}>
            {text}
          </Key>
        ))}
      </div>
    </>
  );
}
