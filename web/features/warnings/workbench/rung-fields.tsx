/** One rung in the editor: which date, when, who is told, and a sentence with it. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { abouts, daysAtMost, posts, type LadderFault, type Rung } from '#modules/warnings/contract';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { useSayRung } from './say-rung.ts';
import { warningWords } from './words.ts';

const whens = ['before', 'on', 'after'] as const;
type When = (typeof whens)[number];

const whenOf = (days: number): When => (days < 0 ? 'before' : days === 0 ? 'on' : 'after');
const daysOf = (when: When, count: number): number => (when === 'on' ? 0 : when === 'before' ? -count : count);

export function RungFields(props: {
  rung: Rung;
  at: number;
  fault: LadderFault | undefined;
  /** Absent for the only one. */
  onRemove: (() => void) | undefined;
  onChange: (rung: Rung) => void;
}): ReactNode {
  const { rung, at, fault } = props;
  const say = useWords(warningWords);
  const sayRung = useSayRung();
  const when = whenOf(rung.days);
  const count = Math.abs(rung.days);
  const set = (change: Partial<Rung>): void => props.onChange({ ...rung, ...change });
  const said = fault ? say.faultWords[fault] : undefined;
  return (
    <fieldset className="ladder-rung">
      <legend className="ladder-legend">
        <span className="ladder-number">{at}</span> {sayRung(rung)}
        {props.onRemove ? (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={say.remove(at)}
            onClick={props.onRemove}
          />
        ) : null}
      </legend>
      <EditSelect
        label={say.about}
        value={rung.about}
        options={abouts.map((value) => ({ value, label: say.abouts[value] }))}
        onChange={(about) => set({ about: about ?? 'target' })}
        fault={fault === 'about' || fault === 'twice' ? said : undefined}
      />
      <EditSelect
        label={say.when}
        value={when}
        options={whens.map((value) => ({ value, label: say.whens[value] }))}
        onChange={(next) => set({ days: daysOf(next ?? 'on', Math.max(1, count)) })}
      />
      {when === 'on' ? (
        <span className="ladder-gap" />
      ) : (
        <EditText
          label={say.days}
          kind="number"
          maxLength={2}
          value={count === 0 ? '' : String(count)}
          onChange={(text) => {
            const number = Number(text.replaceAll(/\D/g, ''));
            // Nought would be the last day itself, which has a word of its own.
            if (number >= 1) set({ days: daysOf(when, Math.min(daysAtMost, number)) });
          }}
          fault={fault === 'days' ? said : undefined}
        />
      )}
      <EditField label={say.to} wide fault={fault === 'nobody' ? said : undefined}>
        {(ties) => (
          <Select
            {...ties}
            mode="multiple"
            value={[...rung.to]}
            options={posts.map((value) => ({ value, label: say.posts[value] }))}
            onChange={(to: Rung['to']) => set({ to: posts.filter((post) => to.includes(post)) })}
            showSearch={false}
          />
        )}
      </EditField>
      <EditText
        label={say.note}
        wide
        optional
        maxLength={120}
        value={rung.note}
        placeholder={say.notePlaceholder}
        onChange={(note) => set({ note })}
        fault={fault === 'note' ? said : undefined}
      />
    </fieldset>
  );
}
