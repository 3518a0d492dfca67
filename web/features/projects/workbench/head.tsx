/** The head of the pages of investment projects. */
import type { ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { benchWords } from './words.ts';

export function ProjectsHead(props: { actions?: ReactNode }): ReactNode {
  const { title, tabs } = useWords(benchWords);
  const keeps = hasRole(useMe(), ['office', 'auditor']);
  return (
    <>
      <PageHeader title={title} actions={props.actions} />
      <LinkTabs
        label={tabs.label}
        tabs={[
          { to: '/projects', label: tabs.projects },
          { to: '/simulations', label: tabs.simulations },
          ...(keeps
            ? [
                { to: '/policies', label: tabs.policies },
                { to: '/project-types', label: tabs.types },
              ]
            : []),
        ]}
      />
    </>
  );
}
