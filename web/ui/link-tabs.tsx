/** Neighbouring pages of one subject, as links above the page's content. */
import './link-tabs.css';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

export function LinkTabs(props: {
  label: string;
  tabs: readonly { to: string; label: string }[];
  /** Conditions of the address that hold for all of the pages, such as the hall that was chosen. */
  keep?: readonly string[];
}): ReactNode {
  const { keep = [] } = props;
  const kept = (before: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(before).filter(([name]) => keep.includes(name)));
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tabs go beyond the edge: the page's own is brought into the middle.
  useEffect(() => {
    const here = bar.current?.querySelector('.active');
    if (!bar.current || !here) return;
    const [all, one] = [bar.current.getBoundingClientRect(), here.getBoundingClientRect()];
    bar.current.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2;
  }, [pathname]);
  return (
    <nav ref={bar} className="yc-tabs" aria-label={props.label}>
      {props.tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          search={kept as never}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'active' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
