/** The head of the pages of joint handling. */
import type { ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { benchWords } from './words.ts';

export function JointHead(): ReactNode {
  const { title, tabs } = useWords(benchWords);
  const edits = hasRole(useMe(), ['office', 'auditor']);
  return (
    <>
      <PageHeader title={title} />
      <LinkTabs
        label={tabs.label}
        tabs={[
          { to: '/matters', label: tabs.matters },
          { to: '/consultations', label: tabs.consultations },
          ...(edits ? [{ to: '/life-events', label: tabs.events }] : []),
        ]}
      />
    </>
  );
}
