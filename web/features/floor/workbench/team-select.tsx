/** Who makes a check: found by name among all of the district, of whom no one list holds everybody. */
import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { useOp } from '#web/client/query.ts';

export interface Member {
  value: string;
  label: string;
}
/** As many as the server takes. */
const mostMembers = 10;

export function TeamSelect(props: { id: string; team: Member[]; onChange: (team: Member[]) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim().slice(0, 40)), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useOp(
    peopleContract.listStaff,
    { query: { limit: 50, ...(words ? { words } : {}) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  return (
    <Select<Member[]>
      id={props.id}
      mode="multiple"
      labelInValue
      maxCount={mostMembers}
      value={props.team}
      onChange={(chosen) => props.onChange(chosen.map(({ value, label }) => ({ value, label })))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(found.data?.rows ?? []).map(({ id, name, loginName }) => ({ value: id, label: `${name} · ${loginName}` }))}
    />
  );
} // prettier-ignore
