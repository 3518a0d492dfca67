/** What the pages on staff share: the head with its tabs, and a post in words. */
import type { ReactNode } from 'react';
import type { StaffRow } from '#modules/people/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { staffWords } from './staff-words.ts';

/** The head of the pages on people. */
export function StaffHead(): ReactNode {
  const { title, tabs } = useWords(staffWords);
  const mayList = hasRole(useMe(), ['office', 'admin', 'head', 'auditor']);
  return (
    <>
      <PageHeader title={mayList ? title : tabs.absences} />
      {mayList ? (
        <LinkTabs
          label={tabs.label}
          tabs={[
            { to: '/staff', label: tabs.staff },
            { to: '/staff/absences', label: tabs.absences },
          ]}
        />
      ) : null}
    </>
  );
}

type Post = Pick<StaffRow['posts'][number], 'role' | 'departmentName' | 'outletName'>;

/** A post in words: 窗口人员 · 市场监管局. */
export function useSayPost(): (post: Post) => string {
  const { roles } = useWords(sessionWords);
  return ({ role, departmentName, outletName }) =>
    [roles[role], departmentName, outletName].filter((part) => part !== null).join(' · ');
}
