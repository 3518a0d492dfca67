/** What a step asks for: words, a department, a day. */
import { App, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { improvementsContract as ops, wordedSteps, type Step, type Suggestion } from '#modules/improvements/contract';
import { call, newKey } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { useDepartmentShortOptions } from '#web/features/offices/departments.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { today } from '#web/words/dates.ts';
import { colon, useWords } from '#web/words/language.ts';
import { improvementWords } from '../words.ts';

const plain = {
  accept: ops.acceptOrder,
  decline: ops.declineOrder,
  finish: ops.finishOrder,
  verify: ops.verifyOrder,
  sendBack: ops.sendBackOrder,
  adopt: ops.adopt,
  close: ops.closeSuggestion,
} as const;

export function StepDialog(props: { row: Suggestion; step: Step; onClose: () => void }): ReactNode {
  const { row, step } = props;
  const say = useWords(improvementWords);
  const { message } = App.useApp();
  const id = useId();
  const [actionId] = useState(newKey);
  const [departmentId, setDepartment] = useState<string>();
  const [plannedOn, setPlanned] = useState('');
  const [missing, setMissing] = useState<string>();
  const departments = useDepartmentShortOptions();
  const send = async (text: string): Promise<boolean> => {
    const input = { params: { id: row.id } };
    const said = { actionId, ...(text ? { text } : {}) };
    if (step === 'dispatch') {
      if (!departmentId) return (setMissing(say.need(say.columns.department)), false);
      await call(ops.dispatch, { ...input, body: { ...said, departmentId } });
    } else if (step === 'plan') {
      if (!plannedOn) return (setMissing(say.need(say.plannedOn)), false);
      await call(ops.planOrder, { ...input, body: { ...said, text, plannedOn } });
    } else await call(plain[step], { ...input, body: { ...said, text } } as never);
    await readAgain(ops.getSuggestion, ops.listSuggestions, ops.countSuggestions);
    void message.success(say.done);
    return true;
  };
  const faulty = missing ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {};
  return (
    <ConfirmDialog
      open
      title={`${say.verbs[step]}${colon()}${row.title}`}
      verb={say.verbs[step]}
      danger={step === 'decline' || step === 'sendBack'}
      reason={wordedSteps.includes(step) ? 'needed' : 'optional'}
      reasonLabel={say.texts[step]}
      onConfirm={send}
      onClose={props.onClose}
    >
      {step === 'dispatch' ? (
        <div className="yc-field">
          <label className="yc-field-title" htmlFor={`${id}-department`}>
            {say.columns.department}
          </label>
          <Select
            id={`${id}-department`}
            value={departmentId}
            onChange={setDepartment}
            showSearch={{ optionFilterProp: 'label' }}
            options={departments}
            {...faulty}
          />
        </div>
      ) : null}
      {step === 'plan' ? (
        <div className="yc-field">
          <label className="yc-field-title" htmlFor={`${id}-day`}>
            {say.plannedOn}
          </label>
          <Input
            id={`${id}-day`}
            type="date"
            min={today()}
            value={plannedOn}
            onChange={({ target }) => setPlanned(target.value)}
            {...faulty}
          />
        </div>
      ) : null}
      {missing ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {missing}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
