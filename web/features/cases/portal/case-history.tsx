/** The course of a case and what happened in it, for its applicant and for whoever follows it with the receipt. */
import type { ReactNode } from 'react';
import { isFinal, type CaseWhole, type Kind, type State, type TimelineLine } from '#modules/cases/contract';
import { Day } from '#web/ui/due.tsx';
import { StepList, Timeline, type Step } from '#web/ui/timeline.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { stagesDone } from './say-case.ts';
import { caseWords } from './words.ts';

const stages = ['submit', 'accept', 'decide', 'issue', 'close'] as const;
/** The steps that end a stage. */
const ends: Record<(typeof stages)[number], readonly Kind[]> = {
  submit: ['submit'],
  accept: ['accept', 'deemAccepted'],
  decide: ['grant', 'refuse'],
  issue: ['issue'],
  close: ['deliver', 'close'],
};

export interface Followed {
  state: State;
  targetOn: string | null;
  fatalOn: string | null;
  timeline: readonly TimelineLine[];
}

/** The stages like a parcel's way. A case that ended early shows how far it came, and how it ended. */
export function Course(props: { whole: CaseWhole } | { followed: Followed }): ReactNode {
  const say = useWords(caseWords);
  const language = useLanguage();
  const { state, targetOn, fatalOn, timeline } =
    'whole' in props ? { ...props.whole.case, timeline: props.whole.timeline } : props.followed;
  const early = isFinal(state) && state !== 'closed';
  const done = stagesDone(state);
  const dayOf = (stage: (typeof stages)[number]): string | undefined => {
    const at = timeline.findLast(({ kind }) => ends[stage].includes(kind))?.at;
    return at && today(new Date(at));
  };
  const refused = timeline.some(({ kind }) => kind === 'refuse');
  const steps: Step[] = stages
    .filter((stage) => !(refused && stage === 'issue'))
    .slice(0, early ? done : undefined)
    .map((stage, at) => {
      const reached = at < done || state === 'closed';
      const day = dayOf(stage);
      // While a case waits to be accepted its days are those of accepting: none is promised yet for the decision.
      const due = stages[done] === stage ? (targetOn ?? fatalOn) : null;
      const promised =
        due && stage === 'accept'
          ? state === 'supplementing'
            ? say.by.supplement(sayDay(due, language))
            : say.by.tell(sayDay(due, language))
          : due && stage === 'decide'
            ? say.by.decide(sayDay(due, language))
            : undefined;
      return {
        key: stage,
        title: stage === 'decide' && refused ? say.kinds.refuse : say.stages[stage],
        state: reached ? 'done' : at === done ? 'current' : 'waiting',
        note: reached && day ? <Day on={day} /> : promised,
      };
    });
  if (early) steps.push({ key: 'end', title: say.states[state], state: 'done' });
  return <StepList steps={steps} label={say.course} />;
}

const bad: ReadonlySet<Kind> = new Set(['refuse', 'refuseAcceptance', 'lapse']);
const good: ReadonlySet<Kind> = new Set(['grant', 'issue', 'deliver', 'close']);
const byApplicants: ReadonlySet<string> = new Set(['applicant', 'agent', 'resident', 'anyone']);

/** Who did what, when, where, by which article; newest first. */
export function History(props: { timeline: readonly TimelineLine[] }): ReactNode {
  const say = useWords(caseWords);
  const language = useLanguage();
  const who = ({ role, place, by }: TimelineLine): string =>
    place ?? by ?? (byApplicants.has(role) ? say.byApplicant : role === 'rule' ? say.bySystem : say.byOffice);
  return (
    <Timeline
      label={say.history}
      entries={props.timeline.toReversed().map((line) => ({
        key: String(line.seq),
        at: line.at,
        title: say.kinds[line.kind],
        by: who(line),
        tone: bad.has(line.kind) ? 'bad' : good.has(line.kind) ? 'good' : 'normal',
        ...(line.article
          ? {
              basis: (
                <details>
                  <summary>{say.basis(line.article.law, line.article.article)}</summary>
                  {language === 'en' ? line.article.summaryEn : line.article.summary}
                </details>
              ),
            }
          : {}),
        children: line.note ? <p>{line.note}</p> : null,
      }))}
    />
  );
}
