/** A rung in words: 承诺期限前 2 个工作日. */
import { posts, type About, type ToldPost } from '#modules/warnings/contract';
import { useWords } from '#web/words/language.ts';
import { warningWords } from './words.ts';

export function useSayRung(): (rung: { about: About; days: number }) => string {
  const say = useWords(warningWords);
  return ({ about, days }) => say.say(say.abouts[about], days);
}

/** Who is told, by post, as one text: 部门负责人 赵启明、李晓刚；政务服务办 吴静宜. */
export function useSayTold(): (told: readonly { name: string; post: ToldPost }[]) => string {
  const say = useWords(warningWords);
  return (told) =>
    posts
      .map((post) => [post, told.filter((one) => one.post === post).map(({ name }) => name)] as const)
      .filter(([, names]) => names.length > 0)
      .map(([post, names]) => `${say.posts[post]} ${say.names(names)}`)
      .join(say.between);
}
