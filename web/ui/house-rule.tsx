/** The limits that a house sets itself, and that they are no law. */
import { App, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { EditField } from './edit/edit-fields.tsx';

/** `rule` is what holds now, or what is usual until it has come; `limits` are the least and the most of each, both included. */
export function HouseRuleDialog<K extends string>(props: {
  rule: Readonly<Record<K, number>>;
  limits: Readonly<Record<K, readonly [least: number, most: number]>>;
  say: {
    rule: string;
    ruleLine: string;
    ruleFields: Readonly<Record<K, string>>;
    save: string;
    saved: string;
  };
  onSave: (rule: Record<K, number>) => Promise<unknown>;
  onClose: () => void;
}): ReactNode {
  const { limits, say } = props;
  const { message } = App.useApp();
  const [changed, setChanged] = useState<Partial<Record<K, number>>>({});
  const now = { ...props.rule, ...changed };
  return (
    <ConfirmDialog
      open
      title={say.rule}
      verb={say.save}
      onClose={props.onClose}
      onConfirm={async () => {
        await props.onSave(now);
        void message.success(say.saved);
      }}
    >
      <p className="yc-muted">{say.ruleLine}</p>
      {(Object.keys(limits) as K[]).map((key) => (
        <EditField key={key} label={say.ruleFields[key]}>
          {(ties) => (
            <InputNumber
              {...ties}
              min={limits[key][0]}
              max={limits[key][1]}
              value={now[key]}
              onChange={(value) => setChanged({ ...changed, ...(value === null ? {} : { [key]: value }) })}
            />
          )}
        </EditField>
      ))}
    </ConfirmDialog>
  );
}
