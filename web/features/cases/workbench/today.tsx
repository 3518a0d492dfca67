/** What is to be done today: how much of each kind, and the cases that come first. Counts are the lists' own totals. */
import './today.css';
import './live.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DueLight } from '#web/ui/due.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { queryOf, type Conditions } from './filter.ts';
import { todayWords } from './today-words.ts';
import { useBeat } from './use-beat.ts';
import { caseWords } from './words.ts';

const views = {
  mine: { holder: 'me' },
  decide: { state: 'examined' },
  new: { state: 'submitted' },
  asked: { wants: 'extension' },
  free: { holder: 'nobody' },
  soon: { light: 'yellow' },
  late: { light: 'red' },
  open: {},
} as const satisfies Record<string, Conditions>;
type View = keyof typeof views;

/** Whose eyes are on what: those who hold cases, those who decide, those who look on. */
function useViews(): { tiles: readonly View[]; first: 'mine' | 'decide' | 'late' | 'free' } {
  const me = useMe();
  if (hasRole(me, ['head']))
    return { tiles: ['decide', 'asked', 'mine', 'new', 'soon', 'late', 'open'], first: 'decide' };
  if (hasRole(me, ['examiner'])) return { tiles: ['mine', 'free', 'new', 'soon', 'late', 'open'], first: 'mine' };
  if (hasRole(me, ['clerk'])) return { tiles: ['mine', 'new', 'free', 'soon', 'late', 'open'], first: 'mine' };
  return { tiles: ['new', 'free', 'soon', 'late', 'open'], first: 'late' };
}

export function Today(): ReactNode {
  const say = useWords(todayWords);
  const { tiles, first } = useViews();
  useBeat();
  return (
    <div className="today">
      <ul className="yc-plain today-tiles" aria-label={say.counts}>
        {tiles.map((view) => (
          <Tile key={view} view={view} />
        ))}
      </ul>
      <p className="yc-muted yc-small">{say.lateMeans}</p>
      <First view={first} />
    </div>
  );
}

function Tile({ view }: { view: View }): ReactNode {
  const say = useWords(todayWords);
  const conditions = views[view];
  const query = useOp(casesContract.workList, { query: { ...queryOf(conditions), limit: 1 } });
  const total = query.data?.total;
  return (
    <li>
      <Link
        to="/cases"
        search={conditions as never}
        className={`today-tile ${view}${view === 'late' && total ? ' alarming' : ''}`}
      >
        <span>{say[view]}</span>
        <strong className="yc-numbers">
          {total === undefined ? (query.error ? '–' : '…') : total}
          {query.data?.more ? '+' : ''}
        </strong>
      </Link>
    </li>
  );
}

function First({ view }: { view: 'mine' | 'decide' | 'late' | 'free' }): ReactNode {
  const say = useWords(todayWords);
  const { states } = useWords(caseWords);
  const conditions = views[view];
  const query = useOp(casesContract.workList, { query: { ...queryOf(conditions), limit: 8 } });
  return (
    <section className="yc-panel" aria-labelledby="today-first">
      <h2 id="today-first">{say.first[view]}</h2>
      <Query
        of={query}
        loading={<Loading rows={5} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="yc-muted">{say.none[view]}</p>}
      >
        {({ rows, total }) => (
          <>
            <ul className="yc-plain today-first">
              {rows.map((row) => (
                <li key={row.id}>
                  <Link to="/cases/$id" params={{ id: row.id } as never} search={conditions as never}>
                    <strong>{row.itemName}</strong>
                    <span className="yc-muted">{row.applicantName}</span>
                    <span className="yc-muted yc-numbers">{row.number}</span>
                    <span>{states[row.state]}</span>
                    <DueLight
                      light={row.light}
                      overdue={(row.remaining ?? 0) < 0}
                      {...(row.remaining === null ? {} : { remaining: row.remaining })}
                      dueOn={row.targetOn ?? row.fatalOn ?? undefined}
                    />
                  </Link>
                </li>
              ))}
            </ul>
            {total > rows.length ? (
              <Link to="/cases" search={conditions as never}>
                {say.all(total)}
              </Link>
            ) : null}
          </>
        )}
      </Query>
    </section>
  );
}
