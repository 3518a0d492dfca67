/** A member of staff as a condition: found by name. Lies in the address as `accountId`. */
import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { useOp } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';

export function StaffFilter(props: { label: string }): ReactNode {
  const [{ accountId }, ask] = useAsked();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [name, setName] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useOp(
    peopleContract.listStaff,
    { query: { limit: 30, disabled: true, ...(words ? { words } : {}) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  const options = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.name} · ${row.loginName}` }));
  // The one from the address may be none of the thirty.
  if (accountId && !options.some(({ value }) => value === accountId))
    options.unshift({ value: accountId, label: name || '…' });
  return (
    <Select
      aria-label={props.label}
      placeholder={props.label}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={accountId ?? null}
      options={options}
      onChange={(value: string | null | undefined) => {
        setName(options.find((option) => option.value === value)?.label ?? '');
        ask({ accountId: value ?? undefined });
      }}
      style={{ width: '12rem' }}
    />
  );
}
