/** The head of the pages of the exchange. */
import '../exchange.css';
import type { ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { exchangeBenchWords } from './words.ts';

export function ExchangeHead(props: { actions?: ReactNode }): ReactNode {
  const { title, pages, tabs } = useWords(exchangeBenchWords);
  const me = useMe();
  return (
    <>
      <PageHeader title={title} actions={props.actions} />
      <LinkTabs
        label={pages}
        tabs={[
          { to: '/exchange', label: tabs.taken },
          ...(hasRole(me, ['clerk', 'head']) ? [{ to: '/exchange/take-in', label: tabs.takeIn }] : []),
          ...(hasRole(me, ['office']) ? [{ to: '/exchange/districts', label: tabs.partners }] : []),
          ...(hasRole(me, ['office', 'auditor']) ? [{ to: '/exchange/queue', label: tabs.queue }] : []),
        ]}
      />
    </>
  );
}
