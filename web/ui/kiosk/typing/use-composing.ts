/** The letters that somebody has typed of a Chinese word: they stand with the keys until a word is chosen, and are kept nowhere. */
import { useEffect, useMemo, useState } from 'react';
import { candidatesFor, spelledOut, type Candidate } from './candidates.ts';
import { typeInto, type TypedField } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { divider } from './match.ts';
import { loadLexicon } from './pinyin.ts';

/** Of one row of letters: a long address, and no more than can be looked through in a blink. */
const mostLetters = 48;

export interface Composing {
  /** As typed. */
  letters: string;
  /** Syllable by syllable. */
  spelled: string;
  candidates: readonly Candidate[];
  state: 'loading' | 'failed' | 'ready';
  add: (letter: string) => void;
  /** Takes back the last letter; false when there is none. */
  takeBack: () => boolean;
  choose: (candidate: Candidate) => void;
  /** Puts what is meant most likely into the field; the letters as they are where the words have not come. */
  settle: () => void;
}

/** `wanted`: the layer for it is open, or was. */
export function useComposing(field: TypedField, wanted: boolean): Composing {
  const [letters, setLetters] = useState('');
  const [lexicon, setLexicon] = useState<Lexicon>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || lexicon || failed) return;
    let isHere = true;
    loadLexicon().then(
      (found) => isHere && setLexicon(found),
      () => isHere && setFailed(true),
    );
    return () => {
      isHere = false;
    };
  }, [wanted, failed, lexicon]);
  const candidates = useMemo(() => (lexicon ? candidatesFor(lexicon, letters) : []), [lexicon, letters]);
  return {
    letters,
    spelled: spelledOut(letters, candidates[0]),
    candidates,
    state: lexicon ? 'ready' : failed ? 'failed' : 'loading',
    add: (letter) => {
      setFailed(false);
      setLetters((now) => (now + letter).slice(0, mostLetters));
    },
    takeBack: () => {
      if (letters === '') return false;
      setLetters(letters.slice(0, -1));
      return true;
    },
    choose: ({ text, used }) => {
      typeInto(field, text);
      setLetters(letters.slice(used));
    },
    settle: () => {
      if (letters === '') return;
      typeInto(field, lexicon ? likeliest(lexicon, letters) : plain(letters));
      setLetters('');
    },
  };
}

const plain = (letters: string): string => letters.replaceAll(divider, '');

/** The first candidate, then the first one for the rest. */
function likeliest(lexicon: Lexicon, letters: string): string {
  const [first] = candidatesFor(lexicon, letters);
  return first ? first.text + likeliest(lexicon, letters.slice(first.used)) : plain(letters);
}
