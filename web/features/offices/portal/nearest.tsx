/** Where an item can be done, the nearest first: a part of its guide. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import './offices.css';
import { OutletCard, type Scope } from './outlet-card.tsx';
import { PointChooser, usePoint } from './point.tsx';
import { officeWords } from './words.ts';

export function Nearest(props: {
  /** The outlets that offer it, and how far; empty: nobody said so, then the halls do. */
  offers: readonly { outletId: string; scope: Scope }[];
  /** For the page with all places. */
  itemId: string;
}): ReactNode {
  const { offers } = props;
  const say = useWords(officeWords);
  const [point] = usePoint();
  const found = useOp(
    officesContract.listOutlets,
    { query: { limit: 500, ...(point ? { longitude: point.longitude, latitude: point.latitude } : {}) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  const scopes = new Map(offers.map(({ outletId, scope }) => [outletId, scope]));
  return (
    <div className="offices-part">
      <PointChooser />
      <Query of={found}>
        {({ rows }) => {
          const fits = rows.filter(({ id, kind }) => (offers.length > 0 ? scopes.has(id) : kind === 'hall'));
          return (
            <>
              {fits.length === 0 ? <p className="yc-muted">{say.none}</p> : null}
              <ul className="yc-plain offices-list">
                {fits.slice(0, 3).map((outlet) => (
                  <li key={outlet.id}>
                    <OutletCard outlet={outlet} scope={scopes.get(outlet.id)} />
                  </li>
                ))}
              </ul>
              {fits.length > 3 ? (
                <p>
                  <Link to="/places" search={{ item: props.itemId } as never}>
                    {say.more} ({fits.length})
                  </Link>
                </p>
              ) : null}
            </>
          );
        }}
      </Query>
    </div>
  );
}
