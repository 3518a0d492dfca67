/** Names of departments by id; empty until they have come. */
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage } from '#web/words/language.ts';

export function useDepartmentName(): (id: string | null) => string {
  const language = useLanguage();
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 10 * 60_000 });
  return (id) => {
    const found = departments.data?.rows.find((department) => department.id === id);
    return found ? pick(language, found.name, found.nameEn) : '';
  };
}

/** For a choice: every department with its name. */
export function useDepartmentOptions(): { value: string; label: string }[] {
  const language = useLanguage();
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 10 * 60_000 });
  return (departments.data?.rows ?? []).map(({ id, name, nameEn }) => ({
    value: id,
    label: pick(language, name, nameEn),
  }));
}
