/** One's own applications to other districts among the matters; the way to a new one where any can be made. */
import '../exchange.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { useOp } from '#web/client/query.ts';
import { useWords } from '#web/words/language.ts';
import { TakenState } from '../taken-view.tsx';
import { exchangePortalWords } from './words.ts';

export function MyTaken(): ReactNode {
  const say = useWords(exchangePortalWords);
  const rows = useOp(exchangeContract.myTaken, { query: { limit: 20 } }).data?.rows ?? [];
  const offered = useOp(exchangeContract.findPartnerItems, { query: { limit: 1 } }, { staleTime: 600_000 }).data?.total;
  if (rows.length === 0 && !offered) return null;
  return (
    <section className="exchange-part" aria-labelledby="my-exchange">
      <h2 id="my-exchange">{say.mine}</h2>
      <ul className="yc-plain exchange-list">
        {rows.map((taken) => (
          <li key={taken.id}>
            <Link to="/mine/districts/$id" params={{ id: taken.id } as never} className="exchange-card">
              <span className="exchange-card-head">
                <strong>{taken.itemName}</strong>
                <TakenState taken={taken} />
              </span>
              <span className="yc-muted yc-small yc-numbers">
                {taken.partnerName} · {taken.number ?? taken.applicantName}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/districts">{say.apply}</Link>
      </p>
    </section>
  );
}
