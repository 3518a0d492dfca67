/** Attendance as a table for a spreadsheet. */
import { shanghaiTime } from '#platform/clock';
import { toCsv, type Cell } from '#modules/insight';
import type { Mark } from './marks.ts';
import type { TurnLine } from './operations.ts';

const words = {
  'zh-CN': {
    head: ['日期', '姓名', '应到', '应离', '实到', '实离', '结果', '按规则', '迟到（分钟）', '早退（分钟）', '在岗（分钟）', '其中暂停', '更正原因', '更正人', '迟到起算（开始后才排班）'],
    marks: { pending: '未开始', missing: '未到', present: '正常', late: '迟到', early: '早退', lateAndEarly: '迟到并早退', absent: '缺勤', leave: '请假', unplanned: '未排班' },
  },
  en: {
    head: ['Day', 'Name', 'From', 'Until', 'Came', 'Left', 'Result', 'By rule', 'Late (min)', 'Early (min)', 'There (min)', 'Breaks', 'Why changed', 'Changed by', 'Late from (planned after it began)'],
    marks: { pending: 'pending', missing: 'missing', present: 'present', late: 'late', early: 'early', lateAndEarly: 'late and early', absent: 'absent', leave: 'leave', unplanned: 'unplanned' },
  },
} satisfies Record<string, { head: string[]; marks: Record<Mark, string> }>; // prettier-ignore

/** The file, one line for each turn. */
export const attendanceSheet = (lines: readonly TurnLine[], language: 'zh-CN' | 'en'): Promise<Buffer> => {
  const say = words[language];
  const time = (at: string | null): string => (at ? shanghaiTime(new Date(at)) : '');
  const rows = lines.map((line): Cell[] => [
    line.day, line.name, line.starts ?? '', line.ends ?? '', time(line.firstAt), time(line.lastAt), say.marks[line.mark], say.marks[line.byRule],
    line.lateMinutes, line.earlyMinutes, line.thereMinutes, line.breakMinutes, line.amended?.reason ?? '', line.amended?.by ?? '', time(line.lateFrom),
  ]); // prettier-ignore
  return toCsv(say.head, rows);
};
