/** The first page of the workbench: what is to be done today, and the doors to everything else. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Today } from '#web/features/cases/workbench/today.tsx';
import { hasRole, useMe } from '#web/client/session.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { State } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayDay, today } from '#web/words/dates.ts';
import { LockOutlined } from '@ant-design/icons';
import { groupsOf } from './rail.tsx';
import { caseRoles, staffRoles } from './roles.ts';
import { workbenchWords } from './words.ts';

function WorkbenchHome(): ReactNode {
  const say = useWords(workbenchWords);
  const language = useLanguage();
  const me = useMe();
  if (!hasRole(me, staffRoles)) {
    // A resident who came here by a link: signed in, but without a post.
    return (
      <State icon={<LockOutlined aria-hidden="true" />} title={say.noPost} action={<a href="/">{say.toPortal}</a>}>
        {say.noPostWhat}
      </State>
    );
  }
  return (
    <div className="bench-home">
      <PageHeader title={say.today} sub={`${sayDay(today(), language)} · ${say.hello(me?.name ?? '')}`} />
      {hasRole(me, caseRoles) ? <Today /> : null}
      <nav className={hasRole(me, caseRoles) ? 'bench-all beside' : 'bench-all'} aria-label={say.all}>
        {groupsOf(me).map(({ key, words, entries }) => (
          <section key={key} aria-labelledby={`doors-${key}`}>
            <h2 id={`doors-${key}`}>{words[language]}</h2>
            <ul className="bench-doors yc-plain">
              {entries.map((entry) => (
                <li key={entry.key}>
                  <Link to={entry.path}>
                    <span aria-hidden="true">{entry.icon}</span>
                    {entry.words[language]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </div>
  );
}

export const page = definePage({ roles: ['resident'], Component: WorkbenchHome });
