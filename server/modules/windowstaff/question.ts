/** A question of the bank: what makes one sound, and when an answer is right. Pure; the browser has it from the contract. */

export const questionKinds = ['single', 'multiple', 'judge'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
  id: string;
  text: string;
}
/** What is asked, without what the answer is. */
export interface Asked {
  kind: QuestionKind;
  stem: string;
  options: readonly Option[];
}
export interface QuestionBody extends Asked {
  answer: readonly string[];
  /** Why it is so, shown afterwards. */
  explanation: string;
  /** Law and article, or the rule of the house. */
  basis: string;
}

export const optionIds = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const questionFaults = ['noStem', 'options', 'sameOptions', 'answer', 'answerNotThere'] as const;
export type QuestionFault = (typeof questionFaults)[number];

/** What is wrong with a question; undefined when it can be asked. */
export function faultOfQuestion({ kind, stem, options, answer }: QuestionBody): QuestionFault | undefined {
  if (stem.trim() === '') return 'noStem';
  const ids = options.map(({ id }) => id);
  const texts = new Set(options.map(({ text }) => text.trim()));
  const count = kind === 'judge' ? options.length === 2 : options.length >= 3 && options.length <= optionIds.length;
  if (!count || ids.some((id, i) => id !== optionIds[i]) || texts.has('')) return 'options';
  if (texts.size < options.length) return 'sameOptions';
  if (new Set(answer).size !== answer.length) return 'answer';
  if (kind === 'multiple' ? answer.length < 2 : answer.length !== 1) return 'answer';
  return answer.every((id) => ids.includes(id)) ? undefined : 'answerNotThere';
}

/** Right is what names all of it and nothing else; half a choice is none. */
export const isRight = (answer: readonly string[], chosen: readonly string[]): boolean =>
  chosen.length === answer.length && answer.every((id) => chosen.includes(id));
