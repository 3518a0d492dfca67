/** What a window does, changed while the hall is open. */
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type Overview } from '#modules/hall/contract';
import { asProblem } from '#web/client/problem-error.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { overviewWords } from './overview-words.ts';

export function DutyDialog(props: {
  now: Overview;
  window: Overview['windows'][number];
  onClose: () => void;
}): ReactNode {
  const { now, window } = props;
  const say = useWords(overviewWords);
  const language = useLanguage();
  const [errandIds, setErrandIds] = useState<string[]>([...window.errandIds]);
  const [evenSo, setEvenSo] = useState(false);
  const act = useAct(hallContract.setDuty, { changes: [hallContract.showHall] });
  const strands =
    act.error !== undefined && ['hall.lastForErrand', 'hall.lastForBooked'].includes(asProblem(act.error).code);
  return (
    <ConfirmDialog
      open
      title={say.dutyTitle(window.number)}
      verb={say.save}
      onClose={props.onClose}
      onConfirm={() => act.send({ params: { id: window.id }, body: { errandIds, evenSo } })}
    >
      <div className="yc-stack">
        <p className="yc-muted">{say.dutyLine}</p>
        <Checkbox.Group
          className="hall-duty"
          value={errandIds}
          onChange={(values) => setErrandIds(values)}
          options={now.errands.map(({ id, prefix, name, nameEn }) => ({
            value: id,
            label: `${prefix} ${pick(language, name, nameEn)}`,
          }))}
        />
        {strands ? (
          <Checkbox checked={evenSo} onChange={({ target }) => setEvenSo(target.checked)}>
            {say.evenSo}
          </Checkbox>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
