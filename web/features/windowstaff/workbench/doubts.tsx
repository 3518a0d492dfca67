/** Questions that were said to be wrong, and what is decided about them. */
import '../live.ts';
import '../windowstaff.css';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type DoubtLine } from '#modules/windowstaff/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { StaffTabs, usePlace } from '../place.tsx';

type Decision = 'stands' | 'wrong';

function Doubts(): ReactNode {
  const say = useWords(examWords);
  const language = useLanguage();
  const runs = hasRole(useMe(), ['office']);
  const { message } = App.useApp();
  const { outletId, chooser } = usePlace();
  const found = useOp(ops.listDoubts, { query: { outletId: outletId ?? '', limit: 200 } }, { enabled: outletId !== undefined }); // prettier-ignore
  const [deciding, setDeciding] = useState<{ doubt: DoubtLine; decision: Decision }>();
  const act = useAct(ops.decideDoubt, { changes: [ops.listDoubts, ops.listQuestions, ops.getExam, ops.listExams] });
  return (
    <div className="staff-page">
      <PageHeader title={say.doubts} sub={say.doubtsLine} />
      <StaffTabs />
      {chooser}
      <Query of={found} isEmpty={({ rows }) => rows.length === 0} empty={<Empty title={say.doubtsNone} />}>
        {({ rows }) => (
          <ul className="yc-plain staff-lines yc-panel">
            {rows.map((doubt) => (
              <li key={doubt.id} className="staff-block">
                <p>
                  <strong>
                    {doubt.code} {doubt.stem}
                  </strong>
                </p>
                <p>{doubt.body}</p>
                <p className="yc-muted yc-small">
                  {doubt.name} · {sayInstant(doubt.at, language)}
                </p>
                {doubt.decision ? (
                  <p>
                    {say.doubtDecisions[doubt.decision]}
                    {colon()}
                    {doubt.reason} <span className="yc-muted yc-small">{doubt.decidedBy}</span>
                  </p>
                ) : runs ? (
                  <div className="yc-row">
                    <Button onClick={() => setDeciding({ doubt, decision: 'stands' })}>{say.stands}</Button>
                    <Button danger onClick={() => setDeciding({ doubt, decision: 'wrong' })}>
                      {say.isWrong}
                    </Button>
                  </div>
                ) : (
                  <p className="yc-muted">{say.openOnly}</p>
                )}
              </li>
            ))}
          </ul>
        )}
      </Query>
      <ConfirmDialog
        open={deciding !== undefined}
        title={deciding ? say.doubtDecisions[deciding.decision] : ''}
        verb={deciding?.decision === 'wrong' ? say.isWrong : say.stands}
        danger={deciding?.decision === 'wrong'}
        reason="needed"
        reasonLabel={say.decisionReason}
        onClose={() => setDeciding(undefined)}
        onConfirm={async (reason) => {
          const { doubt, decision } = deciding!;
          const done = await act.send({ params: { id: doubt.id }, body: { decision, reason: reason.slice(0, 500) } });
          if (decision === 'wrong') void message.success(say.remarked(done.remarked, done.passedNow));
        }}
      >
        <p>{deciding?.doubt.stem}</p>
      </ConfirmDialog>
    </div>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Doubts });
