/** Neighbouring pages of one subject, as links above the page's content. */
import './link-tabs.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function LinkTabs(props: {
  label: string;
  tabs: readonly { to: string; label: string }[];
  /** Conditions of the address that hold for all of the pages, such as the hall that was chosen. */
  keep?: readonly string[];
}): ReactNode {
  const { keep = [] } = props;
  const kept = (before: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(before).filter(([name]) => keep.includes(name)));
  return (
    <nav className="yc-tabs" aria-label={props.label}>
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
