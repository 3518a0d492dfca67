/** Several errands of a hall: what somebody will do there, what an exam qualifies for. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { EditField } from '#web/ui/edit/edit-fields.tsx';

/** `errands` are those to choose from; none may be chosen. */
export function WhichErrands(props: {
  label: string;
  wide?: boolean;
  errands: { value: string; label: string }[];
  chosen: string[];
  onChange: (errandIds: string[]) => void;
}): ReactNode {
  return (
    <EditField label={props.label} optional wide={props.wide ?? false}>
      {(ties) => (
        <Select
          {...ties}
          mode="multiple"
          value={props.chosen}
          options={props.errands}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={props.onChange}
        />
      )}
    </EditField>
  );
}
