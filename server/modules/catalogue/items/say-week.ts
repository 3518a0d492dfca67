/** A week of opening hours in words, days with the same hours together. Pure. */

interface WeeklySpan {
  /** Monday is 1, Sunday 7. */
  weekday: number;
  opens: string;
  closes: string;
}
const daysZh = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const daysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** 周一至周五 09:00–12:00、13:30–17:00；周六 09:00–12:00. */
export function sayWeek(weekly: readonly WeeklySpan[]): { zh: string; en: string } {
  const spansOf = (weekday: number): string[] =>
    weekly
      .filter((span) => span.weekday === weekday)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .sort();
  const runs: { from: number; to: number; spans: string[] }[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = spansOf(weekday);
    const last = runs.at(-1);
    if (spans.length === 0) continue;
    if (last && last.to === weekday - 1 && last.spans.join() === spans.join()) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, spans });
  }
  const say = (days: readonly string[], through: string, comma: string, between: string): string =>
    runs
      .map(({ from, to, spans }) => {
        const named = from === to ? days[from - 1]! : `${days[from - 1]!}${through}${days[to - 1]!}`;
        return `${named} ${spans.join(comma)}`;
      })
      .join(between);
  return { zh: say(daysZh, '至', '、', '；'), en: say(daysEn, '–', ', ', '; ') };
}
