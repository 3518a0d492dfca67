/** A rung in words: 承诺期限前 2 个工作日. */
import type { About } from '#modules/warnings/contract';
import { useWords } from '#web/words/language.ts';
import { warningWords } from './words.ts';

export function useSayRung(): (rung: { about: About; days: number }) => string {
  const say = useWords(warningWords);
  return ({ about, days }) => say.say(say.abouts[about], days);
}

/** Who is told, each with the post, as one text. */
export function useSayTold(): (told: readonly { name: string; post: keyof typeof warningWords.en.posts }[]) => string {
  const { posts } = useWords(warningWords);
  return (told) => told.map(({ name, post }) => `${name}（${posts[post]}）`).join('、');
}
