/** A question with its history, and what can be done with it now. */
import { useState, type ReactNode } from 'react';
import { firstaskedContract as ops, isOpen, keptDays, type QuestionWhole } from '#modules/firstasked/contract';
import { mostLetters } from '#web/client/most-letters.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { History, StepButtons } from '#web/ui/record.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';
import { StateOf } from './questions.tsx';
import { stepsOf, type Step } from './steps.ts';
import { sentTo, ToWhom, type Whom } from './to-whom.tsx';

const changes = [ops.getQuestion, ops.listQuestions, ops.countQuestions];

function Shown({ row }: { row: QuestionWhole }): ReactNode {
  const say = useWords(questionWords);
  const language = useLanguage();
  const me = useMe();
  const nameOf = useDepartmentShortName();
  const [step, setStep] = useState<Step>();
  const office = hasRole(me, ['office']);
  const first = row.firstId === me?.accountId;
  const ours = (me?.posts ?? []).some(({ role, departmentId }) => role !== 'auditor' && role !== 'admin' && departmentId !== null && departmentId === row.departmentId); // prettier-ignore
  const leads = (me?.posts ?? []).some(({ role, departmentId }) => role === 'head' && departmentId !== null && departmentId === row.firstDepartmentId); // prettier-ignore
  const steps = stepsOf(row, { office, first, leads, receives: office || ours || row.colleagueId === me?.accountId });
  return (
    <>
      <PageHeader
        title={row.topic}
        sub={`${row.number} · ${say.doors[row.door]} · ${row.firstName} ${sayInstant(row.askedAt, language)}`}
        back={{ to: '/questions', say: say.back }}
        actions={<StepButtons steps={steps} verbs={say.verbs} danger={['giveBack']} onStep={setStep} />}
      />
      <p>
        <StateOf row={row} />
        {row.departmentId ? ` · ${nameOf(row.departmentId)}` : ''}
        {row.dueAt ? ` · ${say.until(sayInstant(row.dueAt, language))}` : ''}
      </p>
      {row.final && isOpen(row.state) ? <p className="yc-muted">{say.final}</p> : null}
      {row.officeDecides && !office && row.state === 'returned' ? (
        <p className="yc-muted">{say.officeDecides}</p>
      ) : null}
      {row.answer ? <p className="yc-record-text yc-record-card">{row.answer}</p> : null}
      <p className="yc-muted yc-small">
        {row.forgotten ? `${say.forgotten(keptDays)} · ` : ''}
        {row.askerName || row.askerPhone ? `${say.asker} ${row.askerName} ${row.askerPhone} · ` : ''}
        {row.code ? `${say.code} ${row.code}` : ''}
      </p>
      <History
        title={say.history}
        steps={row.steps.map(({ kind, departmentId, colleagueName, late, ...step }) => ({
          ...step,
          did: say.kinds[kind],
          more: departmentId ? ` → ${nameOf(departmentId)} ${colleagueName ?? ''}` : '',
          late: late ? say.late : undefined,
        }))}
      />
      {step ? <StepDialog row={row} step={step} onClose={() => setStep(undefined)} /> : null}
    </>
  );
}

function StepDialog({ row, step, onClose }: { row: QuestionWhole; step: Step; onClose: () => void }): ReactNode {
  const say = useWords(questionWords);
  const [whom, setWhom] = useState<Whom>({});
  const [missing, setMissing] = useState(false);
  const acts = {
    handOver: useAct(ops.handOver, { changes }),
    acknowledge: useAct(ops.acknowledge, { changes }),
    giveBack: useAct(ops.giveBack, { changes }),
    settle: useAct(ops.settle, { changes }),
  };
  const act = acts[step];
  return (
    <ConfirmDialog
      open
      title={say.verbs[step]}
      verb={say.verbs[step]}
      danger={step === 'giveBack'}
      reason={step === 'giveBack' || step === 'settle' ? 'needed' : 'optional'}
      reasonLabel={say.texts[step]}
      reasonMost={mostLetters(ops[step], 'text')}
      onClose={onClose}
      onConfirm={async (text) => {
        setMissing(step === 'handOver' && !whom.departmentId);
        if (step === 'handOver' && !whom.departmentId) return false;
        const body = { actionId: act.key(), text, ...(step === 'handOver' ? sentTo(whom) : {}) };
        await act.send({ params: { id: row.id }, body: body as never });
        return true;
      }}
    >
      {step === 'handOver' ? <ToWhom whom={whom} set={setWhom} /> : null}
      {missing && !whom.departmentId ? (
        <p className="yc-fault" role="alert">
          {say.need(say.department)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}

function QuestionPage(): ReactNode {
  const found = useOp(ops.getQuestion, { params: { id: useParam('id') } });
  return (
    <div className="yc-record">
      <Query of={found} loading={<Loading rows={8} />}>
        {(row) => <Shown row={row} />}
      </Query>
    </div>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(ops.getQuestion, { params: { id: params.id! } }),
  Component: QuestionPage,
});
