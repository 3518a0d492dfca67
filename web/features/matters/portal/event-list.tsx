/** Life events as cards: on the front page, and above the items that a search has found. */
import '../matters.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { matterWords } from './words.ts';

const slowly = { staleTime: 5 * 60_000 };

/** Nothing is drawn where there is none, nor while it is read: it stands beside what the page is about. */
export function EventList(props: { find?: string; title: string }): ReactNode {
  const say = useWords(matterWords);
  const language = useLanguage();
  const { find } = props;
  const found = useOp(mattersContract.listLifeEvents, { query: find ? { find: find.slice(0, 200) } : {} }, slowly);
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="home-part matters-section" aria-labelledby="life-events">
      <h2 id="life-events">{props.title}</h2>
      <ul className="yc-plain matters-events">
        {rows.slice(0, find ? 2 : 12).map((event) => (
          <li key={event.id}>
            <Link to="/life-events/$id" params={{ id: event.id } as never}>
              <strong>{pick(language, event.name, event.nameEn)}</strong>
              <span className="yc-muted yc-small">{say.eventLine(event.memberCount, event.departmentCount)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
