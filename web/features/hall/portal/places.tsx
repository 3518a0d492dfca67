/** The halls with how many wait in each; and what one holds oneself. */
import './queue.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { Mine } from './mine.tsx';
import { queueWords } from './words.ts';

function Places(): ReactNode {
  const say = useWords(queueWords);
  const language = useLanguage();
  const me = useMe();
  const found = useOp(hallContract.listPlaces, {}, { every: 30_000 });
  return (
    <div className="queue-page">
      <PageHeader title={say.title} sub={say.sub} back={{ to: '/', say: say.home }} />
      {me ? <Mine /> : null}
      <Query of={found} isEmpty={(all) => all.length === 0} empty={<Empty title={say.none} />}>
        {(all) => (
          <ul className="yc-plain queue-places">
            {all.map(({ outletId, name, nameEn, waiting, windows, says }) => (
              <li key={outletId}>
                <Link to="/queue/$id" params={{ id: outletId } as never}>
                  <strong>{pick(language, name, nameEn)}</strong>
                  <span>
                    {say.waiting(waiting)} · {say.windows(windows)}
                  </span>
                  {says ? <span className="yc-muted yc-small">{pick(language, says.zh, says.en)}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Query>
      <p>
        <Link to="/after-hours">{say.afterHours}</Link>
      </p>
    </div>
  );
}

export const page = definePage({ load: () => prefetch(hallContract.listPlaces, {}), Component: Places });
