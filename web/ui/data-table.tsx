/**
 * A long list: fixed head, rows drawn only where one looks, columns chosen once, order and filters in the address, keys
 * (`j` `k` Enter), and a count that is the list's own total. On a phone each row becomes a card.
 */
import './data-table.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useEffect, useId, useRef, useState, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';
import { useHotkeys } from './hotkeys.tsx';
import { useMedia } from './preferences.ts';
import type { Rows } from './rows.ts';
import { Empty, Failing, Loading } from './states.tsx';
import { ColumnHead, gridOf, useColumns, type Column } from './table-columns.tsx';

export type { Column } from './table-columns.tsx';

export interface DataTableProps<R> {
  /** Under this name the choice of columns is kept. */
  name: string;
  /** What the list is, for those who do not see it. */
  label: string;
  columns: readonly Column<R>[];
  rows: Rows<R>;
  rowKey: (row: R) => string;
  /** Where Enter, and the link in the first column, lead. */
  to?: (row: R) => string;
  /** In place of `to`: what Enter and a click do. */
  onOpen?: (row: R) => void;
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  /** Filters, at the left above the table. */
  filters?: ReactNode;
  /** Conditions are set: an empty list says so, whatever it says without them. */
  filtered?: boolean;
  /** Buttons at the right above the table: export, new. */
  actions?: ReactNode;
  empty?: ReactNode;
  /** Rows can be ticked (key `x`). */
  chosen?: { keys: ReadonlySet<string>; set(keys: Set<string>): void };
  /** Height of the scrolling part; otherwise what the window leaves. */
  height?: string;
  /** The row shown beside the list, where there is one. */
  current?: string | undefined;
}

/** What does not fit into its cell is told to whoever points at it. */
function tellWhatIsCut({ currentTarget: cell }: MouseEvent<HTMLElement>): void {
  cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}

export function DataTable<R>(props: DataTableProps<R>): ReactNode {
  const { rows, rowKey, to, onOpen, chosen } = props;
  const say = useWords(generalWords);
  const id = useId();
  const { shown, chooser } = useColumns(props.name, props.columns);
  const cards = useMedia('(max-width: 44rem)');
  const [active, setActive] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const total = rows.total ?? 0;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? 7 : 2.625) * rem,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { want, list } = rows;
  const { stale } = rows;
  useEffect(() => {
    // While another list is on its way, the place on the screen is that of the former one.
    if (!stale) want(first, last);
  }, [want, first, last, stale]);
  useEffect(() => {
    setActive(-1);
    scroller.current?.scrollTo({ top: 0 });
  }, [list]);
  useEffect(() => virtual.measure(), [cards, rem]);

  const go = (index: number): void => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    // From here on Enter means the row, not the button that was pressed last.
    scroller.current?.focus({ preventScroll: true });
  };
  const open = (row: R | undefined): void => {
    if (!row) return;
    if (onOpen) onOpen(row);
    else if (to) void navigate({ to: to(row) });
  };
  const tick = (row: R): void => {
    if (!chosen) return;
    const keys = new Set(chosen.keys);
    if (!keys.delete(rowKey(row))) keys.add(rowKey(row));
    chosen.set(keys);
  };
  const opens = Boolean(to ?? onOpen);
  const activeRow = active < 0 ? undefined : rows.at(active);
  useHotkeys(
    [
      { key: 'j', say: say.hotkeys.down, run: () => go(active + 1) },
      { key: 'k', say: say.hotkeys.up, run: () => go(active - 1) },
      { key: 'ArrowDown', run: () => go(active + 1) },
      { key: 'ArrowUp', run: () => go(active - 1) },
      ...(opens ? [{ key: 'Enter', say: say.hotkeys.open, run: () => open(activeRow) }] : []),
      ...(chosen ? [{ key: 'x', say: say.hotkeys.tick, run: () => activeRow && tick(activeRow) }] : []),
    ],
    total > 0,
  );

  const draw = (row: R, index: number): ReactNode =>
    shown.map((column, at) => {
      const content = column.render(row);
      // A card has no place to keep free for what is not there.
      if (cards && at > 0 && (content === '' || content === null || content === undefined)) return null;
      return (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={at + 1}
          className={`yc-cell ${column.align ?? ''}`}
          onMouseEnter={tellWhatIsCut}
        >
          {cards && at > 0 ? <span className="yc-cell-name">{column.title}</span> : null}
          {at === 0 && chosen ? (
            <Checkbox
              checked={chosen.keys.has(rowKey(row))}
              onChange={() => tick(row)}
              onClick={(event) => event.stopPropagation()}
              aria-label={say.table.rowOf(index + 1, total)}
            />
          ) : null}
          {at === 0 && to ? (
            <Link to={to(row)} className="yc-cell-link" onClick={(event) => event.stopPropagation()}>
              {content}
            </Link>
          ) : (
            content
          )}
        </div>
      );
    });

  const { columns, width } = gridOf(shown, chosen !== undefined);
  const grid = { '--yc-columns': columns, minWidth: cards ? 0 : width } as CSSProperties;
  return (
    <section className="yc-table" aria-label={props.label}>
      <div className="yc-table-bar">
        <div className="yc-row yc-table-filters">{props.filters}</div>
        <div className="yc-row">
          <span className="yc-muted yc-numbers" role="status">
            {rows.more ? '≥ ' : ''}
            {rows.total === undefined ? '' : say.table.total(rows.total)}
          </span>
          {props.actions}
          {cards ? null : chooser}
        </div>
      </div>
      {rows.total === undefined ? (
        rows.error ? (
          <Failing error={rows.error} onRetry={rows.retry} />
        ) : (
          <Loading rows={10} />
        )
      ) : total === 0 ? (
        props.filtered ? (
          <Empty filtered />
        ) : (
          (props.empty ?? <Empty />)
        )
      ) : (
        <div
          ref={scroller}
          className={`yc-table-scroll${cards ? ' cards' : ''}${rows.stale ? ' stale' : ''}`}
          style={props.height ? { maxHeight: props.height } : undefined}
          role="grid"
          aria-label={props.label}
          aria-rowcount={total + 1}
          aria-colcount={shown.length}
          aria-busy={rows.stale}
          tabIndex={0}
          aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
        >
          <div className="yc-table-wide" style={grid}>
            <div role="row" aria-rowindex={1} className="yc-table-head">
              {shown.map((column, at) => (
                <ColumnHead key={column.key} column={column} index={at} sort={props.sort} onSort={props.onSort} />
              ))}
            </div>
            <div role="rowgroup" className="yc-table-body" style={{ height: virtual.getTotalSize() }}>
              {items.map(({ index, start, key }) => {
                const row = rows.at(index);
                const current = row !== undefined && props.current !== undefined && rowKey(row) === props.current;
                return (
                  <div
                    key={key}
                    id={`${id}-${index}`}
                    ref={cards ? virtual.measureElement : undefined}
                    data-index={index}
                    role="row"
                    aria-rowindex={index + 2}
                    aria-selected={index === active}
                    className={`yc-table-row${index === active ? ' active' : ''}${current ? ' current' : ''}${opens ? ' opens' : ''}`}
                    style={{ transform: `translateY(${start}px)` }}
                    onClick={() => {
                      setActive(index);
                      open(row);
                    }}
                  >
                    {row === undefined ? (
                      <div role="gridcell" className="yc-cell yc-cell-wait" aria-label={say.table.notYet} />
                    ) : (
                      draw(row, index)
                    )}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      )}
    </section>
  );
}
