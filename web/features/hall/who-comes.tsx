/** Who comes for a ticket or an appointment: whether they go first, and how many there are; asked alike at the desk and on the phone. */
import { InputNumber, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { priorities, type Priority } from '#modules/hall/contract';
import { useWords } from '#web/words/language.ts';
import { hallWords } from './words.ts';

interface WhoComes {
  priority: Priority | '';
  party: number;
}
const somebody: WhoComes = { priority: '', party: 1 };

/** `given` is what a ticket is asked for with; `fields` draws the two fields. */
export function useWhoComes(say: { priority: string; none: string }): {
  given: { party: number; priority?: Priority };
  fields: ReactNode;
  reset: () => void;
} {
  const hall = useWords(hallWords);
  const id = useId();
  const [{ priority, party }, setWho] = useState(somebody);
  return {
    given: { party, ...(priority ? { priority } : {}) },
    reset: () => setWho(somebody),
    fields: (
      <>
        <div className="yc-field">
          <label htmlFor={`${id}-priority`} className="yc-field-title">
            {say.priority}
          </label>
          <Select
            id={`${id}-priority`}
            value={priority}
            onChange={(chosen) => setWho({ priority: chosen, party })}
            options={[
              { value: '' as const, label: say.none },
              ...priorities.map((one) => ({ value: one, label: hall.priorities[one] })),
            ]}
          />
        </div>
        <div className="yc-field">
          <label htmlFor={`${id}-party`} className="yc-field-title">
            {hall.party}
          </label>
          <InputNumber
            id={`${id}-party`}
            min={1}
            max={20}
            value={party}
            onChange={(count) => setWho({ priority, party: count ?? 1 })}
          />
        </div>
      </>
    ),
  };
}
