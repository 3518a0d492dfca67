/** One's own: the exams that are to be sat, and the file, to which one can object. */
import '../live.ts';
import '../windowstaff.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type OwnExam } from '#modules/windowstaff/contract';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { staffWords } from '../words.ts';
import { MemberFile } from './member.tsx';

function Mine(): ReactNode {
  const say = useWords(staffWords);
  const found = useOp(ops.myFile, {});
  return (
    <div className="staff-page">
      <Query
        of={found}
        isEmpty={({ file }) => file === null}
        empty={
          <>
            <PageHeader title={say.file} />
            <Empty title={say.noFile}>{say.noFileLine}</Empty>
          </>
        }
      >
        {({ file }) => (
          <>
            <OwnExams />
            <MemberFile row={file!} own />
          </>
        )}
      </Query>
    </div>
  );
}

function OwnExams(): ReactNode {
  const say = useWords(examWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const found = useOp(ops.myExams, {});
  const [beginning, setBeginning] = useState<OwnExam>();
  const act = useAct(ops.sitExam, { changes: [ops.myExams] });
  const exams = found.data ?? [];
  if (exams.length === 0) return null;
  const open = (id: string): void => void navigate({ to: '/window-staff/sittings/$id', params: { id } as never });
  return (
    <section className="yc-panel" aria-labelledby="my-exams">
      <h2 id="my-exams">{say.mine}</h2>
      <ul className="yc-plain staff-lines">
        {exams.map((exam) => (
          <li key={exam.id}>
            <span>
              <strong>{pick(language, exam.title, exam.titleEn)}</strong>
              <br />
              <span className="yc-muted yc-small">
                {say.ownLine(exam.questions, exam.minutes, exam.passPercent)} ·{' '}
                {say.closes(sayInstant(exam.closesAt, language))} · {say.left(exam.sittingsLeft)}
              </span>
            </span>
            <span className="yc-row">
              {exam.lastId ? (
                <Link to="/window-staff/sittings/$id" params={{ id: exam.lastId } as never}>
                  {say.look}
                </Link>
              ) : null}
              {exam.runningId ? (
                <Button type="primary" onClick={() => open(exam.runningId!)}>
                  {say.goOn}
                </Button>
              ) : exam.refusal ? (
                <span className="yc-muted">
                  {exam.from ? say.from(sayDay(exam.from, language)) : say.refusals[exam.refusal]}
                </span>
              ) : (
                <Button type="primary" onClick={() => setBeginning(exam)}>
                  {exam.lastId ? say.sitAgain : say.begin}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={beginning !== undefined}
        title={beginning ? pick(language, beginning.title, beginning.titleEn) : ''}
        verb={say.begin}
        onClose={() => setBeginning(undefined)}
        onConfirm={async () => {
          const sitting = await act.send({ params: { id: beginning!.id }, body: { actionId: act.key() } });
          open(sitting.id);
        }}
      >
        <p>{beginning ? say.ownLine(beginning.questions, beginning.minutes, beginning.passPercent) : ''}</p>
        <p className="yc-muted">{say.beginWhat}</p>
      </ConfirmDialog>
    </section>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin'],
  load: () => prefetch(ops.myFile, {}),
  Component: Mine,
});
