/** Names of departments by id; empty until they have come. */
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage } from '#web/words/language.ts';

const useDepartments = () =>
  useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 10 * 60_000 }).data?.rows ?? [];

export function useDepartmentName(): (id: string | null) => string {
  const language = useLanguage();
  const departments = useDepartments();
  return (id) => {
    const found = departments.find((department) => department.id === id);
    return found ? pick(language, found.name, found.nameEn) : '';
  };
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
