/** Names of departments by id; empty until they have come. */
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage } from '#web/words/language.ts';

/** All of them; none until they have come. */
export const useDepartments = () =>
  useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 10 * 60_000 }).data?.rows ?? [];

export function useDepartmentName(): (id: string | null) => string {
  const language = useLanguage();
  const departments = useDepartments();
  return (id) => {
    const found = departments.find((department) => department.id === id);
    return found ? pick(language, found.name, found.nameEn) : '';
  };
}

/** The short one, for lists; `none` where there is no department. */
export function useDepartmentShortName(none = '–'): (id: string | null) => string {
  const language = useLanguage();
  const departments = useDepartments();
  return (id) => {
    if (id === null) return none;
    const found = departments.find((department) => department.id === id);
    return found ? pick(language, found.shortName, found.nameEn) : '…';
  };
}

/** For a narrow choice: every department with its short name. */
export function useDepartmentShortOptions(): { value: string; label: string }[] {
  const language = useLanguage();
  return useDepartments().map(({ id, shortName, nameEn }) => ({ value: id, label: pick(language, shortName, nameEn) }));
}

/** For a choice: every department with its name. */
export function useDepartmentOptions(): { value: string; label: string }[] {
  const language = useLanguage();
  const departments = useDepartments();
  return departments.map(({ id, name, nameEn }) => ({
    value: id,
    label: pick(language, name, nameEn),
  }));
}

/** Where a department is asked by telephone; empty until it has come, and where it has none. */
export function useDepartmentTelephone(): (id: string) => string {
  const departments = useDepartments();
  return (id) => departments.find((department) => department.id === id)?.telephone ?? '';
}
