/** Allowing the use of one's locker: to one department, or for one service, whoever handles it. */
import { Button, Radio, Select } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { lockersContract } from '#modules/lockers/contract';
import { officesContract } from '#modules/offices/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { lockerWords } from '../words.ts';

const targets = ['department', 'item'] as const;
type Target = (typeof targets)[number];

export function GiveConsent(props: { owner: { organisationId?: string } }): ReactNode {
  const say = useWords(lockerWords);
  const id = useId();
  const [target, setTarget] = useState<Target>('department');
  const [chosen, setChosen] = useState<string>();
  const act = useAct(lockersContract.giveConsent, { changes: [lockersContract.listConsents] });
  const give = (): void => {
    if (!chosen) return;
    const about = target === 'department' ? { departmentId: chosen } : { itemId: chosen };
    void act.send({ body: { id: act.key(), ...about, ...props.owner } }).then(
      () => setChosen(undefined),
      () => undefined,
    );
  };
  const choice = { id, value: chosen, onChange: setChosen };
  return (
    <div className="lockers-form">
      <div className="yc-field">
        <label htmlFor={id} className="yc-field-title">
          {say.give}
        </label>
        <Radio.Group
          aria-label={say.give}
          optionType="button"
          value={target}
          options={targets.map((value) => ({ value, label: say.giveTo[value] }))}
          onChange={(event) => {
            setTarget(event.target.value as Target);
            setChosen(undefined);
          }}
        />
        <p id={`${id}-hint`} className="yc-muted yc-small">
          {target === 'department' ? say.giveDepartmentHint : say.giveItemHint}
        </p>
        <div className="yc-row">
          {target === 'department' ? <DepartmentChoice {...choice} /> : <ItemChoice {...choice} />}
          <Button disabled={!chosen} loading={act.sending} onClick={give}>
            {say.giveVerb}
          </Button>
        </div>
      </div>
      <ProblemNote error={act.error} />
    </div>
  );
}

interface ChoiceProps {
  id: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function DepartmentChoice({ id, value, onChange }: ChoiceProps): ReactNode {
  const say = useWords(lockerWords);
  const language = useLanguage();
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  return (
    <Select
      id={id}
      className="lockers-select"
      aria-describedby={`${id}-hint`}
      placeholder={say.chooseDepartment}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      showSearch={{ optionFilterProp: 'label' }}
      options={(departments.data?.rows ?? []).map((one) => ({
        value: one.id,
        label: pick(language, one.name, one.nameEn),
      }))}
    />
  );
}

function ItemChoice({ id, value, onChange }: ChoiceProps): ReactNode {
  const say = useWords(lockerWords);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useOp(
    catalogueContract.searchItems,
    { query: { q, limit: 10 } },
    { enabled: q !== '', keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  return (
    <Select
      id={id}
      className="lockers-select"
      aria-describedby={`${id}-hint`}
      placeholder={say.chooseItem}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={null}
      options={rows.map((item) => ({
        value: item.itemId,
        label: pick(language, item.plainName ?? item.name, item.plainNameEn ?? item.nameEn),
      }))}
    />
  );
}
