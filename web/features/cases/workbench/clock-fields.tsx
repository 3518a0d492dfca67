/** What the dialogs of the clock ask: special procedures, more time, mistakes. */
import { Radio, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { specialProcedures, type CaseWhole } from '#modules/cases/contract';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { clockStepWords } from './clock-step-words.ts';
import type { StepDraft } from './step-draft.ts';
import { TextField, type StepFieldsProps } from './step-field.tsx';
import { stepWords } from './step-words.ts';

type Procedure = StepDraft['procedure'];

/** The day on which it takes effect, and why it is not today. */
export function DatedFields({ draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(clockStepWords);
  return (
    <>
      <TextField label={say.on} value={draft.on} onChange={(on) => set({ on })} type="date" />
      {draft.on !== '' && draft.on < today() ? (
        <TextField label={say.because} value={draft.because} onChange={(because) => set({ because })} rows={2} />
      ) : null}
    </>
  );
}

function PauseFields(props: StepFieldsProps): ReactNode {
  const say = useWords(clockStepWords);
  const { draft, set } = props;
  const id = useId();
  const procedures = specialProcedures.map((value) => ({ value, label: say.procedures[value] }));
  return (
    <>
      <div className="step-field">
        <label htmlFor={id}>{say.procedure}</label>
        <Select
          id={id}
          autoFocus
          value={draft.procedure}
          options={procedures}
          onChange={(procedure: Procedure) => set({ procedure })}
        />
      </div>
      <TextField
        label={say.pauseReason}
        hint={say.pauseReasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
      />
      <TextField
        label={say.plannedEnd}
        value={draft.plannedEnd}
        onChange={(plannedEnd) => set({ plannedEnd })}
        type="date"
      />
      <DatedFields {...props} />
    </>
  );
}

/** One of several things on the clock. */
function Choice(props: {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <fieldset className="step-field">
      <legend>{props.label}</legend>
      <Radio.Group
        className="step-choices"
        value={props.value}
        options={[...props.options]}
        onChange={({ target }) => props.onChange(target.value as string)}
      />
    </fieldset>
  );
}

function ResumeFields(props: StepFieldsProps): ReactNode {
  const say = useWords(clockStepWords);
  const language = useLanguage();
  const { draft, set, whole } = props;
  return (
    <>
      <Choice
        label={say.which}
        value={draft.eventId}
        onChange={(eventId) => set({ eventId })}
        options={whole.pauses.map(({ id, procedure, since }) => ({
          value: id,
          label: `${procedure} · ${say.since(sayDay(since, language))}`,
        }))}
      />
      <TextField
        label={say.outcome}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
        optional
        focus
      />
      <DatedFields {...props} />
    </>
  );
}

function MoreTimeFields({ draft, set, whole }: StepFieldsProps): ReactNode {
  const say = useWords(clockStepWords);
  const { reason } = useWords(stepWords);
  return (
    <>
      {whole.asked ? <p className="desk-note">{say.asked(whole.asked.days, whole.asked.reason)}</p> : null}
      <TextField
        label={say.days}
        hint={say.daysHint}
        value={draft.days}
        onChange={(days) => set({ days })}
        type="number"
        focus
      />
      <TextField label={reason} value={draft.reason} onChange={(value) => set({ reason: value })} rows={3} />
    </>
  );
}

function CancelFields({ draft, set, whole }: StepFieldsProps): ReactNode {
  const say = useWords(clockStepWords);
  const { reason } = useWords(stepWords);
  const language = useLanguage();
  const sayEvent = ({ kind, on, what }: CaseWhole['clockEvents'][number]): string =>
    [say.eventKinds[kind], sayDay(on, language), what].filter((part) => part !== '').join(' · ');
  return (
    <>
      <Choice
        label={say.which}
        value={draft.eventId}
        onChange={(eventId) => set({ eventId })}
        options={whole.clockEvents.map((event) => ({ value: event.id, label: sayEvent(event) }))}
      />
      <TextField label={reason} value={draft.reason} onChange={(value) => set({ reason: value })} rows={3} />
    </>
  );
}

/** The fields of the steps that are about the clock. */
export const clockFields = {
  pause: PauseFields,
  resume: ResumeFields,
  askExtension: MoreTimeFields,
  extend: MoreTimeFields,
  cancelClock: CancelFields,
} as const;
