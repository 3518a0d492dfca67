/** A whole matter for who leads it: the parts in their order, their histories side by side, the clock of the law. */
import '../matters.css';
import '../live.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { kinds, type TimelineLine } from '#modules/cases/contract';
import { mattersContract, type MatterWhole } from '#modules/matters/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Day, DueLight, Instant } from '#web/ui/due.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Course } from '../course.tsx';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { jointWords } from '../words.ts';
import { benchWords } from './words.ts';

/** What the steps of a case are called: of the feature that knows them. */
export type SayStep = (kind: (typeof kinds)[number]) => string;

export function MatterDesk(props: { whole: MatterWhole; documents: ReactNode; sayStep: SayStep }): ReactNode {
  const { matter, timelines } = props.whole;
  const say = useWords(benchWords);
  const joint = useWords(jointWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const { clock } = matter;
  return (
    <div className="matters-page">
      <PageHeader
        title={matter.eventName}
        sub={<span className="yc-numbers">{matter.number}</span>}
        back={{ to: '/matters', say: say.backMatters }}
        tags={<strong>{matter.outcome ? joint.outcomes[matter.outcome] : say.inProgress}</strong>}
        actions={props.whole.may.extend ? <Extend id={matter.id} /> : null}
      />
      <section className="matters-section" aria-labelledby="matter-course">
        <h2 id="matter-course">{joint.course}</h2>
        <Course
          parts={matter.members.map(({ key, after, itemName, departmentId, fate, caseNumber, why }) => ({
            key,
            after,
            name: itemName,
            department: departmentName(departmentId),
            fate,
            more: (
              <>
                {caseNumber ? <span className="yc-muted yc-small yc-numbers">{caseNumber}</span> : null}
                {why ? <span className="yc-muted yc-small">{joint.because(why)}</span> : null}
              </>
            ),
          }))}
        />
      </section>
      <section className="matters-section" aria-labelledby="matter-lanes">
        <h2 id="matter-lanes">{say.lanes}</h2>
        {/* It scrolls sideways by itself: the keyboard reaches it, too. */}
        <div className="matters-lanes" tabIndex={0} role="group" aria-labelledby="matter-lanes">
          {matter.members.map(({ key, itemName }) => (
            <div key={key} className="matters-lane">
              <strong>{itemName}</strong>
              <Lane lines={timelines[key] ?? []} sayStep={props.sayStep} none={joint.fates.waiting} />
            </div>
          ))}
        </div>
      </section>
      <div className="matters-two">
        {props.documents}
        <section className="matters-section" aria-labelledby="matter-facts">
          <h2 id="matter-facts">{say.facts}</h2>
          <dl className="matters-dl">
            <dt>{say.applicant}</dt>
            <dd>{matter.applicantName}</dd>
            <dt>{say.submitted}</dt>
            <dd>
              <Instant at={matter.submittedAt} />
            </dd>
            <dt>{say.clock}</dt>
            <dd>
              {clock.fatalOn && clock.startedOn ? (
                <>
                  <Day on={clock.fatalOn} />{' '}
                  <DueLight
                    light={clock.light}
                    overdue={clock.light === 'red'}
                    {...(clock.remaining === null ? {} : { remaining: clock.remaining })}
                  />
                  <div className="yc-muted yc-small">
                    {say.clockLine(sayDay(clock.startedOn, language), clock.limit + clock.extendedDays)}
                  </div>
                </>
              ) : (
                say.clockNotStarted
              )}
            </dd>
            <dt>{say.rule}</dt>
            <dd>
              {joint.policies[matter.policy]}
              <div className="yc-muted yc-small">{joint.policyLines[matter.policy]}</div>
            </dd>
          </dl>
        </section>
      </div>
    </div>
  );
}

function Lane(props: { lines: readonly TimelineLine[]; sayStep: SayStep; none: string }): ReactNode {
  if (props.lines.length === 0) return <p className="yc-muted yc-small">{props.none}</p>;
  return (
    <ol className="yc-plain">
      {props.lines.map(({ seq, kind, at, by }) => (
        <li key={seq}>
          <span>{props.sayStep(kind)}</span>
          <span className="yc-muted yc-small">
            <Instant at={at} />
            {by ? ` · ${by}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Extend(props: { id: string }): ReactNode {
  const say = useWords(benchWords);
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState('15');
  const [approvedBy, setApprovedBy] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(mattersContract.extendMatter, {
    changes: [mattersContract.getMatter, mattersContract.listMatters],
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.extend}</Button>
      <ConfirmDialog
        open={open}
        title={say.extendTitle}
        verb={say.extend}
        reason="needed"
        reasonLabel={say.reason}
        onConfirm={(reason) => {
          setChecked(true);
          if (approvedBy.trim() === '') return Promise.resolve(false);
          const body = { actionId: act.key(), days: Number(days) || 0, reason, approvedBy: approvedBy.trim() };
          return act.send({ params: { id: props.id }, body });
        }}
        onClose={() => setOpen(false)}
      >
        <p>{say.extendLine}</p>
        <EditText label={say.days} kind="number" value={days} onChange={setDays} />
        <EditText
          label={say.approvedBy}
          value={approvedBy}
          onChange={setApprovedBy}
          maxLength={100}
          fault={checked && approvedBy.trim() === '' ? say.approvedBy : undefined}
        />
      </ConfirmDialog>
    </>
  );
}
