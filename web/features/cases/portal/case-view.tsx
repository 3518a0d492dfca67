/** A matter of one's own: where it stands, what is to be done, what happened, by which articles. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import './cases.css';
import './live.ts';
import { Course, History } from './case-history.tsx';
import { HearingBox, UndertakingBox, WithheldLine } from './case-promises.tsx';
import { GivenAnswers, GivenMaterials } from './case-given.tsx';
import { standingOf } from './say-case.ts';
import { FormLink } from '../form-link.tsx';
import { WhyDate } from '../why-date.tsx';
import { whyDateWords } from '../why-date-words.ts';
import { caseWords } from './words.ts';

export interface CaseViewProps {
  whole: CaseWhole;
  /** The item as it was when the case was handed in, for the titles of what was filled in; undefined until it has come. */
  body: ItemBody | undefined;
  /** Parts of other features, where they belong on the page. */
  fees?: ReactNode;
  documents?: ReactNode;
  rating?: ReactNode;
}

export function CaseView(props: CaseViewProps): ReactNode {
  const { whole, body } = props;
  const { case: line } = whole;
  const say = useWords(caseWords);
  const language = useLanguage();
  const department = useDepartmentName()(line.departmentId);
  const standing = standingOf(line, { department, language, delivery: whole.delivery?.way });
  const may = (kind: string): boolean => whole.steps.some((step) => step.kind === kind && step.possible);
  const name = body ? pick(language, body.plainName ?? body.name, body.plainNameEn ?? body.nameEn) : line.itemName;
  const legal = body ? pick(language, body.name, body.nameEn) : line.itemName;
  return (
    <div className="yc-stack">
      <PageHeader
        title={name}
        sub={name === legal ? undefined : legal}
        back={{ to: '/mine', say: say.matters }}
        tags={<span className={`cases-state ${standing.tone}`}>{standing.state}</span>}
      />
      <div className="cases-page two">
        <section className={`cases-now wide ${standing.tone}`} aria-live="polite">
          <p className="cases-now-line">{standing.now}</p>
          {standing.by ? (
            <p>
              {standing.by}
              {line.dueProvisional ? <span className="yc-muted"> ({say.provisional})</span> : null}
            </p>
          ) : null}
          <WithheldLine whole={whole} />
          {whole.wanted.length > 0 ? (
            <Wanted wanted={whole.wanted} caseId={line.id} may={may('supplement')} />
          ) : standing.todo && line.feeState !== 'asked' ? (
            <p>{standing.todo}</p>
          ) : null}
        </section>
        <HearingBox whole={whole} />
        <UndertakingBox whole={whole} />
        {props.fees || props.rating ? (
          <div className="wide yc-stack">
            {props.fees}
            {props.rating}
          </div>
        ) : null}
        <div className="cases-page">
          <section className="cases-section" aria-labelledby="case-course">
            <h2 id="case-course">{say.course}</h2>
            <Course whole={whole} />
            <WhyThis caseId={line.id} />
          </section>
          {props.documents}
          <section className="cases-section" aria-labelledby="case-history">
            <h2 id="case-history">{say.history}</h2>
            <History timeline={whole.timeline} />
          </section>
        </div>
        <div className="cases-page">
          <section className="cases-section" aria-label={say.number}>
            <dl className="cases-facts">
              <dt>{say.number}</dt>
              <dd className="yc-numbers">{line.number}</dd>
              <dt>{say.applicant}</dt>
              <dd>{whole.applicant.name}</dd>
              {whole.agent ? (
                <>
                  <dt>{say.agent}</dt>
                  <dd>{whole.agent.name}</dd>
                </>
              ) : null}
              <dt>{say.submittedOn}</dt>
              <dd>
                <Instant at={line.submittedAt} />
              </dd>
              <dt>{say.door}</dt>
              <dd>{say.doors[line.door]}</dd>
            </dl>
          </section>
          {whole.trackCode ? <TrackCode code={whole.trackCode} /> : null}
          {body ? (
            <>
              <GivenAnswers whole={whole} body={body} />
              <GivenMaterials whole={whole} body={body} />
            </>
          ) : null}
          <p>
            <FormLink caseId={line.id} />
          </p>
          {may('withdraw') ? <Withdraw whole={whole} /> : null}
        </div>
      </div>
    </div>
  );
}

/** Nobody has to believe a date: each one can be counted again. */
function WhyThis(props: { caseId: string }): ReactNode {
  const say = useWords(whyDateWords);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.title}</summary>
      {open ? <WhyDate caseId={props.caseId} /> : null}
    </details>
  );
}

/** Everything that was asked for, at once, and the way to hand it in. */
function Wanted(props: { wanted: CaseWhole['wanted']; caseId: string; may: boolean }): ReactNode {
  const say = useWords(caseWords);
  return (
    <>
      <h2>{say.wantedTitle}</h2>
      <ul className="cases-wanted">
        {props.wanted.map(({ what, materialId }) => (
          <li key={`${materialId}-${what}`}>{what}</li>
        ))}
      </ul>
      <p className="yc-small">{say.wantedLine}</p>
      {props.may ? (
        <div>
          <Link to="/mine/cases/$id/supplement" params={{ id: props.caseId } as never} className="yc-button">
            {say.supplement}
          </Link>
        </div>
      ) : null}
    </>
  );
}

/** The code of the receipt: whoever has it follows the case without an account. */
export function TrackCode(props: { code: string }): ReactNode {
  const say = useWords(caseWords);
  return (
    <section className="cases-section" aria-label={say.track}>
      <Link to="/track/$code" params={{ code: props.code } as never} aria-label={say.trackQr}>
        <QrCode text={`${location.origin}/track/${props.code}`} what={say.trackQr} size={132} />
      </Link>
      <p className="yc-muted yc-small">{say.shareLine}</p>
    </section>
  );
}

function Withdraw(props: { whole: CaseWhole }): ReactNode {
  const { whole } = props;
  const say = useWords(caseWords);
  const [open, setOpen] = useState(false);
  const act = useAct(casesContract.withdraw, { changes: [casesContract.getCase, casesContract.myCases] });
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{say.withdraw}</Button>
      <ConfirmDialog
        open={open}
        title={say.withdrawTitle}
        verb={say.withdraw}
        danger
        reason="optional"
        reasonLabel={say.withdrawReason}
        onConfirm={(reason) =>
          act.send({
            params: { id: whole.case.id },
            body: { actionId: act.key(), seenSeq: whole.seq, ...(reason ? { reason } : {}) },
          })
        }
        onClose={() => setOpen(false)}
      >
        <p>{say.withdrawLine}</p>
      </ConfirmDialog>
    </div>
  );
}
