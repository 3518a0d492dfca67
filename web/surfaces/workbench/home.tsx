/** The first page of the workbench. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayDay, today } from '#web/words/dates.ts';
import { nav } from './nav.tsx';
import { workbenchWords } from './words.ts';

function WorkbenchHome(): ReactNode {
  const say = useWords(workbenchWords);
  const language = useLanguage();
  const me = useMe();
  return (
    <>
      <PageHeader title={say.today} sub={`${sayDay(today(), language)} · ${say.todayLine}`} />
      <ul className="bench-doors yc-plain">
        {nav
          .filter(({ key, roles }) => key !== 'home' && hasRole(me, roles))
          .map(({ key, path, icon, words }) => (
            <li key={key}>
              <Link to={path}>
                <span aria-hidden="true">{icon}</span>
                {words[language]}
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}

export const page = definePage({ Component: WorkbenchHome });
