/** One's own: the exams that are to be sat, the courses to come, and the file, to which one can object. */
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
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant, sayNearDay } from '#web/words/dates.ts';
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
            <OwnCourses training={file!.state === 'training'} />
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
  // An exam that is due must not stay unseen because it could not be read.
  if (!found.error && (found.data ?? []).length === 0) return null;
  const open = (id: string): void => void navigate({ to: '/window-staff/sittings/$id', params: { id } as never });
  return (
    <section className="yc-panel" aria-labelledby="my-exams">
      <h2 id="my-exams">{say.mine}</h2>
      <Query of={found}>
        {(exams) => (
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
        )}
      </Query>
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

/** Courses to come; whoever is in training reads also that there is none yet. */
function OwnCourses({ training }: { training: boolean }): ReactNode {
  const say = useWords(examWords);
  const staff = useWords(staffWords);
  const language = useLanguage();
  const found = useOp(ops.myCourses, {});
  if (!training && !found.error && (found.data ?? []).length === 0) return null;
  return (
    <section className="yc-panel" aria-labelledby="my-courses">
      <h2 id="my-courses">{say.myCourses}</h2>
      <Query
        of={found}
        loading={<Loading rows={2} />}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className="yc-muted">{say.myCoursesNone}</p>}
      >
        {(rows) => (
          <ul className="yc-plain staff-lines">
            {rows.map((row) => (
              <li key={row.id}>
                <span>
                  <strong>{pick(language, row.title, row.titleEn)}</strong>
                  {row.cancelled ? <span className="staff-red"> ▲ {say.calledOff}</span> : null}
                  <br />
                  <span className="yc-muted yc-small">
                    {[row.place, row.teacher, staff.hours(row.minutes), row.required ? say.course.required : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span className="yc-numbers">
                  {sayNearDay(row.onDay, language)} {row.fromTime}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Query>
    </section>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin'],
  load: () => prefetch(ops.myFile, {}),
  Component: Mine,
});
