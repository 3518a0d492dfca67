/** Writing a policy: what it gives, to whom, from which document, how long. */
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { factKeys, projectsContract as ops, type PolicyLine } from '#modules/projects/contract';
import { newKey } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { useDepartmentOptions } from '#web/features/offices/departments.ts';
import { policyWords } from '../policy-words.ts';
import { bodyOf, emptyPolicy, missingIn, opsOf, writtenOf, type WrittenCondition, type WrittenPolicy } from './policy-form.ts'; // prettier-ignore
import { benchWords } from './words.ts';

export function PolicyEditor(props: { policy: PolicyLine | undefined; onClose: () => void }): ReactNode {
  const { policy } = props;
  const say = useWords(benchWords);
  const { fields } = say;
  const general = useWords(policyWords);
  const [id] = useState(() => policy?.id ?? newKey());
  const [written, setWritten] = useState<WrittenPolicy>(() => (policy ? writtenOf(policy) : emptyPolicy));
  const [withdrawn, setWithdrawn] = useState(policy?.withdrawn ?? false);
  const [checked, setChecked] = useState(false);
  const departments = useDepartmentOptions();
  const act = useAct(ops.savePolicy, { changes: [ops.listPolicies, ops.publicPolicies, ops.matchPolicies] });
  const change = (to: Partial<WrittenPolicy>): void => setWritten((before) => ({ ...before, ...to }));
  const missing = checked ? missingIn(written) : [];
  const text = (key: 'code' | 'name' | 'nameEn' | 'summary' | 'amount' | 'percent' | 'cap' | 'words' | 'how' | 'source' | 'from' | 'until') => ({
    label: fields[key],
    value: written[key],
    onChange: (value: string) => change({ [key]: value }),
    fault: missing.includes(key) ? fields.needed : undefined,
  }); // prettier-ignore
  return (
    <ConfirmDialog
      open
      title={policy ? say.editPolicy : say.newPolicy}
      verb={say.save}
      width={720}
      onConfirm={() => {
        setChecked(true);
        if (missingIn(written).length > 0) return Promise.resolve(false);
        const body = { code: written.code.trim(), version: policy?.version ?? 0, body: bodyOf(written), withdrawn };
        return act.send({ params: { id }, body });
      }}
      onClose={props.onClose}
    >
      <EditText {...text('name')} maxLength={120} />
      <EditText {...text('nameEn')} optional maxLength={160} />
      <EditText {...text('code')} maxLength={40} />
      <EditSelect
        label={fields.department}
        value={written.departmentId}
        options={departments}
        onChange={(departmentId) => change({ departmentId })}
        fault={missing.includes('departmentId') ? fields.needed : undefined}
      />
      <EditText {...text('summary')} rows={2} maxLength={600} />
      <EditSelect
        label={fields.kind}
        value={written.kind}
        options={(['fixed', 'share', 'inWords'] as const).map((value) => ({ value, label: fields.kinds[value] }))}
        onChange={(kind) => kind && change({ kind })}
      />
      {written.kind === 'fixed' ? <EditText {...text('amount')} kind="number" /> : null}
      {written.kind === 'inWords' ? <EditText {...text('words')} maxLength={300} /> : null}
      {written.kind === 'share' ? (
        <>
          <EditSelect
            label={fields.of}
            value={written.of}
            options={(['investmentFen', 'revenueFen'] as const).map((value) => ({ value, label: general.factOf[value] }))}
            onChange={(of) => of && change({ of })}
          />
          <EditText {...text('percent')} kind="number" />
          <EditText {...text('cap')} kind="number" optional />
        </>
      ) : null}
      <Conditions
        conditions={written.conditions}
        onChange={(conditions) => change({ conditions })}
        fault={missing.includes('conditions') ? fields.needed : undefined}
      />
      <Checkbox checked={written.without} onChange={({ target }) => change({ without: target.checked })}>
        {fields.without}
      </Checkbox>
      {written.without ? null : <EditText {...text('how')} optional maxLength={600} />}
      <EditText {...text('source')} maxLength={200} />
      <EditText {...text('from')} kind="date" />
      <EditText {...text('until')} kind="date" optional />
      {policy ? (
        <Checkbox checked={withdrawn} onChange={({ target }) => setWithdrawn(target.checked)}>
          {say.withdraw}
        </Checkbox>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore

function Conditions(props: {
  conditions: readonly WrittenCondition[];
  onChange: (conditions: WrittenCondition[]) => void;
  fault: string | undefined;
}): ReactNode {
  const { conditions } = props;
  const { fields } = useWords(benchWords);
  const general = useWords(policyWords);
  const set = (at: number, to: Partial<WrittenCondition>): void =>
    props.onChange(conditions.map((one, i) => (i === at ? { ...one, ...to } : one)));
  const yesNo = [
    { value: 'true', label: general.yes },
    { value: 'false', label: general.no },
  ];
  return (
    <fieldset className="projects-card">
      <legend>{fields.conditions}</legend>
      {conditions.map(({ fact, op, value }, at) => (
        <div key={at} className="yc-row">
          <EditSelect
            label={fields.fact}
            value={fact}
            options={factKeys.map((key) => ({ value: key, label: general.factOf[key] }))}
            onChange={(next) => next && set(at, { fact: next, op: opsOf(next)[0]!, value: '' })}
          />
          <EditSelect
            label={fields.op}
            value={op}
            options={opsOf(fact).map((one) => ({ value: one, label: fields.ops[one] }))}
            onChange={(next) => next && set(at, { op: next })}
          />
          {op === 'is' ? (
            <EditSelect label={fields.value} value={value || 'true'} options={yesNo} onChange={(next) => set(at, { value: next ?? 'true' })} />
          ) : (
            <EditText
              label={`${fields.value}${fact === 'investmentFen' || fact === 'revenueFen' ? ` (${general.tenThousand})` : ''}`}
              hint={op === 'isOneOf' || op === 'beginsWith' ? fields.several : undefined}
              value={value}
              onChange={(next) => set(at, { value: next })}
            />
          )}
          <Button onClick={() => props.onChange(conditions.filter((_, i) => i !== at))}>{fields.remove}</Button>
        </div>
      ))}
      {props.fault ? (
        <p className="yc-fault" role="alert">
          {props.fault}
        </p>
      ) : null}
      <div>
        <Button onClick={() => props.onChange([...conditions, { fact: 'investmentFen', op: 'atLeast', value: '' }])}>
          {fields.add}
        </Button>
      </div>
    </fieldset>
  );
} // prettier-ignore
