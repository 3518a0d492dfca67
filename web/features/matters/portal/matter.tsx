/** A matter of one's own on one page: where each part stands, what is wanted, until when, and the way to take a part back. */
import '../matters.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isDecided, type MatterLine, type MatterWhole, type MemberLine } from '#modules/matters/contract';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { sayDay } from '#web/words/dates.ts';
import { colon, oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { Course } from '../course.tsx';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { jointWords } from '../words.ts';
import { Withdraw } from './withdraw.tsx';
import { matterWords } from './words.ts';

/** The colour of the whole; its word stands beside it. */
export const toneOf = ({ outcome }: Pick<MatterLine, 'outcome'>): string =>
  outcome === 'granted' ? 'good' : outcome === 'refused' ? 'bad' : '';

const decidedOf = (members: readonly MemberLine[]): number => members.filter(({ fate }) => isDecided(fate)).length;

export function MatterState(props: { matter: Pick<MatterLine, 'outcome' | 'members'> }): ReactNode {
  const joint = useWords(jointWords);
  const { outcome } = props.matter;
  return (
    <span className={`matters-fate ${toneOf(props.matter) || 'normal'}`}>
      {outcome ? joint.outcomes[outcome] : joint.inProgress}
    </span>
  );
}

/** The date by which everything is decided, and what has moved it. */
export function ClockLine(props: { clock: MatterLine['clock'] }): ReactNode {
  const { clock } = props;
  const say = useWords(matterWords);
  const language = useLanguage();
  if (clock.fatalOn === null) return say.clockNotStarted;
  return (
    <>
      {say.clockBy(sayDay(clock.fatalOn, language))}
      {clock.extendedDays > 0 ? ` (${say.clockExtended(clock.extendedDays)})` : ''}
    </>
  );
}

export function MatterView(props: { whole: MatterWhole; documents?: ReactNode }): ReactNode {
  const { matter, wanted, trackCode } = props.whole;
  const say = useWords(matterWords);
  const language = useLanguage();
  const members = matter.members;
  const tone = wanted.length > 0 ? 'todo' : toneOf(matter);
  return (
    <div className="matters-page">
      <PageHeader
        title={matter.eventName}
        back={{ to: '/mine', say: say.all }}
        tags={<MatterState matter={matter} />}
      />
      <section className={`matters-now ${tone}`} aria-live="polite">
        <p className="matters-now-line">{say.progress(decidedOf(members), members.length)}</p>
        {matter.state === 'open' ? (
          <p>
            <ClockLine clock={matter.clock} />
          </p>
        ) : null}
        {wanted.length > 0 ? (
          <>
            <h2>{say.wanted}</h2>
            <p className="yc-small">{say.wantedLine}</p>
            <ul className="yc-plain matters-list">
              {wanted.map((one) => (
                <li key={one.caseId} className="matters-card">
                  <strong>{one.itemName}</strong>
                  <ul>
                    {one.what.map((what) => (
                      <li key={what}>{what}</li>
                    ))}
                  </ul>
                  <span className="yc-row">
                    <Link to="/mine/cases/$id/supplement" params={{ id: one.caseId } as never} className="yc-button">
                      {say.supplement}
                    </Link>
                    {one.until ? (
                      <span className="yc-muted">{say.wantedUntil(sayDay(one.until, language))}</span>
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <MatterCourse members={members} linked />
      <div className="matters-two">
        <div className="matters-page">
          {props.documents}
          <Steps whole={props.whole} />
        </div>
        <div className="matters-page">
          <MatterFacts matter={matter} />
          {trackCode ? (
            <section className="matters-section" aria-label={say.trackQr}>
              <QrCode text={`${location.origin}/matters/${trackCode}`} what={say.trackQr} size={132} />
              <p className="yc-muted yc-small">{say.trackLine}</p>
            </section>
          ) : null}
          {props.whole.may.withdraw ? <Withdraw matter={matter} /> : null}
        </div>
      </div>
    </div>
  );
}

/** The parts in their order; with links to the cases for whose they are. */
export function MatterCourse(props: { members: readonly MemberLine[]; linked?: boolean }): ReactNode {
  const say = useWords(matterWords);
  const joint = useWords(jointWords);
  const departmentName = useDepartmentName();
  return (
    <section className="matters-section" aria-labelledby="matter-course">
      <h2 id="matter-course">{say.course}</h2>
      <Course
        parts={props.members.map(({ key, after, itemName, departmentId, fate, agreed, caseId, why, decidedAt }) => ({
          key,
          after,
          name: itemName,
          department: departmentName(departmentId),
          fate,
          agreed,
          ...(props.linked && caseId
            ? {
                link: (name: string) => (
                  <Link to="/mine/cases/$id" params={{ id: caseId } as never} aria-label={say.openCase(name)}>
                    {name}
                  </Link>
                ),
              }
            : {}),
          more: (
            <>
              {why ? <span className="yc-muted yc-small">{joint.because(why)}</span> : null}
              {decidedAt ? (
                <span className="yc-muted yc-small">
                  <Instant at={decidedAt} />
                </span>
              ) : null}
            </>
          ),
        }))}
      />
    </section>
  );
}

export function MatterFacts(props: {
  matter: Pick<MatterLine, 'number' | 'applicantName' | 'submittedAt' | 'policy' | 'clock'>;
}): ReactNode {
  const { number, applicantName, submittedAt, policy, clock } = props.matter;
  const say = useWords(matterWords);
  const language = useLanguage();
  const joint = useWords(jointWords);
  return (
    <section className="matters-section" aria-label={say.number}>
      <dl className="matters-dl">
        <dt>{say.number}</dt>
        <dd className="yc-numbers">{number}</dd>
        <dt>{say.applicant}</dt>
        <dd>{applicantName}</dd>
        <dt>{say.submitted}</dt>
        <dd>
          <Instant at={submittedAt} />
        </dd>
        <dt>{say.clock}</dt>
        <dd>
          <ClockLine clock={clock} />
          {clock.targetOn ? (
            <div className="yc-muted yc-small">{say.promisedBy(sayDay(clock.targetOn, language))}</div>
          ) : null}
        </dd>
        <dt>{say.rule}</dt>
        <dd>
          {joint.policies[policy]}
          <div className="yc-muted yc-small">{joint.policyLines[policy]}</div>
        </dd>
      </dl>
    </section>
  );
}

function Steps(props: { whole: MatterWhole }): ReactNode {
  const say = useWords(matterWords);
  return (
    <section className="matters-section" aria-labelledby="matter-steps">
      <h2 id="matter-steps">{say.steps}</h2>
      <ol className="yc-plain matters-list">
        {props.whole.steps.toReversed().map(({ seq, kind, at, members, note }) => (
          <li key={seq}>
            {say.stepKinds[kind] ?? kind}
            {members.length > 0 ? `${colon()}${oneByOne(members)}` : ''}{' '}
            <span className="yc-muted yc-small">
              <Instant at={at} />
            </span>
            {note ? <div className="yc-muted yc-small">{note}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
