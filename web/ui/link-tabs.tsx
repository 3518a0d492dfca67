/** Neighbouring pages of one subject, as links above the page's content. */
import './link-tabs.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function LinkTabs(props: { label: string; tabs: readonly { to: string; label: string }[] }): ReactNode {
  return (
    <nav className="yc-tabs" aria-label={props.label}>
      {props.tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'active' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
