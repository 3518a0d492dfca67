/** The limits that a house sets itself, and that they are no law. */
import type { UseQueryResult } from '@tanstack/react-query';
import { App, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ProblemError } from '../client/problem-error.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { EditField } from './edit/edit-fields.tsx';
import { Loading, Query } from './states.tsx';

/** `figures` are those of a rule that can be set; `limits` are the least and the most of each, both included. */
export function HouseRuleDialog<K extends string, R extends object>(props: {
  /** What holds now. Until it was read nothing can be set: saving the usual figures would undo what nobody has seen. */
  read: UseQueryResult<R, ProblemError>;
  figures: (rule: R) => Readonly<Record<K, number>>;
  limits: Readonly<Record<K, readonly [least: number, most: number]>>;
  say: {
    rule: string;
    ruleLine: string;
    ruleFields: Readonly<Record<K, string>>;
    save: string;
    saved: string;
  };
  /** `before` is the whole rule as it was read. */
  onSave: (figures: Record<K, number>, before: R) => Promise<unknown>;
  onClose: () => void;
}): ReactNode {
  const { limits, read, say } = props;
  const { message } = App.useApp();
  const [changed, setChanged] = useState<Partial<Record<K, number>>>({});
  const nowOf = (rule: R): Record<K, number> => ({ ...props.figures(rule), ...changed });
  return (
    <ConfirmDialog
      open
      title={say.rule}
      verb={say.save}
      waits={!read.data}
      onClose={props.onClose}
      onConfirm={async () => {
        await props.onSave(nowOf(read.data!), read.data!);
        void message.success(say.saved);
      }}
    >
      <p className="yc-muted">{say.ruleLine}</p>
      <Query of={read} loading={<Loading rows={3} />}>
        {(rule) =>
          (Object.keys(limits) as K[]).map((key) => (
            <EditField key={key} label={say.ruleFields[key]}>
              {(ties) => (
                <InputNumber
                  {...ties}
                  min={limits[key][0]}
                  max={limits[key][1]}
                  precision={0}
                  value={nowOf(rule)[key]}
                  onChange={(value) => setChanged({ ...changed, ...(value === null ? {} : { [key]: value }) })}
                />
              )}
            </EditField>
          ))
        }
      </Query>
    </ConfirmDialog>
  );
}
