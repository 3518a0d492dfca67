/** What one has asked for oneself. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { afterhoursContract } from '#modules/afterhours/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { askWords } from './words.ts';

onLive('afterhours.', [afterhoursContract.myRequests]);

export function MyRequests(): ReactNode {
  const say = useWords(askWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const found = useOp(afterhoursContract.myRequests, { query: { limit: 20 } });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="stay-mine">
      <h2 id="stay-mine">{say.mine}</h2>
      <ul className="yc-plain yc-stack">
        {rows.map((row) => (
          <li key={row.id} className="stay-card">
            <strong>{pick(language, row.errandName, row.errandNameEn)}</strong> · {shared.states[row.state]}
            <p className="yc-muted yc-small">
              {shared.when(sayDay(row.day, language), shared.periods[row.period], sayTime(row.beginsAt))}
            </p>
            <Link to="/after-hours/$code" params={{ code: row.code } as never}>
              {say.look}
              <span className="yc-hidden"> {row.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
