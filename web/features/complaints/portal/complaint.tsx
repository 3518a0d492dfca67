/** Where a complaint stands, its answer, and whether that satisfies: the page of its code, without an account. */
import '#web/ui/record.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, type ComplaintSeen } from '#modules/complaints/contract';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';

function ComplaintPage(): ReactNode {
  const found = useOp(ops.lookComplaint, { params: { code: useParam('code') } }, { every: 60_000 });
  return <Query of={found}>{(row) => <Shown row={row} />}</Query>;
}

function Shown({ row }: { row: ComplaintSeen }): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const place = [
    row.outletName ? pick(language, row.outletName, row.outletNameEn) : '',
    row.windowNumber ? say.about(row.windowNumber) : '',
    row.ticketNumber ?? '',
  ].filter(Boolean);
  return (
    <div className="yc-record">
      <PageHeader
        title={say.portalTitle}
        sub={[row.number, sayInstant(row.madeAt, language), ...place].join(' · ')}
        back={{ to: '/complaints', say: say.title }}
      />
      <section className="yc-record-card" aria-live="polite">
        <p className="yc-record-headline">{say.seenStates[row.state]}</p>
        {row.dueOn ? <p>{say.until(sayDay(row.dueOn, language))}</p> : null}
        {row.state === 'closed' && row.satisfied !== null ? <p>{say.judged(row.satisfied)}</p> : null}
      </section>
      {row.answer ? (
        <section aria-labelledby="complaint-answer">
          <h2 id="complaint-answer">{say.answer}</h2>
          <p className="yc-record-text">{row.answer}</p>
        </section>
      ) : null}
      {row.state === 'answered' ? <Judge row={row} /> : null}
      <section aria-labelledby="complaint-body">
        <h2 id="complaint-body">{say.body}</h2>
        <p className="yc-record-text">{row.body}</p>
      </section>
      <p className="yc-muted yc-small">
        {say.keep} {say.code(row.code)}
      </p>
    </div>
  );
}

function Judge({ row }: { row: ComplaintSeen }): ReactNode {
  const say = useWords(complaintWords);
  const [asking, setAsking] = useState(false);
  const act = useAct(ops.judgeAnswer, { changes: [ops.lookComplaint, ops.myComplaints] });
  const judge = (satisfied: boolean, text?: string) =>
    act.send({ params: { code: row.code }, body: { actionId: act.key(), satisfied, ...(text ? { text } : {}) } });
  return (
    <>
      <ProblemNote error={act.error} />
      <div className="yc-row">
        <Button loading={act.sending} onClick={() => void judge(true).catch(() => {})}>
          {say.satisfied}
        </Button>
        <Button onClick={() => setAsking(true)}>{say.dissatisfied}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={say.dissatisfied}
        verb={say.dissatisfied}
        reason="optional"
        reasonLabel={say.whatElse}
        onClose={() => setAsking(false)}
        onConfirm={(text) => judge(false, text)}
      >
        <p>{row.reopened ? say.dissatisfiedAgain : say.dissatisfiedWhat}</p>
      </ConfirmDialog>
    </>
  );
}

export const page = definePage({
  load: ({ params }) => prefetch(ops.lookComplaint, { params: { code: params.code! } }),
  Component: ComplaintPage,
});
