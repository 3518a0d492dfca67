/** Chinese by pinyin, fetched when somebody wants it first: most people at a kiosk type nothing. */
import address from 'virtual:pinyin-words';
import { readLexicon, type Lexicon } from './lexicon.ts';

let lexicon: Promise<Lexicon> | undefined;

/** The words, the same for everybody who stands here. Rejects while the server is out of reach, and tries anew when it is asked again. */
export function loadLexicon(): Promise<Lexicon> {
  lexicon ??= fetchLexicon().catch((thrown: unknown) => {
    lexicon = undefined;
    throw thrown;
  });
  return lexicon;
}

async function fetchLexicon(): Promise<Lexicon> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The words did not come: ${answer.status}`);
  return readLexicon((await answer.json()) as string);
}
