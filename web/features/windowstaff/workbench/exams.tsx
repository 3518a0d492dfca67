/** Exams of the hall, and one of them with its results. */
import '../live.ts';
import '../windowstaff.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type ExamLine } from '#modules/windowstaff/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { StaffTabs, useNames, usePlace } from '../place.tsx';
import { ExamForm } from './exam-form.tsx';

function Exams(): ReactNode {
  const say = useWords(examWords);
  const language = useLanguage();
  const runs = hasRole(useMe(), ['office']);
  const { outletId, chooser, names } = usePlace();
  const [making, setMaking] = useState<string>();
  const rows = useRows(ops.listExams, { query: { outletId: outletId ?? '' } }, { enabled: outletId !== undefined });
  const titles = say.exam;
  const columns: Column<ExamLine>[] = [
    { key: 'title', title: titles.title, width: 12, grow: 2, render: (row) => pick(language, row.title, row.titleEn) },
    { key: 'state', title: titles.state, width: 6, render: ({ state }) => say.examStates[state] },
    { key: 'department', title: titles.department, width: 8, grow: 1, render: ({ departmentId }) => (departmentId ? names.departmentName(departmentId) : titles.everybodyHere) }, // prettier-ignore
    { key: 'opens', title: titles.opensAt, width: 9.5, render: ({ opensAt }) => <Instant at={opensAt} /> },
    { key: 'closes', title: titles.closesAt, width: 9.5, render: ({ closesAt }) => <Instant at={closesAt} /> },
    { key: 'errands', title: titles.errands, width: 9, grow: 1, render: ({ errandIds }) => oneByOne(errandIds.map(names.errandName)) || '–' }, // prettier-ignore
    { key: 'sat', title: titles.sat, width: 5, render: ({ sat }) => sat },
    { key: 'passed', title: titles.passed, width: 5, render: ({ passed }) => passed },
  ];
  return (
    <div className="staff-page">
      <PageHeader
        title={say.exams}
        sub={say.examsLine}
        actions={
          runs ? (
            <Button type="primary" onClick={() => setMaking(outletId)}>
              {say.newExam}
            </Button>
          ) : null
        }
      />
      <StaffTabs />
      <DataTable
        name="window-staff-exams"
        label={say.exams}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/window-staff/exams/${id}`}
        filters={chooser}
        empty={<Empty title={say.noExams} />}
      />
      {making ? <ExamForm outletId={making} onClose={() => setMaking(undefined)} /> : null}
    </div>
  );
}

function Exam(): ReactNode {
  const say = useWords(examWords);
  const language = useLanguage();
  const runs = hasRole(useMe(), ['office']);
  const [editing, setEditing] = useState(false);
  const found = useOp(ops.getExam, { params: { id: useParam('id') } });
  const names = useNames(found.data?.outletId);
  return (
    <div className="staff-page">
      <Query of={found} loading={<Loading rows={8} />}>
        {(exam) => (
          <>
            <PageHeader
              title={pick(language, exam.title, exam.titleEn)}
              sub={`${say.examStates[exam.state]} · ${say.ownLine(
                exam.parts.reduce((sum, { count }) => sum + count, 0),
                exam.minutes,
                exam.passPercent,
              )} · ${say.closes(sayInstant(exam.closesAt, language))} · ${say.seed(exam.seed)}`}
              back={{ to: '/window-staff/exams', say: say.exams }}
              actions={runs ? <Button onClick={() => setEditing(true)}>{say.editExam}</Button> : null}
            />
            <section className="yc-panel" aria-labelledby="results">
              <h2 id="results">
                {say.results} · {say.passRate(exam.passed, exam.sat)}
              </h2>
              {exam.sittings.length === 0 ? <p className="yc-muted">{say.noResults}</p> : null}
              <ul className="yc-plain staff-lines">
                {exam.sittings.map((one) => (
                  <li key={one.id}>
                    <span>
                      {one.endedAt ? (
                        <Link to="/window-staff/sittings/$id" params={{ id: one.id } as never}>
                          {one.name}
                        </Link>
                      ) : (
                        one.name
                      )}{' '}
                      <span className="yc-muted">
                        {names.departmentName(one.departmentId)} · {sayInstant(one.beganAt, language)}
                      </span>
                    </span>
                    <span className="yc-numbers">
                      {one.endedHow === 'cancelled' ? (
                        say.endedHow.cancelled
                      ) : one.endedAt ? (
                        <span className={`exam-mark ${one.passed ? 'right' : 'wrong'}`}>
                          {say.score(one.correct ?? 0, one.of)} {one.passed ? `✓ ${say.passed}` : `× ${say.failed}`}
                        </span>
                      ) : (
                        say.running
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
            {editing ? <ExamForm exam={exam} outletId={exam.outletId} onClose={() => setEditing(false)} /> : null}
          </>
        )}
      </Query>
    </div>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Exams });
export const examPage = definePage({
  roles: ['office', 'auditor'],
  load: ({ params }) => prefetch(ops.getExam, { params: { id: params.id! } }),
  Component: Exam,
});
