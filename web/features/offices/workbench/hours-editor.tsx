/** The side panel of opening hours: each weekday's spans, and single days that are otherwise. */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { officesContract, type Hours } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { useWords } from '#web/words/language.ts';
import {
  bodyOfHours,
  draftOfHours,
  faultOfException,
  faultOfSpans,
  saySpans,
  timeOf,
  usualSpans,
  type Exception,
  type HoursDraft,
  type Span,
} from './hours.ts';
import { hoursWords } from './hours-words.ts';

export function HoursEditor(props: { hours: Hours; onClose: () => void; onSaved: (saved: Hours) => void }): ReactNode {
  const { hours } = props;
  const say = useWords(hoursWords);
  const days = say.weekdays.split(',');
  const edit = useEdit<Hours, HoursDraft>({
    row: hours,
    read: draftOfHours,
    check: ({ weekly, exceptions }) => {
      const wrong: Faults<HoursDraft> = {};
      const day = weekly.map(faultOfSpans).find((fault) => fault !== undefined);
      if (day) wrong.weekly = say.faults[day];
      const exception = exceptions
        .map((_, at) => faultOfException(exceptions, at))
        .find((fault) => fault !== undefined);
      if (exception) wrong.exceptions = say.faults[exception];
      return wrong;
    },
  });
  const { draft, set, fault } = edit;
  const setDay = (at: number, spans: Span[]): void =>
    set({ weekly: draft.weekly.map((before, index) => (index === at ? spans : before)) });
  const setException = (at: number, change: Partial<Exception>): void =>
    set({ exceptions: draft.exceptions.map((before, index) => (index === at ? { ...before, ...change } : before)) });
  return (
    <EditDrawer
      open
      title={say.edit}
      edit={edit}
      width={640}
      names={{ weekly: say.weekly, exceptions: say.exceptions }}
      sayValue={(name, value) =>
        name === 'weekly'
          ? (value as Span[][]).map((spans, at) => `${days[at]} ${saySpans(spans) || say.closed}`).join(', ')
          : (value as Exception[]).map(({ on, spans }) => `${on} ${saySpans(spans) || say.closed}`).join(', ')
      }
      onClose={props.onClose}
      onSave={async (now, version) => {
        const body = { ...bodyOfHours(now), version: version ?? 0 };
        props.onSaved(await call(officesContract.saveHours, { params: { id: hours.outletId }, body }));
      }}
    >
      <fieldset className="hours-week">
        <legend>{say.weekly}</legend>
        <p className="yc-muted yc-small">{say.holidays}</p>
        {days.map((day, at) => (
          <div key={day} className="hours-day">
            <span>{day}</span>
            <Spans
              day={day}
              spans={draft.weekly[at] ?? []}
              shows={fault('weekly') !== undefined}
              onChange={(spans) => setDay(at, spans)}
            />
          </div>
        ))}
        <div className="yc-row">
          {draft.weekly.every((spans) => spans.length === 0) ? (
            <Button
              size="small"
              onClick={() => set({ weekly: draft.weekly.map((_, at) => (at < 5 ? [...usualSpans] : [])) })}
            >
              {say.usual}
            </Button>
          ) : (
            <Button
              size="small"
              onClick={() =>
                set({ weekly: draft.weekly.map((spans, at) => (at > 0 && at < 5 ? [...draft.weekly[0]!] : spans)) })
              }
            >
              {say.copy}
            </Button>
          )}
        </div>
      </fieldset>
      <fieldset className="hours-exceptions">
        <legend>{say.exceptions}</legend>
        <p className="yc-muted yc-small">{say.exceptionsHint}</p>
        {draft.exceptions.map((exception, at) => {
          const wrong = faultOfException(draft.exceptions, at);
          const shown = fault('exceptions') !== undefined && (wrong === 'day' || wrong === 'twice') ? wrong : undefined;
          return (
            <div key={at} className="hours-exception">
              <EditText
                label={say.on}
                kind="date"
                value={exception.on}
                fault={shown ? say.faults[shown] : undefined}
                onChange={(on) => setException(at, { on })}
              />
              <EditText
                label={say.note}
                optional
                maxLength={100}
                placeholder={say.noteHint}
                value={exception.note}
                onChange={(note) => setException(at, { note })}
              />
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={say.removeException(exception.on)}
                onClick={() => set({ exceptions: draft.exceptions.filter((_, index) => index !== at) })}
              />
              <div className="hours-exception-open">
                <Radio.Group
                  size="small"
                  optionType="button"
                  aria-label={exception.on}
                  value={exception.spans.length > 0}
                  options={[
                    { value: false, label: say.closedThatDay },
                    { value: true, label: say.openThatDay },
                  ]}
                  onChange={({ target }) => setException(at, { spans: target.value ? [...usualSpans] : [] })}
                />
                {exception.spans.length > 0 ? (
                  <Spans
                    day={exception.on}
                    spans={exception.spans}
                    shows={fault('exceptions') !== undefined}
                    onChange={(spans) => setException(at, { spans })}
                  />
                ) : null}
              </div>
            </div>
          );
        })}
        <Button
          icon={<PlusOutlined />}
          disabled={draft.exceptions.length >= 400}
          onClick={() => set({ exceptions: [...draft.exceptions, { on: '', spans: [], note: '' }] })}
        >
          {say.addException}
        </Button>
      </fieldset>
    </EditDrawer>
  );
}

/** The spans of one day; the fault of the day below them. */
function Spans(props: {
  day: string;
  spans: readonly Span[];
  shows: boolean;
  onChange: (spans: Span[]) => void;
}): ReactNode {
  const { day, spans, onChange } = props;
  const say = useWords(hoursWords);
  const fault = props.shows ? faultOfSpans(spans) : undefined;
  const change = (at: number, to: Partial<Span>): void =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...to } : span)));
  return (
    <div className={`hours-spans${fault ? ' faulty' : ''}`}>
      {spans.length === 0 ? <span className="yc-muted">{say.closed}</span> : null}
      {spans.map((span, at) => (
        <span key={at} className="hours-span">
          <TimeInput
            value={span.opens}
            label={say.opens(day)}
            faulty={fault !== undefined}
            onChange={(opens) => change(at, { opens })}
          />
          {say.to}
          <TimeInput
            value={span.closes}
            label={say.closes(day)}
            faulty={fault !== undefined}
            onChange={(closes) => change(at, { closes })}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={say.removeSpan(day)}
            onClick={() => onChange(spans.filter((_, index) => index !== at))}
          />
        </span>
      ))}
      {spans.length < 6 ? (
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={say.addSpanOf(day)}
          title={say.addSpan}
          onClick={() =>
            onChange([
              ...spans,
              spans.length === 1
                ? { ...usualSpans[1]! }
                : { ...(usualSpans[spans.length] ?? { opens: '', closes: '' }) },
            ])
          }
        />
      ) : null}
      {fault ? (
        <p className="yc-fault" role="alert">
          {say.faults[fault]}
        </p>
      ) : null}
    </div>
  );
}

/** A time of day in 24 hours, whatever the browser's own clock face; 930 and 9:30 become 09:30. */
function TimeInput(props: {
  value: string;
  label: string;
  faulty: boolean;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <Input
      value={props.value}
      inputMode="numeric"
      maxLength={5}
      placeholder="09:00"
      aria-label={props.label}
      className="yc-numbers"
      onChange={({ target }) => props.onChange(target.value)}
      onBlur={() => props.onChange(timeOf(props.value))}
      {...(props.faulty ? { status: 'error' as const, 'aria-invalid': true } : {})}
    />
  );
}
