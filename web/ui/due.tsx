/** Time: traffic light, deadline, and dates as people say them with the exact one on hover. */
import './due.css';
import type { LightReading } from '#modules/deadlines/contract';
import type { ReactNode } from 'react';
import { exactInstant, sayDay, sayInstant, sayMoney, sayNearDay, sayRemaining, sayShortDay } from '../words/dates.ts';
import { generalWords } from '../words/general.ts';
import { useLanguage, useWords } from '../words/language.ts';

// Shapes differ as much as colours: round, triangle, square, two bars.
const shapes: Record<LightReading['light'], string> = {
  green: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  yellow: 'M8 1.5 15 14H1z',
  red: 'M2.5 2.5h11v11h-11z',
  paused: 'M3 2h3.5v12H3zM9.5 2H13v12H9.5z',
  none: 'M2 7h12v2H2z',
};

/** The traffic light: colour, shape and word. `short` leaves out what remains. */
export function DueLight(props: LightReading & { short?: boolean; dueOn?: string | undefined }): ReactNode {
  const { light, remaining, overdue } = props;
  const { due } = useWords(generalWords);
  const language = useLanguage();
  const counted = !props.short && remaining !== undefined && light !== 'none' && light !== 'paused';
  return (
    <span className={`yc-light ${light}`} title={props.dueOn ? sayDay(props.dueOn, language) : undefined}>
      <svg viewBox="0 0 16 16" width="0.75em" height="0.75em" aria-hidden="true">
        <path d={shapes[light]} fill="currentColor" />
      </svg>
      {counted ? sayRemaining(remaining, overdue, language) : due[light]}
      {/* Three days left may be yellow or green: the word says which. */}
      {counted ? <span className="yc-hidden">{due[light]}</span> : null}
    </span>
  );
}

/** A deadline with its name, day, light and, beyond the published calendar, the word 暂定. */
export function Deadline(props: {
  kind: 'target' | 'fatal';
  dueOn: string | undefined;
  reading: LightReading;
  provisional?: boolean;
  /** Why the clock stands still, or which rule counts; under the date. */
  why?: ReactNode;
}): ReactNode {
  const { due } = useWords(generalWords);
  const language = useLanguage();
  return (
    <div className="yc-deadline">
      <div className="yc-muted yc-small">{due[props.kind]}</div>
      <div className="yc-row">
        <strong className="yc-numbers">{props.dueOn ? <Day on={props.dueOn} /> : due.none}</strong>
        {props.dueOn && props.reading.light !== 'none' ? <DueLight {...props.reading} /> : null}
        {props.provisional ? (
          <span className="yc-provisional" title={due.provisionalWhy} lang={language}>
            {due.provisional}
          </span>
        ) : null}
      </div>
      {props.why ? <div className="yc-muted yc-small">{props.why}</div> : null}
    </div>
  );
}

/** 10月10日 周五, and 2026-10-10 on hover. `near` says 今天 and 明天; `short` leaves the weekday to the hover. */
export function Day(props: { on: string; near?: boolean; short?: boolean }): ReactNode {
  const language = useLanguage();
  const say = props.short ? sayShortDay : props.near ? sayNearDay : sayDay;
  return (
    <time dateTime={props.on} title={props.short ? `${props.on} ${sayDay(props.on, language)}` : props.on}>
      {say(props.on, language)}
    </time>
  );
}

/** 今天 09:30, and the second on hover. */
export function Instant(props: { at: string }): ReactNode {
  const language = useLanguage();
  return (
    <time dateTime={props.at} title={exactInstant(props.at)}>
      {sayInstant(props.at, language)}
    </time>
  );
}

/** An amount in fen. */
export function Money(props: { fen: number }): ReactNode {
  return <span className="yc-numbers">{sayMoney(props.fen, useLanguage())}</span>;
}
