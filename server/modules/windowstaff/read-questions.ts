/**
 * Reads a list of questions as people keep it: CSV, Chinese or English column names, comma, semicolon or tab, letters of the answer in any
 * usual writing. Nothing is guessed: what is not clear is a fault with its line.
 */
import { parse } from 'csv-parse/sync';
import { faultOfQuestion, optionIds, type QuestionBody, type QuestionKind } from './question.ts';

export interface ReadQuestion extends QuestionBody {
  line: number;
  code: string;
  /** As it was written: the prefix or name of an errand, the short name of a department, or nothing. */
  scope: string;
}
export interface ListFault {
  line: number;
  fault: string;
  /** What stands there. */
  what: string;
}

const names: Record<string, readonly string[]> = {
  code: ['编号', 'code'],
  scope: ['范围', 'scope'],
  kind: ['题型', 'kind'],
  stem: ['题目', '题干', 'stem'],
  answer: ['答案', 'answer'],
  explanation: ['解析', 'explanation'],
  basis: ['依据', 'basis'],
};
const kinds: Record<string, QuestionKind> = {
  单选: 'single', 单选题: 'single', single: 'single',
  多选: 'multiple', 多选题: 'multiple', multiple: 'multiple',
  判断: 'judge', 判断题: 'judge', judge: 'judge',
}; // prettier-ignore
/** A judgement may be answered as people say it; its options need not be written. */
const verdicts: Record<string, string> = { 对: 'A', 正确: 'A', 是: 'A', '√': 'A', true: 'A', 错: 'B', 错误: 'B', 否: 'B', '×': 'B', false: 'B' }; // prettier-ignore
export const judgeOptions = [
  { id: 'A', text: '正确' },
  { id: 'B', text: '错误' },
];

const most = 5_000;
const limits = { code: 30, stem: 600, option: 300, explanation: 1000, basis: 200 };

/** The questions of a list, or `undefined` when it is none; beside them what is wrong, by line. */
export function readQuestions(text: string): { questions: ReadQuestion[]; faults: ListFault[] } | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const head = plain.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(plain, { delimiter, info: true, relax_column_count: true, trim: true, skip_empty_lines: true, to: most + 2 }) as never; // prettier-ignore
  } catch {
    return undefined;
  }
  const titles = (records[0]?.record ?? []).map((title) => title.trim().toLowerCase());
  const at = (field: string): number => titles.findIndex((title) => names[field]!.includes(title));
  if (['code', 'kind', 'stem', 'answer'].some((field) => at(field) < 0)) return undefined;
  const questions: ReadQuestion[] = [];
  const faults: ListFault[] = [];
  const seen = new Set<string>();
  if (records.length > most + 1) faults.push({ line: most + 2, fault: 'tooMany', what: String(most) });
  for (const { record, info } of records.slice(1, most + 1)) {
    const cell = (field: string): string => record[at(field)]?.trim() ?? '';
    const read = readOne(
      cell,
      optionIds.map((id) => record[titles.indexOf(id.toLowerCase())]?.trim() ?? ''),
    );
    const line = info.lines;
    const fault = typeof read === 'string' ? read : seen.has(read.code) ? 'sameCode' : faultOfQuestion(read);
    if (fault || typeof read === 'string') faults.push({ line, fault: fault ?? '', what: cell('code') });
    else {
      seen.add(read.code);
      questions.push({ line, ...read });
    }
  }
  return { questions, faults };
}

function readOne(cell: (field: string) => string, options: readonly string[]): Omit<ReadQuestion, 'line'> | string {
  const kind = kinds[cell('kind').toLowerCase()];
  if (!kind) return 'kind';
  const code = cell('code');
  if (code === '' || code.length > limits.code) return 'code';
  if (cell('stem').length > limits.stem || options.some((text) => text.length > limits.option)) return 'tooLong';
  if (cell('explanation').length > limits.explanation || cell('basis').length > limits.basis) return 'tooLong';
  const count = options.findLastIndex((text) => text !== '') + 1;
  const written = options.slice(0, count).map((text, i) => ({ id: optionIds[i]!, text }));
  const said = cell('answer');
  const verdict = kind === 'judge' ? verdicts[said.toLowerCase()] : undefined;
  const letters = [...said.toUpperCase()].filter((letter) => !/[\s,，、;；/]/.test(letter)).toSorted();
  return {
    code,
    scope: cell('scope'),
    kind,
    stem: cell('stem'),
    options: kind === 'judge' && count === 0 ? judgeOptions : written,
    answer: verdict ? [verdict] : letters,
    explanation: cell('explanation'),
    basis: cell('basis'),
  };
}
