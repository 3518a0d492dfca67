/** The parts of an item's page, and the links to them. */
import '#web/ui/link-tabs.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { editorWords } from './editor-words.ts';

export const parts = ['edit', 'form', 'guide', 'versions', 'places'] as const;
export type Part = (typeof parts)[number];

/** The parts of the item as links; which one lies in the address. What can be done stays in sight beside them. */
export function Parts(props: { shown: readonly Part[]; current: Part; actions?: ReactNode }): ReactNode {
  const { tabs: say } = useWords(editorWords);
  return (
    <div className="item-bar">
      <nav className="yc-tabs" aria-label={say.label}>
        {props.shown.map((part) => (
          <Link
            key={part}
            to="."
            search={(part === 'edit' ? {} : { part }) as never}
            aria-current={part === props.current ? 'page' : undefined}
            className={part === props.current ? 'active' : ''}
            activeProps={{}}
          >
            {say[part]}
          </Link>
        ))}
      </nav>
      {props.actions ? <div className="item-acts">{props.actions}</div> : null}
    </div>
  );
}
