/** What the pages of things that people brought in share: the steps that are possible now, what happened, and one's own list. */
import './record.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import { Instant } from './due.tsx';

/** One button for each step that is possible now; `next` is the filled one, the first unless said otherwise. */
export function StepButtons<S extends string>(props: {
  steps: readonly S[];
  verbs: Partial<Record<S, string>>;
  next?: S | undefined;
  danger?: readonly S[];
  /** Steps that are not possible yet; their words say from when. */
  notYet?: readonly S[];
  onStep: (step: S) => void;
}): ReactNode {
  const next = props.next ?? props.steps[0];
  return (
    <span className="yc-row">
      {props.steps.map((one) => (
        <Button
          key={one}
          {...(one === next ? { type: 'primary' as const } : {})}
          danger={props.danger?.includes(one) ?? false}
          disabled={props.notYet?.includes(one) ?? false}
          onClick={() => props.onStep(one)}
        >
          {props.verbs[one]}
        </Button>
      ))}
    </span>
  );
}

/** A step that was taken. */
export interface StepTaken {
  /** What was done, in words. */
  did: string;
  by: string;
  at: string;
  /** What else the line says, such as to whom. */
  more?: ReactNode;
  /** In words that it was too late; absent when it was not. */
  late?: string | undefined;
  text: string;
}

/** Everything that happened, the first first. */
export function History({ title, steps }: { title: string; steps: readonly StepTaken[] }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol className="yc-plain yc-stack">
        {steps.map(({ did, by, at, more, late, text }) => (
          <li key={at + did}>
            <strong>{did}</strong> {by} <Instant at={at} />
            {more}
            {late ? <span className="yc-record-red"> ▲ {late}</span> : null}
            {text ? <p className="yc-record-text">{text}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What one has brought in oneself, each with the way to its page; nothing when there is none. */
export function Mine<R extends { number: string; code: string }>(props: {
  title: string;
  rows: readonly R[];
  /** Its page, with `$code` for its code. */
  to: string;
  look: string;
  children: (row: R) => ReactNode;
}): ReactNode {
  const id = useId();
  if (props.rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <ul className="yc-plain yc-stack">
        {props.rows.map((row) => (
          <li key={row.code} className="yc-record-card">
            {props.children(row)}
            <Link to={props.to} params={{ code: row.code } as never}>
              {props.look}
              <span className="yc-hidden"> {row.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
