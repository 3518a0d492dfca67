/** What the dialogs of a hearing ask (行政许可法 art. 46 to 48), and the hearing as the desk shows it. */
import { Radio, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import type { CaseWhole } from '#modules/cases/contract';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { DatedFields } from './clock-fields.tsx';
import { hearingWords } from './hearing-words.ts';
import { useColleagues } from './names.ts';
import { TextField, type StepFieldsProps } from './step-field.tsx';
import { stepWords } from './step-words.ts';

/** The applicant's name in the acts of a hearing, as the server has it. */
const theApplicant = '申请人';

function OfferFields({ draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(hearingWords);
  return (
    <>
      <TextField
        label={say.offerReason}
        hint={say.offerReasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
        focus
      />
      <TextField
        label={say.parties}
        hint={say.partiesHint}
        value={draft.parties}
        onChange={(parties) => set({ parties })}
        rows={3}
        optional
      />
    </>
  );
}

function WhoField({ draft, set, whole }: StepFieldsProps): ReactNode {
  const say = useWords(hearingWords);
  const parties = whole.hearing?.parties ?? [];
  return (
    <fieldset className="step-field">
      <legend>{say.who}</legend>
      <Radio.Group
        className="step-choices"
        value={draft.by}
        options={[theApplicant, ...parties].map((value) => ({
          value,
          label: value === theApplicant ? `${say.applicant} · ${whole.applicant.name}` : value,
        }))}
        onChange={({ target }) => set({ by: target.value as string })}
      />
    </fieldset>
  );
}

function AskFields(props: StepFieldsProps): ReactNode {
  const { reason } = useWords(stepWords);
  const { draft, set } = props;
  return (
    <>
      <WhoField {...props} />
      <TextField label={reason} value={draft.reason} onChange={(value) => set({ reason: value })} rows={2} optional />
      <DatedFields {...props} />
    </>
  );
}

function WaiveFields(props: StepFieldsProps): ReactNode {
  const { reason } = useWords(stepWords);
  const { draft, set } = props;
  return (
    <>
      <WhoField {...props} />
      <TextField label={reason} value={draft.reason} onChange={(value) => set({ reason: value })} rows={2} optional />
    </>
  );
}

function SetFields({ draft, set, whole }: StepFieldsProps): ReactNode {
  const say = useWords(hearingWords);
  const { roles } = useWords(sessionWords);
  const id = useId();
  const colleagues = useColleagues([whole.case.departmentId]);
  const asked = whole.hearing?.state === 'asked';
  return (
    <>
      <TextField label={say.heldOn} value={draft.heldOn} onChange={(heldOn) => set({ heldOn })} type="date" focus />
      <TextField label={say.heldTime} value={draft.heldTime} onChange={(heldTime) => set({ heldTime })} type="time" />
      <TextField label={say.place} value={draft.place} onChange={(place) => set({ place })} maxLength={200} />
      <div className="step-field">
        <label htmlFor={id}>{say.presiding}</label>
        <p className="yc-muted yc-small">{say.presidingHint}</p>
        <Select
          id={id}
          value={draft.presidingId === '' ? null : draft.presidingId}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...colleagues.values()].map((one) => ({
            value: one.accountId,
            label: `${one.name} · ${one.roles.map((role) => roles[role]).join(' ')}`,
          }))}
          onChange={(presidingId: string) => set({ presidingId })}
        />
      </div>
      {asked ? null : (
        <TextField label={say.moveReason} value={draft.reason} onChange={(reason) => set({ reason })} rows={2} />
      )}
    </>
  );
}

function RecordFields(props: StepFieldsProps): ReactNode {
  const say = useWords(hearingWords);
  const { draft, set } = props;
  return (
    <>
      <fieldset className="step-field">
        <legend>{say.held}</legend>
        <Radio.Group
          value={draft.held}
          options={[
            { value: true, label: say.heldYes },
            { value: false, label: say.heldNo },
          ]}
          onChange={({ target }) => set({ held: target.value as boolean })}
        />
      </fieldset>
      <TextField
        label={say.present}
        hint={say.presentHint}
        value={draft.present}
        onChange={(present) => set({ present })}
        rows={3}
        optional={!draft.held}
      />
      <TextField
        label={say.record}
        value={draft.record}
        onChange={(record) => set({ record })}
        rows={6}
        maxLength={20_000}
        focus
      />
      <TextField label={say.outcome} value={draft.outcome} onChange={(outcome) => set({ outcome })} rows={2} />
      <DatedFields {...props} />
    </>
  );
}

/** The fields of the steps that are about the hearing. */
export const hearingFields = {
  offerHearing: OfferFields,
  askForHearing: AskFields,
  waiveHearing: WaiveFields,
  setHearing: SetFields,
  recordHearing: RecordFields,
} as const;

/** The hearing and the expiry of a licence that is renewed, beside the clock. */
export function HearingNote({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(hearingWords);
  const language = useLanguage();
  const { hearing, expiresOn } = whole;
  const day = (on: string | null): string => (on ? sayDay(on, language) : '');
  const separator = language === 'en' ? ', ' : '、';
  return (
    <>
      {expiresOn && !whole.case.outcome ? <p className="yc-small">{say.expires(day(expiresOn))}</p> : null}
      {hearing ? (
        <div className="yc-small">
          <strong>{say.title}</strong>{' '}
          {hearing.state === 'offered'
            ? say.states.offered(day(hearing.askBy))
            : hearing.state === 'asked'
              ? say.states.asked(hearing.askedBy === theApplicant ? say.applicant : (hearing.askedBy ?? ''), day(hearing.holdBy)) // prettier-ignore
              : hearing.state === 'set'
                ? say.states.set(sayInstant(hearing.at!, language), hearing.place ?? '')
                : hearing.state === 'held'
                  ? say.states.held(day(hearing.heldOn))
                  : say.states.off}
          {hearing.presiding && hearing.state !== 'off' ? <div>{say.presidingLine(hearing.presiding)}</div> : null}
          {hearing.parties.length > 0 ? <div>{say.partiesLine(hearing.parties.join(separator))}</div> : null}
          {hearing.outcome ? <div>{hearing.outcome}</div> : null}
        </div>
      ) : null}
    </>
  );
}
