/** Why a row, or a whole list, could not be read, in the reader's language. The server says it in English, with the value. Pure. */
import type { Language } from '#web/words/words.ts';

const chinese: readonly [RegExp, (found: readonly string[]) => string][] = [
  [/^the name is empty$/, () => '事项名称是空的'],
  [/^the code is empty$/, () => '实施编码是空的'],
  [/^the code is on line (\d+) already$/, ([line]) => `实施编码和第 ${line} 行重复`],
  [/^the row has more cells than the header: "(.*)"$/s, ([text]) => `这一行比表头多出一格：“${text}”`],
  [/^the item contradicts itself: (.*)$/s, ([why]) => `内容前后矛盾：${sayWhy(why ?? '')}`],
  [/^the cell holds an error \((.*)\) instead of a value$/, ([text]) => `这一格是出错的公式（${text}），请改成数值`],
  [/^the cell holds characters that cannot be read/, () => '有无法识别的字符，请检查文件编码'],
  [
    /^the code "(.*)" was turned into a number/,
    ([code]) => `编码“${code}”被表格软件变成了数字，丢了位数，请把这一列设成文本再导出`,
  ],
  [/^the code contains a line break$/, () => '编码里有换行'],
  [/^the code has (\d+) characters, more than (\d+)$/, ([has, most]) => `编码有 ${has} 个字符，最多 ${most} 个`],
  [/^the text has (\d+) characters, more than (\d+)$/, ([has, most]) => `有 ${has} 个字，最多 ${most} 个`],
  [
    /^"(.*)" has (\d+) characters, more than (\d+)$/s,
    ([text, has, most]) => `“${text}”有 ${has} 个字，最多 ${most} 个`,
  ],
  [/^(\d+) entries, more than (\d+)$/, ([has, most]) => `有 ${has} 条，最多 ${most} 条`],
  [/^"(.*)" is no kind of item$/s, ([text]) => `“${text}”不是事项类型`],
  [/^"(.*)" is no limit of time/s, ([text]) => `“${text}”看不出是多长时限，应写成“20个工作日”这样`],
  [/^"(.*)" is no number of visits/s, ([text]) => `“${text}”不是 0 到 9 的次数`],
  [/^The file is empty\.$/, () => '文件是空的'],
  [/^This is an old Excel file/, () => '这是旧版 Excel 文件（.xls），请另存为 .xlsx 或 CSV'],
  [/null bytes: it is not a text file/, () => '这不是文本文件，请选 CSV 或 XLSX'],
  [/^A quotation mark that opens here is not closed\.$/, () => '这里的引号没有配对'],
  [/^This is not a CSV file: /, () => '这不是 CSV 文件，请检查分隔符和引号'],
  [/^The workbook cannot be read/, () => '工作簿打不开，请去掉密码，另存为 .xlsx'],
  [/^The workbook unpacks to more than (\d+) MB/, ([size]) => `工作簿解开后超过 ${size} MB，请把事项那一页另存为 CSV`],
  [
    /^No column names the items: the first row reads "(.*)"/s,
    ([seen]) => `找不到事项名称这一列，第一行是“${seen}”。请在下面说明哪一列是事项名称`,
  ],
  [/^No column holds the codes of the items/, () => '找不到实施编码这一列，请在下面说明哪一列是编码，或者由名称生成'],
  [/larger than 64 MB/, () => '文件超过 64 MB，请用命令行导入'],
];

const sayWhy = (why: string): string => (why.includes('promisedLonger') ? '承诺时限比法定时限长' : why);

/** The sentence; what has no translation stays as the server said it. */
export function sayReason(reason: string, language: Language): string {
  if (language === 'en')
    return /promisedLonger/.test(reason) ? 'the promised limit is longer than the statutory one' : reason;
  for (const [pattern, say] of chinese) {
    const found = pattern.exec(reason);
    if (found) return say(found.slice(1));
  }
  return reason;
}
