/** The head of the auditor's pages. */
import './audit.css';
import type { ReactNode } from 'react';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { auditWords } from './words.ts';

/** What the head leaves of the window. */
export const listHeight = 'calc(100dvh - 16rem)';

export function AuditHead(props: { line?: string; actions?: ReactNode }): ReactNode {
  const { title, tabs } = useWords(auditWords);
  return (
    <>
      <PageHeader title={title} sub={props.line} actions={props.actions} />
      <LinkTabs
        label={tabs.label}
        tabs={[
          { to: '/audit', label: tabs.trail },
          { to: '/audit/looks', label: tabs.looks },
          { to: '/audit/sign-ins', label: tabs.signIns },
          { to: '/audit/seals', label: tabs.seals },
          { to: '/audit/searches', label: tabs.searches },
          { to: '/figures/exports', label: tabs.exports },
        ]}
      />
    </>
  );
}
