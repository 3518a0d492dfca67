/** What only imports say of rows, columns and sheets, in the reader's language; `sayReason` knows the rest. Pure. */
import type { Language } from '#web/words/words.ts';
import { sayReason } from './say-reason.ts';

/** Why a row was not taken. The server puts the sheet before the reason when the file has several lists. */
export function sayRowReason(reason: string, language: Language): string {
  if (language === 'en') return sayReason(reason, language);
  const [, sheet, rest = ''] = /^on sheet "(.*?)": (.*)$/s.exec(reason) ?? [];
  if (sheet !== undefined) return `工作表“${sheet}”：${sayRowReason(rest, language)}`;
  const [, line, other] = /^the code is on line (\d+) of sheet "(.*)" already$/s.exec(reason) ?? [];
  if (line !== undefined) return `实施编码和工作表“${other}”第 ${line} 行重复`;
  const [, day] = /^a version is prepared for (\S+): /.exec(reason) ?? [];
  if (day !== undefined) return `已有 ${day} 起施行的版本，到那天会盖掉这次导入：请把改动写进那个版本，或者先取消它`;
  return sayReason(reason, language);
}

const whyLeftOut: Record<string, string> = {
  'no column names the items': '没有事项名称这一列',
  'no rows below the header': '表头下没有内容',
  'no column holds the codes': '没有实施编码这一列',
  'its headings may mean something else': '表头不像事项清单',
};

/** A column that was not used, or a sheet that was left out. */
export function sayIgnored(ignored: string, language: Language): string {
  const [, serial] = language === 'en' ? [] : (/^(.*) \(only counts the rows\)$/s.exec(ignored) ?? []);
  if (serial !== undefined) return `${serial}（只是行的序号）`;
  const [, sheet, why = ''] = /^sheet "(.*)": (.*)$/s.exec(ignored) ?? [];
  return sheet === undefined || language === 'en' ? ignored : `工作表“${sheet}”（${whyLeftOut[why] ?? why}）`;
}
