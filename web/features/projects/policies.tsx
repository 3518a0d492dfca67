/** Policies that fit this company: which do, which do not and why, and what would have to be told. */
import './projects.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops, type PolicyMatch } from '#modules/projects/contract';
import { useOp } from '#web/client/query.ts';
import { Query } from '#web/ui/states.tsx';
import { sayDay, sayMoney } from '#web/words/dates.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { FactsDialog } from './facts-dialog.tsx';
import { useSayAmount, useSayCondition, useSayFact } from './say-condition.ts';
import { policyWords } from './policy-words.ts';

const signs = { yes: '✓', no: '×', unknown: '?' } as const;

export function Policies(props: { projectId: string; mayTell: boolean }): ReactNode {
  const say = useWords(policyWords);
  const language = useLanguage();
  const found = useOp(ops.matchPolicies, { params: { id: props.projectId } });
  const [telling, setTelling] = useState(false);
  return (
    <section className="projects-section" aria-labelledby="project-policies">
      <div className="projects-head">
        <h2 id="project-policies">{say.policies}</h2>
        {props.mayTell ? <Button onClick={() => setTelling(true)}>{say.tellFacts}</Button> : null}
      </div>
      <Query of={found}>
        {({ rows, company, asOf, ask }) => (
          <>
            <p className="yc-muted yc-small">{say.policiesLine(sayDay(asOf, language))}</p>
            {ask.length > 0 ? <p>{say.askFacts(oneByOne(ask.map((fact) => say.factOf[fact])))}</p> : null}
            {rows.length === 0 ? <p className="yc-muted">{say.noPolicies}</p> : null}
            <PolicyList rows={rows.filter(({ fits }) => fits !== 'no')} />
            {rows.some(({ fits }) => fits === 'no') ? (
              <details>
                <summary>{say.notFitting(rows.filter(({ fits }) => fits === 'no').length)}</summary>
                <PolicyList rows={rows.filter(({ fits }) => fits === 'no')} />
              </details>
            ) : null}
            <FactsDialog
              open={telling}
              projectId={props.projectId}
              company={company}
              onClose={() => setTelling(false)}
            />
          </>
        )}
      </Query>
    </section>
  );
}

function PolicyList(props: { rows: readonly PolicyMatch[] }): ReactNode {
  return (
    <ul className="yc-plain projects-list">
      {props.rows.map((match) => (
        <li key={match.policy.id}>
          <PolicyCard match={match} />
        </li>
      ))}
    </ul>
  );
}

function PolicyCard(props: { match: PolicyMatch }): ReactNode {
  const { policy, fits, amountFen, reasons } = props.match;
  const { body } = policy;
  const say = useWords(policyWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const sayCondition = useSayCondition();
  const sayAmount = useSayAmount();
  const sayFact = useSayFact();
  const money = amountFen === null ? undefined : sayMoney(amountFen, language);
  return (
    <article className="projects-card">
      <div className="projects-head">
        <h3>{pick(language, body.name, body.nameEn)}</h3>
        <span className={`projects-word ${fits}`}>
          <span aria-hidden="true">{signs[fits]} </span>
          {say.fits[fits]}
        </span>
      </div>
      <span>
        {money && body.amount.kind === 'share'
          ? `${say.upTo} ${money} (${sayAmount(body.amount)})`
          : sayAmount(body.amount)}
        {body.withoutApplication ? <strong> · {say.withoutApplication}</strong> : null}
      </span>
      <span className="yc-muted yc-small">{body.summary}</span>
      {!body.withoutApplication && body.how ? <span className="yc-small">{say.apply(body.how)}</span> : null}
      <ul className="yc-plain yc-small">
        {reasons.map(({ condition, answer, known }, at) => (
          <li key={at}>
            <span className={`projects-word ${answer}`}>
              <span aria-hidden="true">{signs[answer]}</span>
              <span className="yc-hidden">{say.fits[answer]}</span>
            </span>{' '}
            {sayCondition(condition)}{' '}
            <span className="yc-muted">
              {known === null ? say.notKnown : say.knownAs(sayFact(condition.fact, known))}
            </span>
          </li>
        ))}
      </ul>
      <span className="yc-muted yc-small">
        {departmentName(body.departmentId)} · {say.source} {body.source} ·{' '}
        {body.validUntil ? say.validUntil(sayDay(body.validUntil, language)) : say.always}
      </span>
    </article>
  );
}
