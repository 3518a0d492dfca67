/** The rule of fairness and the limits of a hall; what the rule promises everybody is shown while it is edited. */
import { App, Button, Checkbox, InputNumber } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { boundMinutes, hallContract, usualFairness } from '#modules/hall/contract';
import { useAct } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import type { Setup } from './setup.tsx';
import { setupWords } from './setup-words.ts';

type Place = NonNullable<Setup['place']>;
const usual: Place = {
  ...usualFairness,
  remote: true,
  ticketsPerPerson: 3,
  bookingsPerPerson: 2,
  holdMinutes: 10,
  daysAhead: 14,
  byName: false,
};
const ruleFields = ['priorityMinutes', 'appointmentMinutes', 'graceMinutes', 'returnMinutes'] as const;
/** With the least and the most of each. */
const limitFields = [
  ['ticketsPerPerson', 1, 50],
  ['bookingsPerPerson', 1, 20],
  ['holdMinutes', 1, 60],
  ['daysAhead', 0, 60],
] as const;

export function NumberField(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="yc-field">
      <label htmlFor={id} className="yc-field-title">
        {props.label}
      </label>
      <InputNumber
        id={id}
        min={props.min}
        max={props.max}
        precision={0}
        value={props.value}
        disabled={props.disabled ?? false}
        onChange={(value) => props.onChange(value ?? props.min)}
      />
    </div>
  );
}

export function RuleForm(props: { outletId: string; place: Place | null; mayChange: boolean }): ReactNode {
  const say = useWords(setupWords);
  const { message } = App.useApp();
  const [draft, setDraft] = useState<Place>(props.place ?? usual);
  const set = (part: Partial<Place>): void => setDraft({ ...draft, ...part });
  const act = useAct(hallContract.savePlace, {
    changes: [hallContract.showSetup, hallContract.listPlaces, hallContract.showHall],
    onDone: () => void message.success(say.saved),
  });
  const disabled = !props.mayChange;
  const bound = boundMinutes(draft);
  const same = JSON.stringify(draft) === JSON.stringify(props.place);
  return (
    <form
      className="yc-panel yc-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void act.send({ params: { id: props.outletId }, body: draft }).catch(() => {});
      }}
    >
      <h2>{say.rule}</h2>
      <div className="hall-setup">
        {ruleFields.map((name) => (
          <NumberField
            key={name}
            label={say[name]}
            value={draft[name]}
            min={0}
            max={240}
            disabled={disabled}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <p aria-live="polite" className={bound > 60 ? 'hall-bound long' : 'hall-bound'}>
        {say.bound(bound)} {bound > 60 ? say.boundLong : ''}
      </p>
      <h2>{say.limits}</h2>
      <Checkbox checked={draft.remote} disabled={disabled} onChange={({ target }) => set({ remote: target.checked })}>
        {say.remote}
      </Checkbox>
      <Checkbox checked={draft.byName} disabled={disabled} onChange={({ target }) => set({ byName: target.checked })}>
        {say.byName}
      </Checkbox>
      <div className="hall-setup">
        {limitFields.map(([name, min, max]) => (
          <NumberField
            key={name}
            label={say[name]}
            value={draft[name]}
            min={min}
            max={max}
            disabled={disabled}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <p className="yc-muted">{say.cutoff}</p>
      <ProblemNote error={act.error} />
      {disabled ? null : (
        <div>
          <Button type="primary" htmlType="submit" loading={act.sending} disabled={same}>
            {props.place ? say.save : say.open}
          </Button>
        </div>
      )}
    </form>
  );
}
