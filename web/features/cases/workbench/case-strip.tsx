/** The work list as a narrow strip beside a case: `j` and `k` go to the next and the previous case. */
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { casesContract, type CaseLine } from '#modules/cases/contract';
import { DueLight } from '#web/ui/due.tsx';
import { useHotkeys } from '#web/ui/hotkeys.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Failing, Loading } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { deskWords } from './desk-words.ts';
import { conditionsIn, queryOf } from './filter.ts';
import { listWords } from './list-words.ts';
import { useBeat } from './use-beat.ts';
import { caseWords } from './words.ts';

export function CaseStrip(props: { id: string }): ReactNode {
  const say = useWords(deskWords);
  const list = useWords(listWords);
  const general = useWords(generalWords);
  const { states } = useWords(caseWords);
  const navigate = useNavigate();
  const [asked] = useAsked();
  const conditions = conditionsIn(asked);
  const rows = useRows(casesContract.workList, { query: queryOf(asked) });
  const scroller = useRef<HTMLDivElement>(null);
  const total = rows.total ?? 0;
  useBeat();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 68,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { want } = rows;
  useEffect(() => want(first, last), [want, first, last]);

  // Where the open case stood last: when it leaves the list by a step, the next one moves into its place.
  const place = useRef(-1);
  const here = Array.from({ length: Math.min(total, 2000) }, (_, at) => at).find((at) => rows.at(at)?.id === props.id);
  if (here !== undefined) place.current = here;
  const open = (row: CaseLine | undefined): void => {
    if (row) void navigate({ to: '/cases/$id', params: { id: row.id } as never, search: conditions as never });
  };
  const step = (by: 1 | -1): void => {
    const at = here === undefined ? (by === 1 ? Math.max(place.current, 0) : place.current - 1) : here + by;
    if (at < 0 || at >= total) return;
    virtual.scrollToIndex(at);
    open(rows.at(at));
  };
  useHotkeys([
    { key: 'j', say: say.next, run: () => step(1) },
    { key: 'k', say: say.previous, run: () => step(-1) },
    {
      key: 'Escape',
      say: say.back,
      run: () => void navigate({ to: '/cases', search: conditions as never }),
    },
  ]);
  useEffect(() => {
    if (here !== undefined) virtual.scrollToIndex(here, { align: 'auto' });
  }, [here === undefined]);
  return (
    <nav className="desk-strip" aria-label={list.listOf}>
      <div className="desk-strip-head">
        <Link to="/cases" search={conditions as never}>
          <ArrowLeftOutlined aria-hidden="true" /> {list.list}
        </Link>
        <span className="yc-muted yc-small yc-numbers" role="status">
          {rows.total === undefined ? '' : here === undefined ? general.table.total(total) : say.place(here + 1, total)}
        </span>
      </div>
      <div ref={scroller} className="desk-strip-scroll">
        {rows.total === undefined ? (
          rows.error ? (
            <Failing error={rows.error} onRetry={rows.retry} />
          ) : (
            <Loading rows={12} />
          )
        ) : (
          <ul className="yc-plain" style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start, key }) => {
              const row = rows.at(index);
              return (
                <li key={key} style={{ transform: `translateY(${start}px)` }}>
                  {row ? (
                    <Link
                      to="/cases/$id"
                      params={{ id: row.id } as never}
                      search={conditions as never}
                      className={row.id === props.id ? 'current' : ''}
                      aria-current={row.id === props.id ? 'page' : undefined}
                    >
                      <span className="desk-strip-line">
                        <strong>{row.itemName}</strong>
                        <DueLight
                          short
                          light={row.light}
                          overdue={(row.remaining ?? 0) < 0}
                          dueOn={row.targetOn ?? row.fatalOn ?? undefined}
                        />
                      </span>
                      <span className="desk-strip-line yc-muted yc-small">
                        <span>{row.applicantName}</span>
                        <span className="yc-numbers">
                          {row.number.split('-').at(-1)} · {states[row.state]}
                        </span>
                      </span>
                    </Link>
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </nav>
  );
}
