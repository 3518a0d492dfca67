/** A complaint with its history, and what can be done with it now. */
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, isOpen, keptDays, type ComplaintWhole } from '#modules/complaints/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { History, StepButtons } from '#web/ui/record.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';
import { StateOf } from './complaints.tsx';
import { StepDialog, type Shown } from './step-dialog.tsx';

function ComplaintPage(): ReactNode {
  const found = useOp(ops.getComplaint, { params: { id: useParam('id') } });
  return (
    <div className="yc-record">
      <Query of={found} loading={<Loading rows={8} />}>
        {(row) => <Whole row={row} />}
      </Query>
    </div>
  );
}

/** What somebody may do now, the next one first; the server decides for itself. */
function stepsOf(row: ComplaintWhole, leads: boolean, handles: boolean): Shown[] {
  if (!isOpen(row.state)) return [];
  if (row.state !== 'handling') return leads ? ['assign'] : [];
  return [...(handles ? (['answer', 'askStatement', 'identify'] as const) : []), ...(leads ? (['assign'] as const) : [])]; // prettier-ignore
}

function Whole({ row }: { row: ComplaintWhole }): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const me = useMe();
  const nameOf = useDepartmentShortName(say.office);
  const [step, setStep] = useState<Shown>();
  const leads = hasRole(me, ['office']) || (me?.posts ?? []).some(({ role, departmentId }) => role === 'head' && departmentId === row.departmentId); // prettier-ignore
  const steps = stepsOf(row, leads, row.handlerId === me?.accountId);
  const part = (key: string, title: string, text: string): ReactNode =>
    text ? (
      <section aria-labelledby={`complaint-${key}`}>
        <h2 id={`complaint-${key}`}>{title}</h2>
        <p className="yc-record-text">{text}</p>
      </section>
    ) : null;
  return (
    <>
      <PageHeader
        title={row.number}
        sub={`${say.doors[row.door]} · ${sayInstant(row.madeAt, language)} · ${nameOf(row.departmentId)}`}
        back={{ to: '/complaints', say: say.back }}
        actions={<StepButtons steps={steps} verbs={say.verbs} onStep={setStep} />}
      />
      <p>
        <StateOf row={row} />
        {row.dueOn ? ` · ${say.until(sayDay(row.dueOn, language))}` : ''}
        {row.handlerName ? ` · ${say.columns.handler} ${row.handlerName}` : ''}
      </p>
      <p className="yc-record-text yc-record-card">{row.body}</p>
      <p className="yc-muted yc-small">
        {[
          row.forgotten ? say.forgotten(keptDays) : `${say.complainer} ${row.name || '–'} ${row.phone}`,
          row.aboutName ? `${say.columns.about} ${row.aboutName}` : '',
          row.windowNumber ? say.about(row.windowNumber) : '',
          row.ticketNumber ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {part('asked', say.asked, row.question)}
      {part('statement', say.statement, row.statement)}
      {part('answer', say.answer, row.answer)}
      <History
        title={say.history}
        steps={row.steps.map(({ kind, late, ...step }) => ({
          ...step,
          did: say.kinds[kind],
          late: late ? say.late : undefined,
        }))}
      />
      {step ? <StepDialog row={row} step={step} onClose={() => setStep(undefined)} /> : null}
    </>
  );
}

export const page = definePage({
  roles: ['head', 'office', 'auditor'],
  load: ({ params }) => prefetch(ops.getComplaint, { params: { id: params.id! } }),
  Component: ComplaintPage,
});
