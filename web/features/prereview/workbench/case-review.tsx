/** What the rules said of a case, on its page: each rule with its reason, its article and its inputs. */
import './prereview.css';
import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { prereviewContract, type Review } from '#modules/prereview/contract';
import type { Verdict } from '#modules/rules/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Instant } from '#web/ui/due.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ReadFields } from './read-fields.tsx';
import { prereviewWords } from './words.ts';

onLive('prereview.', [prereviewContract.caseReviews, prereviewContract.listRechecks]);

const marks: Record<Verdict, ReactNode> = {
  pass: <CheckCircleFilled aria-hidden="true" />,
  fail: <CloseCircleFilled aria-hidden="true" />,
  canNotTell: <QuestionCircleFilled aria-hidden="true" />,
};

/** A verdict with a mark of its own: colour never alone. */
function VerdictName({ verdict }: { verdict: Verdict }): ReactNode {
  const say = useWords(prereviewWords);
  return (
    <span className={`prereview-verdict ${verdict}`}>
      {marks[verdict]} {say.verdicts[verdict]}
    </span>
  );
}

/** Nothing for cases whose items have no rules. */
export function CaseReview(props: { caseId: string }): ReactNode {
  const say = useWords(prereviewWords);
  const me = useMe();
  const query = useOp(
    prereviewContract.caseReviews,
    { params: { id: props.caseId } },
    { enabled: hasRole(me, ['clerk', 'examiner', 'head', 'office', 'auditor']) },
  );
  const [latest, ...earlier] = query.data?.reviews ?? [];
  if (!latest) return null;
  return (
    <section className="desk-card prereview" aria-labelledby="case-prereview">
      <h2 id="case-prereview">{say.ofCase}</h2>
      <p>
        <VerdictName verdict={latest.verdict} /> {latest.acted ? say.acted[latest.acted] : say.advice[latest.verdict]}
      </p>
      <Recheck review={latest} />
      <Wish review={latest} />
      <ul className="yc-plain prereview-tables">
        {latest.judgements.map((judgement) => (
          <One key={judgement.tableId} judgement={judgement} />
        ))}
      </ul>
      <p className="yc-muted yc-small">
        {say.version(latest.rulesVersion)} · <Instant at={latest.at} />
      </p>
      {earlier.length > 0 ? (
        <details>
          <summary>{say.earlier}</summary>
          <ul className="yc-plain">
            {earlier.map((review) => (
              <li key={review.id}>
                <VerdictName verdict={review.verdict} /> <Instant at={review.at} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** The applicant asked for a person: what for, and what was answered. */
function Wish({ review: { asked } }: { review: Review }): ReactNode {
  const say = useWords(prereviewWords);
  if (!asked) return null;
  const { reason, agreed, byName, note } = asked;
  const answer = agreed === null ? say.toAnswer : agreed ? say.agreed(byName ?? '') : say.differed(byName ?? '');
  return (
    <p>
      {say.wish(reason)} {answer}
      {note ? ` · ${note}` : ''}
    </p>
  );
}

function Recheck({ review: { recheck } }: { review: Review }): ReactNode {
  const say = useWords(prereviewWords);
  if (!recheck) return null;
  if (recheck.agreed === null) return <p className="yc-muted">{say.toCheck}</p>;
  return (
    <p>
      {recheck.agreed ? say.agreed(recheck.byName ?? '') : say.differed(recheck.byName ?? '')}
      {recheck.note ? ` · ${recheck.note}` : ''}
    </p>
  );
}

/** The tables that put a document beside the form by themselves: each column says no more than that two fields agree. */
const isComparison = (fields: Review['judgements'][number]['fields']): boolean =>
  fields.some(({ name }) => name.endsWith('Said'));

/** A table that puts a document beside the answers shows its fields in its own way. */
const isCompared = (fields: Review['judgements'][number]['fields']): boolean =>
  fields.some(({ source }) => source === 'document');

function One({ judgement }: { judgement: Review['judgements'][number] }): ReactNode {
  const say = useWords(prereviewWords);
  const language = useLanguage();
  const { title, titleEn, verdict, rule, reason, reasonEn, article, silence, columns, fields } = judgement;
  return (
    <li>
      <div className="prereview-line">
        <strong>{pick(language, title, titleEn)}</strong>
        <VerdictName verdict={verdict} />
      </div>
      <p>{silence ? say.silences[silence] : pick(language, reason, reasonEn)}</p>
      <details>
        <summary>{say.why}</summary>
        <dl className="prereview-inputs">
          {(isComparison(fields) ? [] : columns).map(({ label, labelEn, value, valueEn }, at) => (
            <div key={at}>
              <dt>{pick(language, label, labelEn)}</dt>
              <dd className="yc-numbers">
                {value === null ? (
                  <span className="yc-muted">{say.unknown}</span>
                ) : (
                  pick(language, value, valueEn ?? value)
                )}
              </dd>
            </div>
          ))}
          {fields
            .filter(({ source, state }) => source !== 'document' && state !== 'used' && !isCompared(fields))
            .map(({ name, label, labelEn, state }) => (
              <div key={name}>
                <dt>{label && labelEn ? pick(language, label, labelEn) : <code>{name}</code>}</dt>
                <dd>{say.states[state]}</dd>
              </div>
            ))}
        </dl>
        <ReadFields judgement={judgement} />
        {rule === null ? null : (
          <p className="yc-muted yc-small">
            {say.rule(rule + 1)} · {article}
          </p>
        )}
      </details>
    </li>
  );
}
