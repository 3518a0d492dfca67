/** Tidal windows now, made for a phone: what is to be decided first, then what is under way, then every zone. A clerk sees what is asked of them. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { tidesContract as ops, type Advice, type TidesNow } from '#modules/tides/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayTime } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { oneByOne, useWords } from '#web/words/language.ts';
import { AdviceCard, AdviceLine, RequestCard } from './advice-card.tsx';
import { TidesFrame, tideRoles } from './tides-frame.tsx';
import { tidesWords } from './words.ts';
import { Zones } from './zones.tsx';

function Tides(): ReactNode {
  const say = useWords(tidesWords);
  const me = useMe();
  if (!hasRole(me, tideRoles)) return <Requests />;
  return (
    <>
      {hasRole(me, ['clerk']) ? <Requests quiet /> : null}
      <TidesFrame sub={say.sub}>{(outletId) => <Now key={outletId} outletId={outletId} />}</TidesFrame>
    </>
  );
}

function Now({ outletId }: { outletId: string }): ReactNode {
  const found = useOp(ops.showTides, { params: { id: outletId } }, { every: 30_000 });
  return (
    <Query of={found}>
      {(now) => (
        <>
          <Decisions now={now} />
          <Zones outletId={outletId} now={now} />
          <Free outletId={outletId} now={now} />
        </>
      )}
    </Query>
  );
}

/** What was open here and is not any more is shown once with what became of it. */
function useEnded(advices: readonly Advice[]): string[] {
  const before = useRef(new Set<string>());
  const [ended, setEnded] = useState<string[]>([]);
  useEffect(() => {
    const there = new Set(advices.map(({ id }) => id));
    const gone = [...before.current].filter((id) => !there.has(id));
    if (gone.length > 0) setEnded((all) => [...gone, ...all].slice(0, 3));
    before.current = there;
  }, [advices]);
  return ended;
}

function Decisions({ now }: { now: TidesNow }): ReactNode {
  const say = useWords(tidesWords);
  const mayDecide = hasRole(useMe(), ['office']);
  const open = now.advices.filter(({ state }) => state === 'open');
  const others = now.advices.filter(({ state }) => state !== 'open');
  const ended = useEnded(now.advices);
  return (
    <>
      <section aria-labelledby="tides-open" aria-live="polite">
        <h2 id="tides-open">{say.open}</h2>
        {open.length === 0 ? (
          <p className="yc-panel">
            <strong>{say.openNone}</strong>
            <br />
            <span className="yc-muted">
              {!now.active ? say.off : now.watches ? say.openNoneWhat(now.abovePercent) : say.closed}
            </span>
          </p>
        ) : (
          <ul className="yc-plain tides-advices">
            {open.map((advice) => (
              <AdviceCard key={advice.id} advice={advice} mayDecide={mayDecide} />
            ))}
          </ul>
        )}
      </section>
      {others.length + ended.length > 0 ? (
        <section aria-labelledby="tides-running">
          <h2 id="tides-running">{say.underWay}</h2>
          <ul className="yc-plain tides-lines">
            {others.map((advice) => (
              <AdviceLine key={advice.id} advice={advice} />
            ))}
            {ended.map((id) => (
              <Ended key={id} id={id} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Ended({ id }: { id: string }): ReactNode {
  const found = useOp(ops.getAdvice, { params: { id } });
  return found.data ? <AdviceLine advice={found.data} /> : null;
}

function Free({ outletId, now }: { outletId: string; now: TidesNow }): ReactNode {
  const say = useWords(tidesWords);
  const zoneName = useZoneName(outletId);
  return (
    <section aria-labelledby="tides-free">
      <h2 id="tides-free">{say.free}</h2>
      <p className="yc-muted yc-small">{say.freeWhat}</p>
      {now.free.length === 0 ? (
        <p className="yc-muted">{say.freeNone}</p>
      ) : (
        <ul className="yc-plain tides-free">
          {now.free.map(({ name, leftAt, zones, hindrance }) => (
            <li key={`${name} ${leftAt}`}>
              {say.leftAt(name, sayTime(leftAt))}
              <span className="yc-muted">
                {' · '}
                {hindrance ? say.hindrances[hindrance] : say.couldOpen(oneByOne(zones.map(zoneName)))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the clerk who looks is asked to do. */
function Requests({ quiet = false }: { quiet?: boolean }): ReactNode {
  const say = useWords(tidesWords);
  const found = useOp(ops.myRequests, {}, { every: 20_000 });
  const list = (all: readonly Advice[]): ReactNode => (
    <ul className="yc-plain tides-advices">
      {all.map((advice) => (
        <RequestCard key={advice.id} advice={advice} />
      ))}
    </ul>
  );
  if (quiet) return found.data && found.data.length > 0 ? list(found.data) : null;
  return (
    <div className="tides">
      <PageHeader title={say.title} />
      <Query
        of={found}
        isEmpty={(all) => all.length === 0}
        empty={<Empty title={say.askedNone}>{say.askedNoneWhat}</Empty>}
      >
        {list}
      </Query>
    </div>
  );
}

export const page = definePage({ roles: ['clerk', ...tideRoles], Component: Tides });
