/** What the parts of an exam are about, as the form chooses it. */
import type { ExamLine } from '#modules/windowstaff/contract';

type Part = ExamLine['parts'][number];

export const scopeOf = ({ errandId, departmentId }: Pick<Part, 'errandId' | 'departmentId'>): string =>
  errandId ? `errand:${errandId}` : departmentId ? `department:${departmentId}` : 'general';

export function aboutOf(scope: string): Pick<Part, 'errandId' | 'departmentId'> {
  const [kind, of] = scope.split(':');
  return { errandId: kind === 'errand' ? of! : null, departmentId: kind === 'department' ? of! : null };
}

/** A further part: about the first thing that no part is about yet, so that two do not ask for the same questions by accident. */
export function nextPart(parts: readonly Part[], scopes: readonly { value: string }[]): Part {
  const used = new Set(parts.map(scopeOf));
  return { ...aboutOf(scopes.find(({ value }) => !used.has(value))?.value ?? 'general'), count: 5 };
}
