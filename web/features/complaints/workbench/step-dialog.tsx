/** What a step of a complaint asks for. */
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, type ComplaintWhole } from '#modules/complaints/contract';
import { mostLetters } from '#web/client/most-letters.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { colon, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';
import { AboutWhom, type Choosing } from './about-whom.tsx';

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
  const operations = { assign: ops.assignComplaint, askStatement: ops.askStatement, answer: ops.answerComplaint };
  const labels = { assign: say.remark, identify: '', askStatement: say.question, answer: say.answerLabel };
  return (
    <ConfirmDialog
      open
      title={`${say.verbs[step]}${colon()}${row.number}`}
      verb={say.verbs[step]}
      {...(step === 'identify' ? {} : { reason: step === 'assign' ? ('optional' as const) : ('needed' as const), reasonLabel: labels[step], reasonMost: mostLetters(operations[step], 'text') })}
      onClose={onClose}
      onConfirm={send}
    >
      {step === 'assign' ? <Handlers row={row} chosen={chosen} set={setChosen} /> : null}
      {step === 'identify' ? <AboutWhom outletId={row.outletId} chosen={chosen} set={setChosen} /> : null}
      {missing && !chosen ? (
        <p className="yc-fault" role="alert">
          {say.choose(step === 'assign' ? say.handler : say.aboutWho)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore

function Handlers({ row, chosen, set }: Choosing & { row: ComplaintWhole }): ReactNode {
  const say = useWords(complaintWords);
  const found = useOp(ops.listHandlers, { params: { id: row.id } });
  return (
    <EditSelect
      label={say.handler}
      hint={say.handlerWhat}
      value={chosen}
      onChange={set}
      options={(found.data ?? []).map(({ accountId, name, office }) => ({
        value: accountId,
        label: office ? `${name} · ${say.office}` : name,
      }))}
    />
  );
}
