/** What a step on a file asks for: a reason, a day, an account, what happened to things. */
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { reasonedSteps, windowStaffContract as ops, type Member, type MemberStep } from '#modules/windowstaff/contract'; // prettier-ignore
import { call, newKey } from '#web/client/client.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { colon, oneByOne, useWords } from '#web/words/language.ts';
import { staffWords } from '../words.ts';

const operations = {
  withdraw: ops.withdrawMember,
  admit: ops.admitMember,
  refuse: ops.refuseMember,
  begin: ops.beginProbation,
  extend: ops.extendProbation,
  confirm: ops.confirmMember,
  fail: ops.failMember,
  leave: ops.leaveMember,
} as const;
export const changesOfStep = [ops.getMember, ops.listMembers, ops.countMembers, ops.listAttention, ops.myFile];

export function StepDialog({ row, step, onClose }: { row: Member; step: MemberStep; onClose: () => void }): ReactNode {
  const say = useWords(staffWords);
  const { message } = App.useApp();
  const [actionId] = useState(newKey);
  const [untilOn, setUntil] = useState('');
  const [accountId, setAccount] = useState<string | undefined>(row.accountId ?? undefined);
  const [lost, setLost] = useState('');
  const [missing, setMissing] = useState(false);
  const asksAccount = step === 'admit' && row.accountId === null;
  const people = useOp(peopleContract.listStaff, { query: { ...(row.departmentId ? { departmentId: row.departmentId } : {}), limit: 500 } }, { enabled: asksAccount }); // prettier-ignore
  const out = row.things.filter(({ returnedAt }) => returnedAt === null);
  const send = async (reason: string): Promise<boolean> => {
    if ((step === 'extend' && !untilOn) || (asksAccount && !accountId)) return (setMissing(true), false);
    const body = {
      actionId,
      ...(step === 'begin' ? {} : { reason: reason || say.steps[step] }),
      ...(step === 'extend' ? { untilOn } : {}),
      ...(asksAccount ? { accountId } : {}),
      ...(step === 'leave' && lost.trim() ? { lost } : {}),
    };
    await call(operations[step], { params: { id: row.id }, body } as never);
    await readAgain(...changesOfStep);
    void message.success(say.done);
    return true;
  };
  const danger = step === 'refuse' || step === 'fail' || step === 'leave' || step === 'withdraw';
  return (
    <ConfirmDialog
      open
      title={`${say.steps[step]}${colon()}${row.name}`}
      verb={say.steps[step]}
      danger={danger}
      {...(step === 'begin' ? {} : { reason: reasonedSteps.includes(step) ? ('needed' as const) : ('optional' as const) })} // prettier-ignore
      reasonLabel={say.reason}
      onConfirm={send}
      onClose={onClose}
    >
      <p className="yc-muted">{say.stepWhat[step]}</p>
      {asksAccount ? (
        <EditSelect
          label={say.accountNeeded}
          value={accountId}
          onChange={setAccount}
          options={(people.data?.rows ?? []).map(({ id, name, loginName }) => ({ value: id, label: `${name} ${loginName}` }))} // prettier-ignore
          {...(missing && !accountId ? { fault: say.need(say.accountNeeded) } : {})}
        />
      ) : null}
      {step === 'extend' ? (
        <EditText
          label={say.until}
          kind="date"
          value={untilOn}
          onChange={setUntil}
          {...(missing && !untilOn ? { fault: say.need(say.until) } : {})}
        />
      ) : null}
      {step === 'leave' && out.length > 0 ? (
        <EditText
          label={say.lost}
          hint={oneByOne(out.map(({ name }) => name))}
          optional
          value={lost}
          onChange={setLost}
          maxLength={300}
        />
      ) : null}
    </ConfirmDialog>
  );
}
