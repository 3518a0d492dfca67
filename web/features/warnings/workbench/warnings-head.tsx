/** The head of the pages on warnings. */
import './live.ts';
import './warnings.css';
import type { ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { warningWords } from './words.ts';

export function WarningsHead(props: { line: string }): ReactNode {
  const { title, tabs } = useWords(warningWords);
  const seesFaults = hasRole(useMe(), ['office', 'auditor']);
  return (
    <>
      <PageHeader title={title} sub={props.line} />
      {seesFaults ? (
        <LinkTabs
          label={tabs.label}
          tabs={[
            { to: '/warnings', label: tabs.ladders },
            { to: '/warnings/faults', label: tabs.faults },
          ]}
        />
      ) : null}
    </>
  );
}
