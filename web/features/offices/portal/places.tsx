/** All places by distance, with what kind they are and whether they are open. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { officesContract, outletKinds } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import './offices.css';
import { OutletCard, type Scope } from './outlet-card.tsx';
import { PointChooser, usePoint } from './point.tsx';
import { Sketch } from './sketch.tsx';
import { officeWords } from './words.ts';

const step = 10;

/** `offers` when only those are wanted that offer an item; `title` then is the item's name. */
export function Places(props: {
  offers?: readonly { outletId: string; scope: Scope }[] | undefined;
  title?: string | undefined;
}): ReactNode {
  const say = useWords(officeWords);
  const [asked, ask] = useAsked();
  const [point] = usePoint();
  const [shown, setShown] = useState(step);
  const found = useOp(
    officesContract.listOutlets,
    { query: { limit: 500, ...(point ? { longitude: point.longitude, latitude: point.latitude } : {}) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  const scopes = props.offers && new Map(props.offers.map(({ outletId, scope }) => [outletId, scope]));
  return (
    <div className="yc-stack">
      <PageHeader title={say.title} sub={props.title ?? (point ? say.line : say.lineNoPoint)} />
      <PointChooser />
      <div className="offices-kinds" role="group" aria-label={say.kind}>
        {[undefined, ...outletKinds].map((kind) => (
          <button
            key={kind ?? ''}
            type="button"
            aria-pressed={asked.kind === kind}
            onClick={() => {
              setShown(step);
              ask({ kind });
            }}
          >
            {kind ? say.kinds[kind] : say.allKinds}
          </button>
        ))}
      </div>
      <Query of={found}>
        {({ rows }) => {
          const fits = rows.filter(
            ({ id, kind }) =>
              (asked.kind === undefined || kind === asked.kind) && (scopes === undefined || scopes.has(id)),
          );
          if (fits.length === 0) return <Empty title={say.none} />;
          return (
            <div className="offices-two">
              <div className="yc-stack">
                <ul className="yc-plain offices-list">
                  {fits.slice(0, shown).map((outlet) => (
                    <li key={outlet.id}>
                      <OutletCard outlet={outlet} scope={scopes?.get(outlet.id)} />
                    </li>
                  ))}
                </ul>
                {fits.length > shown ? (
                  <div>
                    <Button onClick={() => setShown(shown + step)}>
                      {say.showMore(Math.min(step, fits.length - shown))}
                    </Button>
                  </div>
                ) : null}
              </div>
              <Sketch outlets={fits} point={point} />
            </div>
          );
        }}
      </Query>
    </div>
  );
}
