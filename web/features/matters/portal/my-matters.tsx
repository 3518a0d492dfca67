/** The matters of several parts among one's own; nothing is drawn when there is none. */
import '../matters.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isDecided, mattersContract } from '#modules/matters/contract';
import { useOp } from '#web/client/query.ts';
import { useWords } from '#web/words/language.ts';
import { MatterState } from './matter.tsx';
import { matterWords } from './words.ts';

export function MyMatters(): ReactNode {
  const say = useWords(matterWords);
  const found = useOp(mattersContract.myMatters, { query: { limit: 20 } });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="matters-section" aria-labelledby="my-matters">
      <h2 id="my-matters">{say.matters}</h2>
      <ul className="yc-plain matters-list">
        {rows.map((matter) => (
          <li key={matter.id}>
            <Link to="/mine/matters/$id" params={{ id: matter.id } as never} className="matters-card">
              <span className="matters-card-head">
                <strong>{matter.eventName}</strong>
                <MatterState matter={matter} />
              </span>
              <span>
                {say.progress(matter.members.filter(({ fate }) => isDecided(fate)).length, matter.members.length)}
              </span>
              <span className="yc-muted yc-small yc-numbers">
                {matter.number} · {matter.applicantName}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
