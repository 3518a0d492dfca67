/** What the dialog of each step asks. */
import { Button, Checkbox, Radio, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { clockFields } from './clock-fields.tsx';
import { hearingFields } from './hearing-fields.tsx';
import { CorrectAnswers, CorrectFields, FeeFields, WantedFields } from './step-lists.tsx';
import { MaterialRows } from './material-rows.tsx';
import { useDepartments } from './names.ts';
import type { StepDraft } from './step-draft.ts';
import { TextField, type StepFieldsProps } from './step-field.tsx';
import { stepWords } from './step-words.ts';
import { GroundField, HeardField, undertakingFields } from './undertaking-fields.tsx';
import { caseWords } from './words.ts';

/** A reason, with usual ones to begin with. */
function ReasonField(props: {
  draft: StepDraft;
  set: StepFieldsProps['set'];
  templates: string;
  optional?: boolean;
  focus?: boolean;
}): ReactNode {
  const say = useWords(stepWords);
  const { draft, set } = props;
  const add = (template: string): void =>
    set({ reason: draft.reason.trim() === '' ? template : `${draft.reason.trimEnd()}\n${template}` });
  return (
    <div>
      <TextField
        label={say.reason}
        {...(props.optional ? {} : { hint: say.reasonHint })}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={4}
        optional={props.optional ?? false}
        focus={props.focus ?? true}
      />
      <div className="step-templates" role="group" aria-label={say.templates}>
        {props.templates.split('\n').map((template) => (
          <Button key={template} size="small" onClick={() => add(template)}>
            {template}
          </Button>
        ))}
      </div>
    </div>
  );
}

function DepartmentField(props: { draft: StepDraft; set: StepFieldsProps['set']; notThis: string }): ReactNode {
  const say = useWords(stepWords);
  const id = useId();
  const departments = useDepartments();
  return (
    <div className="step-field">
      <label htmlFor={id}>{say.department}</label>
      <Select
        id={id}
        autoFocus
        value={props.draft.departmentId ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say.department}
        style={{ width: '100%' }}
        options={departments
          .filter((one) => one.id !== props.notThis)
          .map((one) => ({ value: one.id, label: one.name }))}
        onChange={(departmentId: string) => props.set({ departmentId })}
      />
    </div>
  );
}

function DeliverFields(props: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  const { deliveries } = useWords(caseWords);
  const { draft, set, item } = props;
  const ways = item?.result?.deliveries ?? (['collected', 'posted', 'electronic'] as const);
  return (
    <>
      <fieldset className="step-field">
        <legend>{say.way}</legend>
        <Radio.Group
          value={draft.way}
          options={[...new Set([...ways, draft.way])].map((way) => ({ value: way, label: deliveries[way] }))}
          onChange={({ target }) => set({ way: target.value as StepDraft['way'] })}
        />
      </fieldset>
      <TextField label={say.to} value={draft.to} onChange={(to) => set({ to })} optional maxLength={100} focus />
      {draft.way === 'posted' ? (
        <TextField label={say.servedOn} value={draft.on} onChange={(on) => set({ on })} type="date" />
      ) : null}
      <TextField
        label={say.proof[draft.way]}
        value={draft.proof}
        onChange={(proof) => set({ proof })}
        optional
        maxLength={300}
      />
    </>
  );
}

function ExamineFields({ draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  return (
    <>
      <fieldset className="step-field">
        <legend>{say.proposal}</legend>
        <Radio.Group
          value={draft.proposal}
          options={(['grant', 'refuse'] as const).map((value) => ({ value, label: say.proposals[value] }))}
          onChange={({ target }) => set({ proposal: target.value as StepDraft['proposal'] })}
        />
      </fieldset>
      <TextField label={say.opinion} value={draft.opinion} onChange={(opinion) => set({ opinion })} rows={4} focus />
      <div className="step-templates">
        <Button size="small" onClick={() => set({ opinion: say.opinionDefault })}>
          {say.opinionDefault}
        </Button>
      </div>
    </>
  );
}

/** The fields of a step; nothing for a step that asks nothing. */
export function StepFields(props: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  const { kind, draft, set, whole, item } = props;
  switch (kind) {
    case 'accept':
      return null;
    case 'askSupplement':
      return <WantedFields {...props} />;
    case 'supplement':
      return (
        <>
          <MaterialRows
            item={item}
            asked={whole.answers}
            situations={whole.situations}
            value={draft.materials}
            onChange={(materials) => set({ materials })}
            onBusy={props.onBusy}
            wanted={whole.wanted}
            before={whole.materials as StepDraft['materials']}
            curing
          />
          {item && whole.wanted.some(({ materialId }) => materialId === null) ? (
            <details className="step-answers">
              <summary>{say.answersIn}</summary>
              <CorrectAnswers item={item} whole={whole} draft={draft} set={set} />
            </details>
          ) : null}
        </>
      );
    case 'examine':
      return <ExamineFields {...props} />;
    case 'grant':
      return (
        <>
          <TextField
            label={say.decisionOpinion}
            value={draft.opinion}
            onChange={(opinion) => set({ opinion })}
            rows={2}
            optional
            focus
          />
          <TextField
            label={say.conditions}
            value={draft.conditions}
            onChange={(conditions) => set({ conditions })}
            rows={2}
            optional
          />
          <Checkbox checked={draft.issueNow} onChange={({ target }) => set({ issueNow: target.checked })}>
            {say.issueNow}
          </Checkbox>
        </>
      );
    case 'issue':
      return (
        <>
          <TextField
            label={say.validUntil}
            value={draft.validUntil}
            onChange={(validUntil) => set({ validUntil })}
            type="date"
            optional
          />
          <TextField
            label={say.content}
            hint={say.contentHint}
            value={draft.content}
            onChange={(content) => set({ content })}
            rows={3}
            optional
          />
        </>
      );
    case 'deliver':
      return <DeliverFields {...props} />;
    case 'sendOn':
      return (
        <>
          <DepartmentField draft={draft} set={set} notThis={whole.case.departmentId} />
          <ReasonField draft={draft} set={set} templates={say.template.sendOn} focus={false} />
        </>
      );
    case 'referOut':
      return (
        <>
          <TextField
            label={say.office}
            value={draft.office}
            onChange={(office) => set({ office })}
            maxLength={200}
            focus
          />
          <ReasonField draft={draft} set={set} templates={say.template.referOut} focus={false} />
        </>
      );
    case 'correct':
      return (
        <>
          <CorrectFields {...props} />
          <TextField label={say.reason} value={draft.reason} onChange={(reason) => set({ reason })} rows={2} />
        </>
      );
    case 'askFee':
      return <FeeFields {...props} />;
    case 'withdraw':
      return <ReasonField draft={draft} set={set} templates={say.template.withdraw} optional />;
    case 'pause':
    case 'resume':
    case 'askExtension':
    case 'extend':
    case 'cancelClock': {
      const Fields = clockFields[kind];
      return <Fields {...props} />;
    }
    case 'offerHearing':
    case 'askForHearing':
    case 'waiveHearing':
    case 'setHearing':
    case 'recordHearing': {
      const Fields = hearingFields[kind];
      return <Fields {...props} />;
    }
    case 'cure':
    case 'returnCure':
    case 'checkPromise': {
      const Fields = undertakingFields[kind];
      return <Fields {...props} />;
    }
    case 'revoke':
      return (
        <>
          <GroundField {...props} />
          <ReasonField draft={draft} set={set} templates={say.template.revoke} focus={false} />
          <HeardField {...props} />
        </>
      );
    case 'declineExtension':
      return (
        <TextField label={say.reason} value={draft.reason} onChange={(reason) => set({ reason })} rows={3} focus />
      );
    case 'refuseAcceptance':
    case 'sayNotNeeded':
    case 'refuse':
    case 'waiveFee':
    case 'refundFee':
      return <ReasonField draft={draft} set={set} templates={say.template[kind]} />;
  }
}
