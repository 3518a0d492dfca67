/** The editor's section of what may follow later or is promised (容缺, 告知承诺), and of licences that are renewed (行政许可法 art. 50). */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { useWords } from '#web/words/language.ts';
import { ChoiceAt, LimitAt, NumberAt, WordsAt, type SectionProps } from './body-fields.tsx';
import { put } from './editor-needs.tsx';
import { editorWords } from './editor-words.ts';
import { Place } from './faults.tsx';

type Tolerance = NonNullable<ItemBody['tolerance']>;
type Promised = NonNullable<ItemBody['promise']>;

const freshTolerance: Tolerance = {
  cureWithin: { value: 10, unit: 'workingDay' },
  consequences: ['withhold', 'record'],
  barMonths: 12,
};
const freshPromise: Promised = {
  checkShare: 20,
  checkWithin: { value: 40, unit: 'workingDay' },
  consequences: ['revoke', 'record'],
  barMonths: 12,
};

/** Switches a part of the item on or off. */
function Part(props: { path: string; label: string; on: boolean; onChange: (on: boolean) => void }): ReactNode {
  return (
    <Place path={props.path} wide>
      <Checkbox checked={props.on} onChange={({ target }) => props.onChange(target.checked)}>
        {props.label}
      </Checkbox>
    </Place>
  );
}

function ToleranceFields(props: { value: Tolerance; onChange: (value: Tolerance) => void }): ReactNode {
  const { promises: say } = useWords(editorWords);
  const { value, onChange } = props;
  const kinds = ['withhold', 'revoke', 'record'] as const;
  return (
    <>
      <LimitAt
        path="/tolerance/cureWithin"
        label={say.cureWithin}
        value={value.cureWithin}
        onChange={(cureWithin) => cureWithin && onChange({ ...value, cureWithin })}
      />
      <NumberAt
        path="/tolerance/barMonths"
        label={say.barMonths}
        value={value.barMonths}
        most={60}
        onChange={(barMonths) => onChange({ ...value, barMonths: barMonths ?? 0 })}
      />
      <WordsAt
        path="/tolerance/consequences"
        label={say.ifNotCured}
        value={value.consequences}
        options={kinds.map((one) => ({ value: one, label: say.consequences[one] }))}
        most={3}
        maxLength={20}
        onChange={(next) => onChange({ ...value, consequences: kinds.filter((one) => next.includes(one)) })}
      />
    </>
  );
}

function PromiseFields(props: { value: Promised; onChange: (value: Promised) => void }): ReactNode {
  const { promises: say } = useWords(editorWords);
  const { value, onChange } = props;
  const kinds = ['revoke', 'record'] as const;
  return (
    <>
      <NumberAt
        path="/promise/checkShare"
        label={say.checkShare}
        value={value.checkShare}
        most={100}
        onChange={(checkShare) => onChange({ ...value, checkShare: checkShare ?? 0 })}
      />
      <LimitAt
        path="/promise/checkWithin"
        label={say.checkWithin}
        value={value.checkWithin}
        onChange={(checkWithin) => checkWithin && onChange({ ...value, checkWithin })}
      />
      <NumberAt
        path="/promise/barMonths"
        label={say.barMonths}
        value={value.barMonths}
        most={60}
        onChange={(barMonths) => onChange({ ...value, barMonths: barMonths ?? 0 })}
      />
      <WordsAt
        path="/promise/consequences"
        label={say.ifFalse}
        value={value.consequences}
        options={kinds.map((one) => ({ value: one, label: say.consequences[one] }))}
        most={2}
        maxLength={20}
        onChange={(next) => onChange({ ...value, consequences: kinds.filter((one) => next.includes(one)) })}
      />
    </>
  );
}

export function Promises({ body, set }: SectionProps): ReactNode {
  const { promises: say } = useWords(editorWords);
  const { tolerance, promise, renewal } = body;
  const dates = Object.entries(body.form.properties).filter(([, field]) => field.format === 'date');
  return (
    <div className="edit-form">
      <Part
        path="/tolerance"
        label={say.tolerance}
        on={tolerance !== undefined}
        onChange={(on) => set({ tolerance: on ? freshTolerance : undefined })}
      />
      {tolerance ? <ToleranceFields value={tolerance} onChange={(next) => set({ tolerance: next })} /> : null}
      <Part
        path="/promise"
        label={say.promise}
        on={promise !== undefined}
        onChange={(on) => set({ promise: on ? freshPromise : undefined })}
      />
      {promise ? <PromiseFields value={promise} onChange={(next) => set({ promise: next })} /> : null}
      <ChoiceAt
        optional
        path="/renewal/expiryField"
        label={say.expiryField}
        hint={say.expiryHint}
        value={renewal?.expiryField}
        options={dates.map(([value, { title }]) => ({ value, label: title }))}
        onChange={(expiryField) => set({ renewal: expiryField ? { ...renewal, expiryField } : undefined })}
      />
      {renewal ? (
        <LimitAt
          path="/renewal/askBefore"
          label={say.askBefore}
          value={renewal.askBefore}
          onChange={(askBefore) => set({ renewal: put(renewal, 'askBefore', askBefore) })}
        />
      ) : null}
    </div>
  );
}
