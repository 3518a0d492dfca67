/** The head of the catalogue's pages: title and tabs. */
import './items.css';
import type { ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { itemsWords } from './items-words.ts';

export function ItemsHead(props: { actions?: ReactNode }): ReactNode {
  const say = useWords(itemsWords);
  const me = useMe();
  const mayList = hasRole(me, ['office', 'head', 'admin', 'auditor']);
  return (
    <>
      <PageHeader title={say.title} actions={props.actions} />
      <LinkTabs
        label={say.tabs.label}
        tabs={[
          ...(mayList ? [{ to: '/items', label: say.tabs.items }] : []),
          ...(hasRole(me, ['office']) ? [{ to: '/items/import', label: say.tabs.imports }] : []),
          ...(hasRole(me, ['auditor']) ? [] : [{ to: '/items/booklets', label: say.tabs.booklets }]),
        ]}
      />
    </>
  );
}
