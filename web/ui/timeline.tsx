/** What happened, and what is to come. */
import './timeline.css';
import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';
import { Instant } from './due.tsx';

export interface TimelineEntry {
  key: string;
  at: string;
  /** What was done: 受理. */
  title: ReactNode;
  /** Who, where, in which role. */
  by?: ReactNode;
  /** By which article. */
  basis?: ReactNode;
  children?: ReactNode;
  tone?: 'normal' | 'good' | 'bad';
}

/** A trail: newest first unless said otherwise; who did what, where, by which article. */
export function Timeline(props: { entries: readonly TimelineEntry[]; label: string }): ReactNode {
  return (
    <ol className="yc-timeline yc-plain" aria-label={props.label}>
      {props.entries.map(({ key, at, title, by, basis, children, tone }) => (
        <li key={key} className={tone ?? 'normal'}>
          <div className="yc-timeline-line">
            <strong>{title}</strong>
            <span className="yc-muted yc-small yc-numbers">
              <Instant at={at} />
            </span>
          </div>
          {by ? <div className="yc-small">{by}</div> : null}
          {basis ? <div className="yc-muted yc-small">{basis}</div> : null}
          {children}
        </li>
      ))}
    </ol>
  );
}

export interface Step {
  key: string;
  title: ReactNode;
  state: 'done' | 'current' | 'waiting';
  /** When it was done, or until when. */
  note?: ReactNode;
}

/** The way of a matter like a parcel's: done, now, to come. Across where there is room, down on a phone. */
export function StepList(props: { steps: readonly Step[]; label: string }): ReactNode {
  const { steps: say } = useWords(generalWords);
  return (
    <ol className="yc-steps yc-plain" aria-label={props.label}>
      {props.steps.map(({ key, title, state, note }) => (
        <li key={key} className={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="yc-step-dot" aria-hidden="true">
            {state === 'done' ? <CheckOutlined aria-hidden="true" /> : null}
          </span>
          <span>
            {title}
            <span className="yc-hidden"> ({say[state]})</span>
            {note ? <span className="yc-step-note">{note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
