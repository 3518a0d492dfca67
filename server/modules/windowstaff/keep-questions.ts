/** Keeping the question bank: one by one, and by lists. Papers that were drawn hold their questions as they were asked. */
import { errandsAt, getPlace } from '#modules/hall';
import { listDepartments } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { findQuestion, questionsByCode, saveQuestions, type QuestionRow } from './exam-store.ts';
import type { QuestionLine } from './exam-shapes.ts';
import { windowStaffProblems } from './problems.ts';
import { faultOfQuestion } from './question.ts';
import { readQuestions, type ListFault, type ReadQuestion } from './read-questions.ts';
import { checkErrands } from './send-member.ts';

export const questionLine = ({ retiredAt, changedAt, options, ...row }: QuestionRow): QuestionLine => ({
  id: row.id,
  outletId: row.outletId,
  code: row.code,
  errandId: row.errandId,
  departmentId: row.departmentId,
  kind: row.kind,
  stem: row.stem,
  options: options.map((option) => ({ ...option })),
  answer: [...row.answer],
  explanation: row.explanation,
  basis: row.basis,
  retired: retiredAt !== null,
  version: row.version,
  changedAt: changedAt.toISOString(),
  changedBy: row.changedBy,
});

type Asked = Omit<QuestionLine, 'version' | 'changedAt' | 'changedBy'>;

/** Adds a question, or makes its next version. Throws `questionFaulty` with the fault, `codeTaken`. */
export async function keepQuestion(ground: Ground, actor: Actor, asked: Asked): Promise<QuestionLine> {
  const fault = faultOfQuestion(asked) ?? (asked.errandId && asked.departmentId ? 'scope' : undefined);
  if (fault) throw windowStaffProblems.questionFaulty({ fault });
  await getPlace(ground.db, asked.outletId);
  if (asked.errandId) await checkErrands(ground.db, asked.outletId, [asked.errandId]);
  const before = await findQuestion(ground.db, asked.id);
  if (before && before.outletId !== asked.outletId) throw windowStaffProblems.noQuestion();
  const at = ground.clock.now();
  const { retired, ...fields } = asked;
  const row: QuestionRow = {
    ...fields,
    code: asked.code.trim(),
    stem: asked.stem.trim(),
    answer: asked.answer.toSorted(),
    version: (before?.version ?? 0) + 1,
    retiredAt: retired ? (before?.retiredAt ?? at) : null,
    changedAt: at,
    changedBy: actor.name,
  };
  await ground.db.transaction(async (tx) => saveQuestions(tx, [row]));
  return questionLine(row);
}

/** What the scope of a list means here: an errand by prefix or name, a department by short name or name. */
async function scopesOf(ground: Ground, outletId: string) {
  const [errands, departments] = await Promise.all([errandsAt(ground.db, outletId), listDepartments(ground.db)]);
  return (scope: string): { errandId: string | null; departmentId: string | null } | undefined => {
    if (['', '通用', 'general'].includes(scope.toLowerCase())) return { errandId: null, departmentId: null };
    const errand = errands.find(({ prefix, name }) => prefix === scope.toUpperCase() || name === scope);
    if (errand) return { errandId: errand.id, departmentId: null };
    const department = departments.find(({ shortName, name }) => shortName === scope || name === scope);
    return department && { errandId: null, departmentId: department.id };
  };
}

const same = (before: QuestionRow, row: QuestionRow): boolean =>
  JSON.stringify([before.errandId, before.departmentId, before.kind, before.stem, before.options.map(({ id, text }) => [id, text]), before.answer, before.explanation, before.basis, before.retiredAt]) ===
  JSON.stringify([row.errandId, row.departmentId, row.kind, row.stem, row.options.map(({ id, text }) => [id, text]), row.answer, row.explanation, row.basis, row.retiredAt]); // prettier-ignore

export interface Imported {
  added: number;
  changed: number;
  unchanged: number;
  stored: boolean;
  faults: ListFault[];
}

/** Takes in a list, all or nothing: with a fault anywhere nothing is stored, and every fault is told at once. */
export async function importQuestions(
  ground: Ground,
  actor: Actor,
  { outletId, csv, dryRun }: { outletId: string; csv: string; dryRun: boolean },
): Promise<Imported> {
  await getPlace(ground.db, outletId);
  const read = readQuestions(csv);
  if (!read || (read.questions.length === 0 && read.faults.length === 0)) throw windowStaffProblems.listUnreadable();
  const meant = await scopesOf(ground, outletId);
  const faults = [...read.faults];
  const at = ground.clock.now();
  const before = new Map(
    (
      await questionsByCode(
        ground.db,
        outletId,
        read.questions.map(({ code }) => code),
      )
    ).map((row) => [row.code, row]),
  );
  const rows: QuestionRow[] = [];
  for (const question of read.questions) {
    const scope = meant(question.scope);
    if (scope)
      rows.push({ ...rowOf(question, scope), id: before.get(question.code)?.id ?? newId(), outletId, version: 1, changedAt: at, changedBy: actor.name }); // prettier-ignore
    else faults.push({ line: question.line, fault: 'scope', what: question.scope });
  }
  const added = rows.filter(({ code }) => !before.has(code));
  const changed = rows.filter((row) => before.has(row.code) && !same(before.get(row.code)!, row));
  const stored = faults.length === 0 && !dryRun;
  if (stored && added.length + changed.length > 0)
    await ground.db.transaction(async (tx) => saveQuestions(tx, [...added, ...changed]));
  return {
    added: added.length,
    changed: changed.length,
    unchanged: rows.length - added.length - changed.length,
    stored,
    faults: faults.toSorted((a, b) => a.line - b.line).slice(0, 200),
  };
}

const rowOf = ({ line: _, scope: __, ...question }: ReadQuestion, scope: { errandId: string | null; departmentId: string | null }) =>
  ({ ...question, ...scope, options: question.options.map((option) => ({ ...option })), answer: [...question.answer], retiredAt: null }); // prettier-ignore
