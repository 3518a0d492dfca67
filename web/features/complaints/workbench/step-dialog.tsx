/** What a step of a complaint asks for. */
import { Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { complaintsContract as ops, type ComplaintWhole } from '#modules/complaints/contract';
import { officesContract } from '#modules/offices/contract';
import { peopleContract } from '#modules/people/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';

export type Shown = 'assign' | 'identify' | 'askStatement' | 'answer';
const changes = [ops.getComplaint, ops.listComplaints, ops.countComplaints];

export function StepDialog({ row, step, onClose }: { row: ComplaintWhole; step: Shown; onClose: () => void }): ReactNode {
  const say = useWords(complaintWords);
  const [chosen, setChosen] = useState<string>();
  const [missing, setMissing] = useState(false);
  const assign = useAct(ops.assignComplaint, { changes });
  const identify = useAct(ops.identify, { changes });
  const ask = useAct(ops.askStatement, { changes });
  const answer = useAct(ops.answerComplaint, { changes });
  const params = { id: row.id };
  const chooses = step === 'assign' || step === 'identify';
  const send = async (text: string): Promise<boolean> => {
    setMissing(chooses && !chosen);
    if (chooses && !chosen) return false;
    if (step === 'assign') await assign.send({ params, body: { actionId: assign.key(), handlerId: chosen!, text } });
    if (step === 'identify') await identify.send({ params, body: { actionId: identify.key(), aboutId: chosen! } });
    if (step === 'askStatement') await ask.send({ params, body: { actionId: ask.key(), text } });
    if (step === 'answer') await answer.send({ params, body: { actionId: answer.key(), text } });
    return true;
  };
  const labels = { assign: say.remark, identify: '', askStatement: say.question, answer: say.answerLabel };
  return (
    <ConfirmDialog
      open
      title={`${say.verbs[step]}：${row.number}`}
      verb={say.verbs[step]}
      {...(step === 'identify' ? {} : { reason: step === 'assign' ? ('optional' as const) : ('needed' as const), reasonLabel: labels[step] })}
      onClose={onClose}
      onConfirm={send}
    >
      {step === 'assign' ? <Handlers row={row} chosen={chosen} set={setChosen} /> : null}
      {step === 'identify' ? <AboutWhom chosen={chosen} set={setChosen} /> : null}
      {missing && !chosen ? (
        <p className="yc-fault" role="alert">
          {say.choose(step === 'assign' ? say.handler : say.aboutWho)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore

interface Choosing {
  chosen: string | undefined;
  set: (id: string | undefined) => void;
}

function Handlers({ row, chosen, set }: Choosing & { row: ComplaintWhole }): ReactNode {
  const say = useWords(complaintWords);
  const id = useId();
  const found = useOp(ops.listHandlers, { params: { id: row.id } });
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={id}>
        {say.handler}
      </label>
      <Select
        id={id}
        value={chosen ?? null}
        onChange={(next: string | null) => set(next ?? undefined)}
        showSearch={{ optionFilterProp: 'label' }}
        options={(found.data ?? []).map(({ accountId, name, office }) => ({
          value: accountId,
          label: office ? `${name} · ${say.office}` : name,
        }))}
      />
      <p className="yc-muted yc-small">{say.handlerWhat}</p>
    </div>
  );
}

function AboutWhom({ chosen, set }: Choosing): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const id = useId();
  const [departmentId, setDepartment] = useState<string>();
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  return (
    <>
      <p className="yc-muted">{say.aboutWhat}</p>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={id}>
          {say.colleagueDepartment}
        </label>
        <Select
          id={id}
          value={departmentId ?? null}
          onChange={(next: string | null) => {
            setDepartment(next ?? undefined);
            set(undefined);
          }}
          showSearch={{ optionFilterProp: 'label' }}
          options={(departments.data?.rows ?? []).map((one) => ({
            value: one.id,
            label: pick(language, one.shortName, one.nameEn),
          }))}
        />
      </div>
      {departmentId ? <Colleagues key={departmentId} departmentId={departmentId} chosen={chosen} set={set} /> : null}
    </>
  );
}

function Colleagues({ departmentId, chosen, set }: Choosing & { departmentId: string }): ReactNode {
  const say = useWords(complaintWords);
  const id = useId();
  const found = useOp(peopleContract.listStaff, { query: { departmentId, limit: 500 } });
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={id}>
        {say.aboutWho}
      </label>
      <Select
        id={id}
        value={chosen ?? null}
        onChange={(next: string | null) => set(next ?? undefined)}
        showSearch={{ optionFilterProp: 'label' }}
        options={(found.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
    </div>
  );
}
