/** The limits of the house, and that they are no law. */
import { App, InputNumber } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { complaintsContract as ops, usualRule } from '#modules/complaints/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';

const limits = { answerDays: [1, 60], silentDays: [1, 60] } as const;

export function HouseRuleDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(complaintWords);
  const { message } = App.useApp();
  const id = useId();
  const found = useOp(ops.getHouseRule, {});
  const [changed, setChanged] = useState<Partial<typeof usualRule>>({});
  const act = useAct(ops.saveHouseRule, { changes: [ops.getHouseRule] });
  const now = { ...(found.data ?? usualRule), ...changed };
  return (
    <ConfirmDialog
      open
      title={say.rule}
      verb={say.save}
      onClose={onClose}
      onConfirm={async () => {
        await act.send({ body: now });
        void message.success(say.saved);
      }}
    >
      <p className="yc-muted">{say.ruleLine}</p>
      {(Object.keys(limits) as (keyof typeof limits)[]).map((key) => (
        <div key={key} className="yc-field">
          <label className="yc-field-title" htmlFor={`${id}-${key}`}>
            {say.ruleFields[key]}
          </label>
          <InputNumber
            id={`${id}-${key}`}
            min={limits[key][0]}
            max={limits[key][1]}
            value={now[key]}
            onChange={(value) => setChanged({ ...changed, ...(value === null ? {} : { [key]: value }) })}
          />
        </div>
      ))}
    </ConfirmDialog>
  );
}
