/** The editor of a ladder: its hours and its rungs, checked while one writes by the rule that the server checks by. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { faultsOf, rungsAtMost, type Ladder, type Rung } from '#modules/warnings/contract';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { RungFields } from './rung-fields.tsx';
import { warningWords } from './words.ts';

/** A rung that no other one is: the next day before the promised date that is free. */
function freshRung(rungs: readonly Rung[]): Rung {
  let days = -1;
  while (rungs.some((one) => one.about === 'target' && one.days === days)) days -= 1;
  return { about: 'target', days, to: ['holder'], note: '' };
}

export function LadderEditor(props: { ladder: Ladder; onChange: (ladder: Ladder) => void }): ReactNode {
  const { ladder, onChange } = props;
  const say = useWords(warningWords);
  const faults = faultsOf(ladder);
  const { rungs } = ladder;
  const hours = faults['/from'];
  const whole = faults['/rungs'];
  const replace = (at: number, rung: Rung): void => onChange({ ...ladder, rungs: rungs.with(at, rung) });
  return (
    <>
      <fieldset className="ladder-hours">
        <legend>{say.hours}</legend>
        <p className="yc-muted yc-small">{say.hoursHint}</p>
        <div className="yc-row">
          <EditText
            label={say.from}
            kind="time"
            value={ladder.from}
            onChange={(from) => onChange({ ...ladder, from })}
          />
          <EditText
            label={say.until}
            kind="time"
            value={ladder.until}
            onChange={(until) => onChange({ ...ladder, until })}
          />
        </div>
        {hours ? (
          <p className="yc-fault" role="alert">
            {say.faultWords[hours]}
          </p>
        ) : null}
      </fieldset>
      <div className="ladder-rungs">
        {rungs.map((rung, at) => (
          <RungFields
            key={at}
            rung={rung}
            at={at + 1}
            fault={faults[`/rungs/${at}`]}
            onChange={(next) => replace(at, next)}
            onRemove={rungs.length > 1 ? () => onChange({ ...ladder, rungs: rungs.toSpliced(at, 1) }) : undefined}
          />
        ))}
      </div>
      {whole ? (
        <p className="yc-fault" role="alert">
          {say.faultWords[whole]}
        </p>
      ) : null}
      <div>
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={rungs.length >= rungsAtMost}
          onClick={() => onChange({ ...ladder, rungs: [...rungs, freshRung(rungs)] })}
        >
          {say.add}
        </Button>
      </div>
    </>
  );
}
