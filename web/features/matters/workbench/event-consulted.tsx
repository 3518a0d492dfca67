/** Which departments are asked about which item before it is granted, how long they have, and what their silence means. */
import { Button, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useDepartmentOptions } from '#web/features/offices/departments.ts';
import { useWords } from '#web/words/language.ts';
import type { Body } from './event-edits.ts';
import { editWords } from './edit-words.ts';

type Consulted = NonNullable<Body['consulted']>[number];

export function EventConsulted(props: {
  body: Body;
  member: string;
  /** Of the item, for those who do not see it. */
  of: string;
  /** Its own department is not consulted. */
  departmentId: string | null;
  onChange: (body: Body) => void;
}): ReactNode {
  const { body, member, of } = props;
  const say = useWords(editWords);
  const departments = useDepartmentOptions().filter(({ value }) => value !== props.departmentId);
  const all = body.consulted ?? [];
  const set = (consulted: Consulted[]): void => props.onChange({ ...body, consulted });
  const rows = all.flatMap((one, at) => (one.member === member ? [{ one, at }] : []));
  const put = (at: number, to: Consulted): void => set(all.map((one, index) => (index === at ? to : one)));
  return (
    <fieldset className="yc-field">
      <legend className="yc-muted yc-small">
        {say.consulted}
        {rows.length === 0 ? ` · ${say.consultedNone}` : ''}
      </legend>
      {rows.map(({ one, at }) => (
        <div key={at} className="matters-when">
          <Select
            aria-label={`${of}: ${say.consulted}`}
            value={one.departmentId}
            options={departments}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(departmentId: string) => put(at, { ...one, departmentId })}
          />
          <InputNumber
            aria-label={`${of}: ${say.days}`}
            value={one.days}
            min={1}
            max={60}
            precision={0}
            suffix={say.days}
            onChange={(days) => put(at, { ...one, days: days ?? one.days })}
          />
          <Select
            aria-label={`${of}: ${say.silence}`}
            value={String(one.silenceIsConsent ?? 'event')}
            options={[
              { value: 'event', label: say.silenceAsEvent },
              { value: 'true', label: say.silenceConsents },
              { value: 'false', label: say.silenceEscalates },
            ]}
            onChange={(value: string) => {
              const { silenceIsConsent: _, ...rest } = one;
              put(at, value === 'event' ? rest : { ...rest, silenceIsConsent: value === 'true' });
            }}
          />
          <Button
            size="small"
            type="text"
            aria-label={`${say.remove} ${of}: ${say.consulted}`}
            onClick={() => set(all.filter((_, index) => index !== at))}
          >
            {say.remove}
          </Button>
        </div>
      ))}
      {departments.length > 0 && all.length < 40 ? (
        <div>
          <Button
            size="small"
            aria-label={`${say.addConsulted} ${of}`}
            onClick={() => {
              const free = departments.find(({ value }) => !rows.some(({ one }) => one.departmentId === value));
              if (free) set([...all, { member, departmentId: free.value, days: 5 }]);
            }}
          >
            {say.addConsulted}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
