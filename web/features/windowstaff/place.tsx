/** Which hall a page is about, chosen in the address, and what things are called there. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { useDepartmentShortName, useDepartmentShortOptions } from '#web/features/offices/departments.ts';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { hasRole, useMe } from '#web/client/session.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallOf } from './choose-hall.ts';
import { staffWords } from './words.ts';

/** Names of errands and departments at a hall. */
export function useNames(outletId: string | undefined) {
  const language = useLanguage();
  const place = useOp(hallContract.showPlace, { params: { id: outletId ?? '' } }, { enabled: outletId !== undefined, staleTime: 300_000 }); // prettier-ignore
  const departments = useDepartmentShortOptions();
  const departmentName = useDepartmentShortName();
  const errands = place.data?.errands ?? [];
  return {
    errands: errands.map(({ id, prefix, name, nameEn }) => ({ value: id, label: `${prefix} ${pick(language, name, nameEn)}` })), // prettier-ignore
    departments,
    errandName: (id: string): string => {
      const found = errands.find((one) => one.id === id);
      return found ? pick(language, found.name, found.nameEn) : '…';
    },
    departmentName,
  };
}

/** The hall of the page. A form keeps the one with which it was opened. */
export function usePlace() {
  const say = useWords(staffWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const places = useOp(hallContract.listPlaces, {}, { staleTime: 300_000 });
  const all = places.data ?? [];
  const found = hallOf(all, asked.hall, useMe()?.posts ?? []);
  const outletId = found?.outletId;
  return {
    outletId,
    name: found ? pick(language, found.name, found.nameEn) : '',
    chooser:
      all.length > 1 ? (
        <Select
          aria-label={say.hall}
          value={outletId ?? null}
          options={all.map((one) => ({ value: one.outletId, label: pick(language, one.name, one.nameEn) }))}
          showSearch={all.length > 8 ? { optionFilterProp: 'label' } : false}
          style={{ width: '15rem' }}
          onChange={(hall) => ask({ hall: hall ?? undefined })}
        />
      ) : null,
    names: useNames(outletId),
  };
}

export function StaffTabs(): ReactNode {
  const say = useWords(staffWords);
  const me = useMe();
  const runs = hasRole(me, ['office', 'auditor']);
  const { tabs } = say;
  return (
    <LinkTabs
      keep={['hall']}
      label={say.title}
      tabs={[
        // Who leads nobody has their own file in its place.
        hasRole(me, ['head', 'office', 'auditor'])
          ? { to: '/window-staff', label: tabs.members }
          : { to: '/window-staff/mine', label: tabs.mine },
        ...(runs
          ? [
              { to: '/window-staff/attention', label: tabs.attention },
              { to: '/window-staff/courses', label: tabs.courses },
              { to: '/window-staff/exams', label: tabs.exams },
              { to: '/window-staff/questions', label: tabs.questions },
              { to: '/window-staff/doubts', label: tabs.doubts },
            ]
          : []),
        { to: '/window-staff/standard', label: tabs.standard },
      ]}
    />
  );
}
