/** The form in which what a hall asks is set anew from a day on. */
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type Criterion, type Standard } from '#modules/windowstaff/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { generalWords } from '#web/words/general.ts';
import { figures, linesOf, readFigure, shownOf, spanOf, withLine, type Figure } from '../standard-draft.ts';
import { staffWords } from '../words.ts';

export function StandardForm({
  now,
  outletId,
  onClose,
}: {
  now: Standard;
  outletId: string;
  onClose: () => void;
}): ReactNode {
  const say = useWords(staffWords);
  const general = useWords(generalWords);
  const [fromOn, setFrom] = useState(today());
  const [beside, setBeside] = useState(now.beside);
  const [typed, setTyped] = useState(() => Object.fromEntries(figures.map((name) => [name, String(shownOf(now, name))])) as Record<Figure, string>); // prettier-ignore
  const [criteria, setCriteria] = useState(() => linesOf(now.criteria));
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.saveStandard, { changes: [ops.getStandard] });
  return (
    <ConfirmDialog
      open
      title={say.newStandard}
      verb={general.actions.save}
      width={680}
      onClose={onClose}
      onConfirm={async () => {
        setChecked(true);
        const read = figures.map((name) => [name, readFigure(name, typed[name])] as const);
        const open = read.some(([, value]) => value === undefined) || criteria.some(({ zh }) => zh.trim() === '');
        if (!fromOn || open) return false;
        const counts = Object.fromEntries(read) as Record<Figure, number>;
        const said = criteria.map((one) => ({ ...one, zh: one.zh.trim(), en: one.en.trim() }));
        await act.send({ body: { outletId, fromOn, beside, criteria: said, ...counts } });
        return true;
      }}
    >
      <EditText
        label={say.standardNames.fromOn}
        kind="date"
        value={fromOn}
        onChange={setFrom}
        {...(checked && !fromOn ? { fault: say.need(say.standardNames.fromOn) } : {})}
      />
      <Conditions lines={criteria} known={now.criteria} checked={checked} onChange={setCriteria} />
      <EditSelect
        label={say.beside}
        value={beside ? 'yes' : 'no'}
        onChange={(value) => setBeside(value === 'yes')}
        options={[
          { value: 'yes', label: say.besideYes },
          { value: 'no', label: say.besideNo },
        ]}
      />
      <div className="yc-row">
        {figures.map((name) => (
          <EditText
            key={name}
            label={say.standardNames[name]}
            kind="number"
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            {...(readFigure(name, typed[name]) === undefined
              ? { fault: say.between(say.standardNames[name], ...spanOf(name)) }
              : {})}
          />
        ))}
      </div>
    </ConfirmDialog>
  );
}

/** As many as the server takes. */
const most = 20;

function Conditions(props: {
  lines: Criterion[];
  /** Those that count now: a key of one that is removed is given to no other. */
  known: readonly Criterion[];
  checked: boolean;
  onChange: (lines: Criterion[]) => void;
}): ReactNode {
  const say = useWords(staffWords);
  const { lines, known, checked, onChange } = props;
  const set = (key: string, change: Partial<Criterion>): void =>
    onChange(lines.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <fieldset className="staff-criteria">
      <legend>{say.conditions}</legend>
      {lines.map(({ key, zh, en, paper }, i) => (
        <div key={key} className="yc-stack">
          <EditText
            label={say.condition(i + 1)}
            maxLength={200}
            value={zh}
            onChange={(value) => set(key, { zh: value })}
            {...(checked && zh.trim() === '' ? { fault: say.need(say.condition(i + 1)) } : {})}
          />
          <EditText
            label={say.conditionEn(i + 1)}
            optional
            maxLength={300}
            value={en}
            onChange={(value) => set(key, { en: value })}
          />
          <div className="yc-row">
            <Checkbox
              aria-label={`${say.condition(i + 1)} ${say.asksPaper}`}
              checked={paper}
              onChange={({ target }) => set(key, { paper: target.checked })}
            >
              {say.asksPaper}
            </Checkbox>
            <Button
              size="small"
              aria-label={`${say.removeCondition} ${say.condition(i + 1)}`}
              onClick={() => onChange(lines.filter((one) => one.key !== key))}
            >
              {say.removeCondition}
            </Button>
          </div>
        </div>
      ))}
      {lines.length < most ? (
        <Button
          onClick={() =>
            onChange(
              withLine(
                lines,
                known.map(({ key }) => key),
              ),
            )
          }
        >
          {say.addCondition}
        </Button>
      ) : null}
    </fieldset>
  );
}
