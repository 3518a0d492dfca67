/** Why a message to another district waits, in words by which somebody can do something about it. */
import { useWords } from '#web/words/language.ts';
import { exchangeWords } from './words.ts';

/** Says a fault; the code of the refusal says more than that there was one. Empty for none. */
export function useSayFault(): (of: { fault: string | null; faultCode: string | null }) => string {
  const { faults, refusedFor } = useWords(exchangeWords);
  const known: Readonly<Record<string, string>> = faults;
  return ({ fault, faultCode }) => (fault ? (refusedFor[faultCode ?? ''] ?? known[fault] ?? fault) : '');
}
