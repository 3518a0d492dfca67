/** The fields of a complaint that the portal and the workbench share: a window of a hall, and lines of text. */
import { Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from './words.ts';

export function WindowChoice({ value, set }: { value: string | undefined; set: (id: string | undefined) => void }): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const id = useId();
  const [hall, setHall] = useState<string>();
  const places = useOp(hallContract.listPlaces, {});
  return (
    <>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={id}>
          {say.hall}
        </label>
        <Select
          id={id}
          allowClear
          value={hall ?? null}
          onChange={(next: string | null | undefined) => {
            setHall(next ?? undefined);
            set(undefined);
          }}
          options={(places.data ?? []).map((one) => ({ value: one.outletId, label: pick(language, one.name, one.nameEn) }))}
        />
      </div>
      {hall ? <OfHall key={hall} hall={hall} value={value} set={set} /> : null}
    </>
  );
} // prettier-ignore

function OfHall(props: { hall: string; value: string | undefined; set: (id: string | undefined) => void }): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const id = useId();
  const windows = useOp(officesContract.listWindows, { query: { outletId: props.hall, limit: 500 } });
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={id}>
        {say.window}
      </label>
      <Select
        id={id}
        allowClear
        value={props.value ?? null}
        onChange={(next: string | null | undefined) => props.set(next ?? undefined)}
        showSearch={{ optionFilterProp: 'label' }}
        options={(windows.data?.rows ?? []).map((one) => ({
          value: one.id,
          label: `${one.number} ${pick(language, one.name, one.nameEn)}`,
        }))}
      />
    </div>
  );
}

export function TextLine(props: {
  label: string;
  value: string;
  set: (value: string) => void;
  max: number;
  type?: string;
}): ReactNode {
  const id = useId();
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={id}>
        {props.label}
      </label>
      <Input
        id={id}
        type={props.type ?? 'text'}
        maxLength={props.max}
        value={props.value}
        onChange={({ target }) => props.set(target.value)}
      />
    </div>
  );
}

/** What happened; says when it is empty. */
export function BodyField(props: { value: string; set: (value: string) => void; faulty: boolean }): ReactNode {
  const say = useWords(complaintWords);
  const id = useId();
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={id}>
        {say.body}
      </label>
      <Input.TextArea
        id={id}
        rows={5}
        maxLength={2000}
        placeholder={say.bodyHint}
        value={props.value}
        onChange={({ target }) => props.set(target.value)}
        {...(props.faulty ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {})}
      />
      {props.faulty ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {say.need(say.body)}
        </p>
      ) : null}
    </div>
  );
}
