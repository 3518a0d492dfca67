/** The record that remote help took place, as a table for a spreadsheet. */
import { toCsv, type Cell } from '#modules/insight';
import { maskName } from '#modules/people';
import type { Level } from '#modules/ratings/contract';
import { shanghaiDay, shanghaiTime } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Outcome, Way } from './help.ts';
import { helpProblems } from './problems.ts';
import { readRecord } from './read-help.ts';
import type { RecordFilter } from './record-store.ts';

/** Helps in one file: a spreadsheet that is larger is read by nobody. */
const most = 10_000;

const words = {
  'zh-CN': {
    head: ['求助编号', '求助时间', '从哪里', '方式', '事项', '求助人', '工作人员', '接起时间', '离开时间', '本人帮办（秒）', '全程（秒）', '结果', '评价'],
    doors: { portal: '手机或电脑', kiosk: '自助机' },
    ways: { video: '视频', audio: '语音', text: '文字' },
    outcomes: { helped: '已帮助', elsewhere: '指引到别处', left: '求助人结束', kioskEnded: '自助机使用结束', askerAway: '求助人失去联系', nobodyCame: '没有等到' },
    levels: { verySatisfied: '非常满意', satisfied: '满意', basicallySatisfied: '基本满意', dissatisfied: '不满意', veryDissatisfied: '非常不满意' },
  },
  en: {
    head: ['Help', 'Asked at', 'From', 'Way', 'Item', 'Asker', 'Clerk', 'Clerk from', 'Clerk until', 'Seconds of this clerk', 'Seconds in all', 'Outcome', 'Rating'],
    doors: { portal: 'phone or computer', kiosk: 'kiosk' },
    ways: { video: 'video', audio: 'voice', text: 'writing' },
    outcomes: { helped: 'helped', elsewhere: 'told where to go', left: 'the asker ended it', kioskEnded: 'the use of the kiosk ended', askerAway: 'the asker was lost', nobodyCame: 'nobody came' },
    levels: { verySatisfied: 'very satisfied', satisfied: 'satisfied', basicallySatisfied: 'basically satisfied', dissatisfied: 'dissatisfied', veryDissatisfied: 'very dissatisfied' },
  },
} satisfies Record<string, { head: string[]; doors: object; ways: Record<Way, string>; outcomes: Record<Outcome, string>; levels: Record<Level, string> }>; // prettier-ignore

/** Names of askers are masked: a file goes where nobody sees who reads it. A line for each clerk who was in a help, one without a clerk where nobody came. Throws `recordTooLong`. */
export async function recordSheet(ground: Ground, filter: RecordFilter, language: 'zh-CN' | 'en'): Promise<Buffer> {
  const say = words[language];
  const { rows, total } = await readRecord(ground, filter, most, 0);
  if (total > most) throw helpProblems.recordTooLong();
  const time = (at: string | null): string =>
    at === null ? '' : `${shanghaiDay(new Date(at))} ${shanghaiTime(new Date(at))}`;
  const lines = rows.flatMap((help) => {
    const { id, askedAt, door, way, itemName, itemNameEn, askerName, talkedSeconds, outcome, level } = help;
    const item = language === 'en' ? itemNameEn || itemName : itemName;
    const before = [id, time(askedAt), say.doors[door], say.ways[way], item, maskName(askerName)];
    const after = [talkedSeconds, outcome ? say.outcomes[outcome] : '', level ? say.levels[level] : ''];
    const parts = help.parts.length > 0 ? help.parts : [{ clerkName: '', from: null, until: null }];
    return parts.map(({ clerkName, from, until }): Cell[] => [
      ...before,
      clerkName,
      time(from),
      time(until),
      from && until ? Math.round((Date.parse(until) - Date.parse(from)) / 1000) : '',
      ...after,
    ]);
  });
  return toCsv(say.head, lines);
}
