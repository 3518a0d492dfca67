/** A suggestion: what it says, its history, the effect on its figure, and the steps that are possible now. */
import '../improvements.css';
import '../live.ts';
import { useState, type ReactNode } from 'react';
import { departmentSteps, improvementsContract, stepsFrom, type Effect, type Step, type Suggestion } from '#modules/improvements/contract'; // prettier-ignore
import { figures } from '#modules/insight/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { Instant } from '#web/ui/due.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StepButtons } from '#web/ui/record.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { improvementWords } from '../words.ts';
import { StepDialog } from './step-dialog.tsx';

function EffectOf({ effect }: { effect: Effect }): ReactNode {
  const say = useWords(improvementWords);
  const language = useLanguage();
  const shown = (value: number | null): string => {
    if (value === null) return say.nothing;
    if (effect.kind === 'share') return `${(value * 100).toFixed(1)}%`;
    if (effect.kind === 'count') return value.toLocaleString('en-US');
    return effect.unit === 'visit' ? `${value.toFixed(2)}${say.times}` : `${value.toFixed(1)}${say.days}`;
  };
  const one = (title: string, measured: Effect['after']): ReactNode => (
    <div>
      <dt>{title}</dt>
      <dd className="yc-numbers">{measured ? shown(measured.value) : '–'}</dd>
      <div className="yc-muted yc-small">
        {measured
          ? `${sayDay(measured.from, language)} – ${sayDay(measured.to, language)} · ${measured.numerator}${measured.denominator === null ? '' : `/${measured.denominator}`}`
          : say.notYet}
      </div>
    </div>
  );
  const figure = figures.find(({ id }) => id === effect.figureId);
  return (
    <section aria-labelledby="effect">
      <h2 id="effect">
        {say.effect}
        {colon()}
        {figure?.name[language]}
        <span className="yc-muted yc-small"> {effect.frozen ? say.effectFrozen : say.effectNow}</span>
      </h2>
      <dl className="improvement-effect">
        {one(say.before, effect.before)}
        {one(say.after, effect.after)}
      </dl>
      <p className="yc-muted yc-small">
        {figure?.definition[language]} {say.effectLine}
      </p>
    </section>
  );
}

function Shown({ row }: { row: Suggestion }): ReactNode {
  const say = useWords(improvementWords);
  const language = useLanguage();
  const me = useMe();
  const [step, setStep] = useState<Step>();
  const nameOf = useDepartmentShortName();
  const leads = (me?.posts ?? []).some(({ role, departmentId }) => role === 'head' && departmentId === row.departmentId); // prettier-ignore
  const serves = (me?.posts ?? []).some(({ role }) => role === 'office');
  const steps = stepsFrom(row.state).filter((one) => (departmentSteps.includes(one) ? leads : serves));
  return (
    <>
      <PageHeader
        title={row.title}
        sub={`${row.number} · ${say.states[row.state]}${row.dueOn ? ` · ${say.dueOn(sayDay(row.dueOn, language))}` : ''}`}
        back={{ to: '/improvements', say: say.back }}
        actions={<StepButtons steps={steps} verbs={say.verbs} danger={['decline', 'sendBack']} onStep={setStep} />}
      />
      {row.overdue ? <p className="improvement-red">▲ {say.overdue}</p> : null}
      <p className="improvement-body">{row.body}</p>
      <p className="yc-muted yc-small">
        {say.by(`${say.sources[row.source]} ${row.suggestedBy}`, sayInstant(row.suggestedAt, language))}
        {row.itemName ? ` · ${say.about(row.itemName)}` : ''}
        {row.departmentId ? ` · ${nameOf(row.departmentId)}` : ''}
      </p>
      {row.effect ? <EffectOf effect={row.effect} /> : null}
      <section aria-labelledby="history">
        <h2 id="history">{say.history}</h2>
        <ol className="improvement-steps">
          {row.steps.map(({ kind, at, by, text, departmentId, plannedOn, late }) => (
            <li key={at + kind}>
              <strong>{say.kinds[kind]}</strong> {by} <Instant at={at} />
              {departmentId ? ` → ${nameOf(departmentId)}` : ''}
              {plannedOn ? ` · ${say.planned(sayDay(plannedOn, language))}` : ''}
              {late ? <span className="improvement-red"> ▲ {say.late}</span> : null}
              {text ? <p>{text}</p> : null}
            </li>
          ))}
        </ol>
      </section>
      {step ? <StepDialog row={row} step={step} onClose={() => setStep(undefined)} /> : null}
    </>
  );
}

function Improvement(): ReactNode {
  const found = useOp(improvementsContract.getSuggestion, { params: { id: useParam('id') } });
  return (
    <div className="improvement">
      <Query of={found} loading={<Loading rows={8} />}>
        {(row) => <Shown row={row} />}
      </Query>
    </div>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'],
  load: ({ params }) => prefetch(improvementsContract.getSuggestion, { params: { id: params.id! } }),
  Component: Improvement,
});
