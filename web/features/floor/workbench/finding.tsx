/** One finding: what it is, what was done about it with the photos of each step, and the step that is possible now. */
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import { afterStep, findingSteps, floorContract, type Finding, type FindingStep } from '#modules/floor/contract';
import { hrefOf, newKey } from '#web/client/client.ts';
import { call } from '#web/client/client.ts';
import { prefetch, readAgain, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { photoLimits, sendFile } from '#web/features/documents/send-file.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StepButtons } from '#web/ui/record.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Link } from '@tanstack/react-router';
import '../floor.css';
import { backTo } from '../back-to.ts';
import { findingWords } from '../finding-words.ts';

const operations = { correct: floorContract.correctFinding, pass: floorContract.passFinding, reopen: floorContract.reopenFinding }; // prettier-ignore

function Shown({ row }: { row: Finding }): ReactNode {
  const say = useWords(findingWords);
  const language = useLanguage();
  const me = useMe();
  const nameOf = useDepartmentShortName(say.hall);
  const [step, setStep] = useState<FindingStep>();
  const posts = me?.posts ?? [];
  const office = posts.some(({ role }) => role === 'office');
  const own = posts.some(({ role, departmentId }) => role === 'head' && departmentId === row.departmentId);
  const steps = findingSteps.filter(
    (one) => afterStep(row.state, one) && (one === 'correct' ? office || own : office && !row.correctedByMe),
  );
  return (
    <>
      <PageHeader
        title={row.body}
        sub={[row.number, say.states[row.state], ...(row.dueOn ? [say.dueOn(sayDay(row.dueOn, language))] : [])].join(' · ')} // prettier-ignore
        back={backTo('/hall/findings', row.outletId, say.back)}
        actions={<StepButtons steps={steps} verbs={say.steps} onStep={setStep} />}
      />
      {office && row.correctedByMe ? <p>{say.othersLook}</p> : null}
      {row.overdue ? <p className="floor-bad">▲ {say.overdue}</p> : null}
      <p className="yc-muted">
        {[say.severities[row.severity], say.sources[row.source], row.zone, nameOf(row.departmentId)]
          .filter(Boolean)
          .join(' · ')}{' '}
        {/* prettier-ignore */}
      </p>
      {row.roundId && (office || posts.some(({ role }) => role === 'auditor')) ? (
        <p>
          <Link to="/hall/rounds/$id" params={{ id: row.roundId } as never}>
            {say.onRound}
          </Link>
        </p>
      ) : null}
      <section aria-labelledby="history">
        <h2 id="history">{say.history}</h2>
        <ol className="yc-plain floor-steps">
          {row.steps.map(({ kind, at, by, body, late, files }) => (
            <li key={at + kind}>
              <strong>{say.kinds[kind]}</strong> {by} <Instant at={at} />
              {late ? <span className="floor-bad"> ▲ {say.late}</span> : null}
              {body ? <p>{body}</p> : null}
              {files.length > 0 ? (
                <div className="yc-row">
                  {files.map(({ id }, n) => (
                    <a
                      key={id}
                      href={hrefOf(documentsContract.downloadFile, { params: { id }, query: {} })}
                      aria-label={say.photo(n + 1)}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {' '}
                      {/* prettier-ignore */}
                      <img className="floor-photo" src={hrefOf(documentsContract.downloadFile, { params: { id }, query: {} })} alt="" />{' '}
                      {/* prettier-ignore */}
                    </a>
                  ))}
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
      {step ? <StepDialog row={row} step={step} onClose={() => setStep(undefined)} /> : null}
    </>
  );
}

function StepDialog({ row, step, onClose }: { row: Finding; step: FindingStep; onClose: () => void }): ReactNode {
  const say = useWords(findingWords);
  const { message } = App.useApp();
  // The same until it has succeeded: a second try is no second step.
  const [actionId] = useState(newKey);
  const [files, setFiles] = useState<UploadedFile[]>([]);
  return (
    <ConfirmDialog
      open
      title={say.steps[step]}
      verb={say.steps[step]}
      reason="needed"
      reasonLabel={say.texts[step]}
      onClose={onClose}
      onConfirm={async (body) => {
        await call(operations[step], { params: { id: row.id }, body: { actionId, body, fileIds: files.map(({ id }) => id) } }); // prettier-ignore
        await readAgain(floorContract.getFinding, floorContract.listFindings, floorContract.countFindings);
        void message.success(say.done);
      }}
    >
      <FileField label={say.photos} files={files} onChange={setFiles} upload={sendFile} {...photoLimits} />
    </ConfirmDialog>
  );
}

function FindingPage(): ReactNode {
  const found = useOp(floorContract.getFinding, { params: { id: useParam('id') } });
  return <div className="floor-page"><Query of={found}>{(row) => <Shown row={row} />}</Query></div>; // prettier-ignore
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(floorContract.getFinding, { params: { id: params.id! } }),
  Component: FindingPage,
});
