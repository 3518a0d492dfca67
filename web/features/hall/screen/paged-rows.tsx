/** A list that is longer than its wall: as many whole rows as there is room for, and the next ones after some seconds. Nobody can scroll a wall. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { pagesOf, type Page } from './pages.ts';

const turnEvery = 10_000;

/** `children`: `li`, of any height. Where the list has all the room that it wants, as on a phone, it is an ordinary one. */
export function PagedRows(props: { className: string; children: ReactNode }): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [turn, setTurn] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const rows = [...list.current!.children].map((row) => (row as HTMLElement).offsetHeight);
      const found = pagesOf(rows, room.current!.clientHeight);
      setPages((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    // Rows that come or go, fonts that arrive, a screen that is turned.
    const seen = new ResizeObserver(measure);
    seen.observe(room.current!);
    seen.observe(list.current!);
    measure();
    return () => seen.disconnect();
  }, []);
  const count = pages.length;
  useEffect(() => {
    if (count < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), turnEvery);
    return () => clearInterval(timer);
  }, [count]);
  const page = count < 2 ? undefined : pages[turn % count];
  return (
    <div ref={room} className="screen-paged">
      <div style={page ? { height: page.height, overflow: 'hidden' } : undefined}>
        <ul
          ref={list}
          className={`yc-plain ${props.className}`}
          style={page ? { transform: `translateY(-${page.from}px)` } : undefined}
        >
          {props.children}
        </ul>
      </div>
      {page ? (
        <p className="screen-page yc-numbers" aria-hidden="true">
          {(turn % count) + 1} / {count}
        </p>
      ) : null}
    </div>
  );
}
