/** Figures that are the sets of the list below them, each with its definition: a press shows what it counts. */
import './set-figures.css';
import type { ReactNode } from 'react';
import { colon } from '../words/language.ts';
import { useAsked } from './page.tsx';

/** The set that is chosen lies in the address as `set`; nothing there means `all`. */
export function SetFigures<S extends string>(props: {
  sets: readonly S[];
  counts: Readonly<Record<S, number>>;
  chosen: S;
  /** Red as soon as it is more than nothing. */
  red: S;
  say: { definition: string; sets: Readonly<Record<S, { name: string; what: string }>> };
  /** Further lines of the definitions. */
  children?: ReactNode;
}): ReactNode {
  const { sets, counts, say } = props;
  const [, ask] = useAsked();
  return (
    <>
      <ul className="yc-set-figures">
        {sets.map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-pressed={one === props.chosen}
              title={say.sets[one].what}
              onClick={() => ask({ set: one === 'all' ? undefined : one })}
            >
              <span className="yc-small">{say.sets[one].name}</span>
              <strong className={`yc-numbers ${one === props.red && counts[one] > 0 ? 'red' : ''}`}>
                {counts[one]}
              </strong>
            </button>
          </li>
        ))}
      </ul>
      <details className="yc-small">
        <summary>{say.definition}</summary>
        <ul>
          {sets.map((one) => (
            <li key={one}>
              {say.sets[one].name}
              {colon()}
              {say.sets[one].what}
            </li>
          ))}
          {props.children}
        </ul>
      </details>
    </>
  );
}
