/** Somebody's file, for the hall, the department, the auditor and the person: state, papers, training, exams, what they hold, history. */
import '../live.ts';
import '../windowstaff.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import { isActive, stepsFrom, stepsOfDepartment, windowStaffContract as ops, type Member, type MemberStep } from '#modules/windowstaff/contract'; // prettier-ignore
import { call, hrefOf } from '#web/client/client.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Loading, ProblemNote, Query } from '#web/ui/states.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useNames } from '../place.tsx';
import { usePrintRead } from '../print-read.ts';
import { staffWords } from '../words.ts';
import { Certificate } from './certificate.tsx';
import { changesOfStep, StepDialog } from './member-steps.tsx';
import { GiveQualification, GiveThing, Objections, WithdrawQualification } from './member-parts.tsx';

/** The file; `own` for the person, who can object and do nothing else. */
export function MemberFile({ row, own = false }: { row: Member; own?: boolean }): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const me = useMe();
  const { printRead, reading, sheet } = usePrintRead();
  const names = useNames(row.outletId);
  const [step, setStep] = useState<MemberStep>();
  const [giving, setGiving] = useState<'thing' | 'qualification'>();
  const [withdrawing, setWithdrawing] = useState<string>();
  const runs = !own && hasRole(me, ['office']) && row.accountId !== me?.accountId;
  const leads = !own && (me?.posts ?? []).some(({ role, departmentId }) => role === 'head' && departmentId === row.departmentId); // prettier-ignore
  const steps = stepsFrom(row.state).filter((one) => (stepsOfDepartment.includes(one) ? leads || runs : runs));
  const take = useAct(ops.returnThing, { changes: changesOfStep });
  const certificate = async (): Promise<ReactNode> => (
    <Certificate of={await call(ops.listCertificates, { params: { id: row.id } })} />
  );
  const day = (on: string): string => sayDay(on, language);
  const facts = [
    row.probationFrom && row.probationUntil ? say.probation(day(row.probationFrom), day(row.probationUntil)) : '',
    row.confirmedOn ? say.confirmedOn(day(row.confirmedOn)) : '',
    row.endedOn ? say.endedOn(day(row.endedOn)) : '',
    row.takenOver ? say.takenOver : '',
  ].filter(Boolean);
  return (
    <>
      <PageHeader
        title={own ? say.file : say.fileOf(row.name)}
        sub={[names.departmentName(row.departmentId), ...facts].join(' · ')}
        {...(own ? {} : { back: { to: '/window-staff', say: say.title } })}
        tags={<span className={`staff-state ${row.state}`}>{say.states[row.state]}</span>}
        actions={
          <span className="yc-row">
            {row.qualifications.some(({ counts }) => counts) && isActive(row.state) ? (
              <Button loading={reading} onClick={() => void printRead(certificate)}>
                {say.certificate}
              </Button>
            ) : null}
            {steps.map((one, at) => (
              <Button
                key={one}
                {...(at === 0 && one !== 'withdraw' ? { type: 'primary' as const } : {})}
                danger={one === 'refuse' || one === 'fail' || one === 'leave'}
                onClick={() => setStep(one)}
              >
                {say.steps[one]}
              </Button>
            ))}
          </span>
        }
      />
      {row.overdue ? <p className="staff-red">▲ {`${say.states.probation} ${say.overdue}`}</p> : null}
      {row.forgetOn ? <p className="yc-muted yc-small">{say.forgetOn(day(row.forgetOn))}</p> : null}
      <div className="staff-file">
        <section className="yc-panel" aria-labelledby="qualifications">
          <h2 id="qualifications">{say.qualifications}</h2>
          {row.qualifications.length === 0 ? <p className="yc-muted">{say.noQualifications}</p> : null}
          <ul className="yc-plain staff-lines">
            {row.qualifications.map((one) => (
              <li key={one.id}>
                <span>
                  <strong>{names.errandName(one.errandId)}</strong> {say.untilDay(day(one.untilOn))} ·{' '}
                  {one.withdrawnAt ? say.withdrawn : one.counts ? say.counts : say.ended}
                  <span className="yc-muted yc-small">
                    {' '}
                    {[one.number, one.givenBy, one.withdrawnWhy ?? one.reason].filter(Boolean).join(' · ')}
                  </span>
                </span>
                {runs && one.counts ? (
                  <Button size="small" onClick={() => setWithdrawing(one.id)}>
                    {say.withdrawQualification}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          {runs && isActive(row.state) ? (
            <Button onClick={() => setGiving('qualification')}>{say.giveQualification}</Button>
          ) : null}
        </section>
        <section className="yc-panel" aria-labelledby="sittings">
          <h2 id="sittings">{say.sittings}</h2>
          {row.sittings.length === 0 ? <p className="yc-muted">{say.noSittings}</p> : null}
          <ul className="yc-plain staff-lines">
            {row.sittings.map((one) => (
              <li key={one.id}>
                <Link to="/window-staff/sittings/$id" params={{ id: one.id } as never}>
                  {pick(language, one.title, one.titleEn)} · {say.nth(one.nth)}
                </Link>
                <span className="yc-numbers">
                  {sayInstant(one.beganAt, language)}{' '}
                  {one.endedHow === 'cancelled'
                    ? say.cancelled
                    : one.endedAt
                      ? `${one.correct}/${one.of} ${one.passed ? say.passed : say.failedExam}`
                      : say.running}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="yc-panel" aria-labelledby="trained">
          <h2 id="trained">
            {say.trained} · {say.hours(row.trainingMinutes)}
          </h2>
          <p className="yc-muted yc-small">{say.needed(say.hours(row.standard.trainingMinutes))}</p>
          <ul className="yc-plain staff-lines">
            {row.attended.map((one) => (
              <li key={one.courseId}>
                <span>{pick(language, one.title, one.titleEn)}</span>
                <span className="yc-numbers">
                  {day(one.onDay)} · {say.hours(one.minutes)}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="yc-panel" aria-labelledby="things">
          <h2 id="things">{say.things}</h2>
          {row.things.length === 0 ? <p className="yc-muted">{say.noThings}</p> : null}
          <ProblemNote error={take.error} />
          <ul className="yc-plain staff-lines">
            {row.things.map((one) => (
              <li key={one.id}>
                <span>
                  {one.name} <span className="yc-muted yc-small">{sayInstant(one.givenAt, language)}</span>
                </span>
                {one.returnedAt ? (
                  <span className="yc-muted">{say.back}</span>
                ) : runs ? (
                  <Button
                    size="small"
                    aria-label={`${say.takeBack} ${one.name}`}
                    onClick={() => void take.send({ params: { id: one.id } }).catch(() => {})}
                  >
                    {say.takeBack}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          {runs && isActive(row.state) ? <Button onClick={() => setGiving('thing')}>{say.give}</Button> : null}
        </section>
        {row.papers.length > 0 ? (
          <section className="yc-panel" aria-labelledby="papers">
            <h2 id="papers">{say.papers}</h2>
            <ul className="yc-plain staff-lines">
              {row.papers.map((paper) => (
                <li key={paper.fileId}>
                  <a href={hrefOf(documentsContract.downloadFile, { params: { id: paper.fileId } })}>{paper.name}</a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Objections row={row} own={own} answers={runs} />
        <section className="yc-panel" aria-labelledby="history">
          <h2 id="history">{say.history}</h2>
          <Timeline
            label={say.history}
            entries={row.steps.toReversed().map(({ id, kind, at, by, text, untilOn }) => ({
              key: id,
              at,
              title: say.steps[kind],
              by,
              children: (
                <>
                  {untilOn ? <p>{say.untilDay(day(untilOn))}</p> : null}
                  {text ? <p>{text}</p> : null}
                </>
              ),
            }))}
          />
        </section>
      </div>
      {step ? <StepDialog row={row} step={step} onClose={() => setStep(undefined)} /> : null}
      <GiveThing row={row} open={giving === 'thing'} onClose={() => setGiving(undefined)} />
      <GiveQualification row={row} open={giving === 'qualification'} onClose={() => setGiving(undefined)} />
      <WithdrawQualification id={withdrawing} onClose={() => setWithdrawing(undefined)} />
      {sheet}
    </>
  );
}

function MemberPage(): ReactNode {
  const found = useOp(ops.getMember, { params: { id: useParam('id') } });
  return (
    <div className="staff-page">
      <Query of={found} loading={<Loading rows={10} />}>
        {(row) => <MemberFile row={row} />}
      </Query>
    </div>
  );
}

export const page = definePage({
  roles: ['head', 'office', 'auditor'],
  load: ({ params }) => prefetch(ops.getMember, { params: { id: params.id! } }),
  Component: MemberPage,
});
