/** Why an advice was given, and what it is to bring, as a sentence in both languages. Pure. */
import { shanghaiTime } from '#platform/clock';
import type { AdviceRow } from './advice/advice-store.ts';
import { excessPercent, saidPercent } from './house-rule.ts';

const weekdays = {
  zh: '一二三四五六日',
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
/** Where hardly anybody used to wait a share says nothing any more. */
const mostPercent = 300;
const sayMore = {
  zh: (percent: number): string => (percent > mostPercent ? '，高 3 倍以上' : `，高 ${percent}%`),
  en: (percent: number): string =>
    percent > mostPercent ? ', so more than four times as long' : `, so ${percent} % more`,
};
const whole = (minutes: number): number => Math.round(minutes);

/** What waits are compared with, as people say it. */
export function sayCompared({ days, weekday, crowd }: AdviceRow['seen']): { zh: string; en: string } {
  if (crowd === 'beforeHoliday')
    return { zh: `前 ${days.length} 个节前日同一时段`, en: `the last ${days.length} days before a holiday` };
  if (crowd === 'afterHoliday')
    return { zh: `前 ${days.length} 个节后首日同一时段`, en: `the last ${days.length} first days after a holiday` };
  // Of any weekday: they are too rare to have four of one.
  if (crowd === 'makeUp')
    return {
      zh: `前 ${days.length} 个调休上班日同一时段`,
      en: `this hour of the last ${days.length} worked weekend days`,
    };
  const [zh, en] = [weekdays.zh[weekday - 1]!, weekdays.en[weekday - 1]!];
  return { zh: `前 ${days.length} 个周${zh}同一时段`, en: `this hour of the last ${days.length} ${en}s` };
}

/** The sentence that stands above the tap, below the name of the zone. */
export function sayWhy(
  advice: Pick<AdviceRow, 'clerkId' | 'kind' | 'windowNumber' | 'clerkName' | 'savesMinutes' | 'minutes' | 'seen'>,
): { zh: string; en: string } {
  const { clerkId, kind, windowNumber, clerkName, savesMinutes, minutes, seen } = advice;
  const { wait, usual, next, nextUsual, waiting } = seen;
  const compared = sayCompared(seen);
  const zh: string[] = [];
  const en: string[] = [];
  if (seen.left) {
    zh.push(`${seen.left} 人等的业务现在没有窗口能办`);
    en.push(
      `${seen.left === 1 ? 'one person waits' : `${seen.left} people wait`} for something that no window does now`,
    );
  }
  const above = saidPercent(wait, usual);
  if (wait !== null && usual !== null) {
    const more = above !== null && above > 0;
    zh.push(`近半小时平均等 ${whole(wait)} 分钟，${compared.zh} ${whole(usual)} 分钟${more ? sayMore.zh(above) : ''}`);
    en.push(
      `people waited ${whole(wait)} min on average in the last half hour; in ${compared.en} it was ${whole(usual)} min${more ? sayMore.en(above) : ''}`,
    );
  }
  const soon = excessPercent(next, nextUsual);
  if (next !== null && nextUsual !== null && soon !== null && soon > 0) {
    zh.push(`接下来半小时来的人预计等 ${whole(next)} 分钟，往常 ${whole(nextUsual)} 分钟`);
    en.push(`who comes in the next half hour is likely to wait ${whole(next)} min instead of ${whole(nextUsual)}`);
  }
  zh.push(`现在 ${waiting} 人在等`);
  en.push(`${waiting} wait now`);
  // That somebody has left a window is known, not that they are still here.
  const leftAt = seen.leftAt?.[clerkId];
  const left = leftAt && shanghaiTime(new Date(leftAt));
  const saves = whole(savesMinutes / 10) * 10;
  if (kind === 'open') {
    zh.push(
      `${clerkName}会办，今天坐过窗口${left ? `、${left} 离开` : ''}，现在没有坐窗口，开 ${windowNumber} 窗口 ${minutes} 分钟，预计大家一共少等 ${saves} 分钟`,
    );
    en.push(
      `${clerkName} can do this, was at a window today${left ? ` until ${left}` : ''} and is at none now: with window ${windowNumber} open for ${minutes} min all together are likely to wait ${saves} min less`,
    );
  } else if (kind === 'lend') {
    zh.push(
      `${windowNumber} 窗口的${clerkName}也会办，先来的先叫，兼办本区到关门，预计两个区两小时内一共少等 ${saves} 分钟`,
    );
    en.push(
      `${clerkName} at window ${windowNumber} can do this too: serving both until the hall closes, whoever came first, is likely to spare the people of the two zones ${saves} min of waiting within two hours`,
    );
  } else {
    zh.push(
      `${windowNumber} 窗口的${clerkName}也会办，本区不忙，换过来 ${minutes} 分钟，预计大家一共少等 ${saves} 分钟`,
    );
    en.push(
      `${clerkName} at window ${windowNumber} can do this too and can be spared: ${minutes} min here are likely to spare all together ${saves} min of waiting`,
    );
  }
  const sentence = en.join('; ');
  return { zh: `${zh.join('；')}。`, en: `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.` };
}
