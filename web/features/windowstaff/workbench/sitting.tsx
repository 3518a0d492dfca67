/** An exam: one question at a time with the clock of the server, and afterwards what was right and why. For a phone and a desk. */
import '../live.ts';
import '../windowstaff.css';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type Sitting } from '#modules/windowstaff/contract';
import { prefetch, readAgain, useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { AnswerKeeper, type Keeping } from '../keep-answers.ts';
import { Result } from './sitting-result.tsx';

/** Seconds that are left by the clock of the server, whatever this device's clock says. */
function useSecondsLeft(sitting: Sitting): number {
  const [start] = useState(() => ({ here: performance.now(), left: Date.parse(sitting.dueAt) - Date.parse(sitting.now) })); // prettier-ignore
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((start.left - (now - start.here)) / 1_000));
}

function Running({ sitting }: { sitting: Sitting }): ReactNode {
  const say = useWords(examWords);
  const language = useLanguage();
  const of = sitting.questions.length;
  const [at, setAt] = useState(0);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [handing, setHanding] = useState(false);
  const keeper = useRef<AnswerKeeper>(undefined);
  const lastSeq = Math.max(0, ...sitting.questions.map(({ seq }) => seq));
  const [chosen, setChosen] = useState<Record<number, string[]>>(() => Object.fromEntries(sitting.questions.map((one) => [one.no, one.chosen]))); // prettier-ignore
  const handIn = useAct(ops.handIn, { changes: [ops.myExams, ops.myFile] });
  const left = useSecondsLeft(sitting);
  const heading = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const made = new AnswerKeeper(sitting.id, lastSeq, setKeeping, ({ no, chosen: kept }) =>
      setChosen((before) => ({ ...before, [no]: kept })),
    );
    keeper.current = made;
    const here = made.waiting();
    if (here.length > 0) setChosen((before) => ({ ...before, ...Object.fromEntries(here.map(({ no, chosen: those }) => [no, those])) })); // prettier-ignore
    return () => made.stop();
  }, [sitting.id]);
  const send = async (): Promise<void> => {
    await handIn.send({ params: { id: sitting.id }, body: { answers: keeper.current?.waiting() ?? [] } });
    keeper.current?.forget();
    await readAgain(ops.getSitting);
  };
  const over = left === 0 || keeping === 'over';
  // When the time is over whatever has not been sent goes along at once; without a line it is tried again.
  useEffect(() => {
    if (!over) return;
    const finish = (): void => void send().catch(() => {});
    finish();
    const timer = setInterval(finish, 5_000);
    return () => clearInterval(timer);
  }, [over]);
  const go = (next: number): void => {
    setAt(next);
    heading.current?.focus();
  };
  const question = sitting.questions[at]!;
  const mine = chosen[question.no] ?? [];
  const choose = (id: string, on: boolean): void => {
    const several = question.kind === 'multiple';
    const next = several ? (on ? [...mine, id].toSorted() : mine.filter((one) => one !== id)) : [id];
    setChosen({ ...chosen, [question.no]: next });
    keeper.current?.choose(question.no, next);
  };
  const answered = sitting.questions.filter(({ no }) => (chosen[no] ?? []).length > 0).length;
  const prompt = { single: say.chooseOne, multiple: say.chooseSeveral, judge: say.chooseVerdict }[question.kind];
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <div className="exam">
      <PageHeader title={pick(language, sitting.title, sitting.titleEn)} />
      <div className="exam-bar">
        <span>
          {say.timeLeft}{' '}
          <span className={`exam-clock yc-numbers${left < 300 ? ' staff-red' : ''}`} role="timer">
            {clock}
          </span>
        </span>
        <span className="yc-numbers">{say.answeredOf(answered, of)}</span>
        <span role="status" className={keeping === 'offline' ? 'staff-red' : 'yc-muted'}>
          {keeping === 'over' ? say.over : say[keeping]}
        </span>
      </div>
      <section className="yc-panel exam-question">
        <fieldset ref={heading} tabIndex={-1} disabled={over}>
          <legend>
            <span className="yc-muted yc-small">
              {say.at(at + 1, of)} · {say.kinds[question.kind]} · {prompt}
            </span>
            <br />
            {question.stem}
          </legend>
          {question.options.map(({ id, text }) => (
            <label key={id} className="exam-option">
              <input
                type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
                name={`question-${question.no}`}
                checked={mine.includes(id)}
                onChange={({ target }) => choose(id, target.checked)}
              />
              <span>
                {id}. {text}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="yc-row">
          <Button size="large" disabled={at === 0} onClick={() => go(at - 1)}>
            {say.before}
          </Button>
          {at < of - 1 ? (
            <Button size="large" type="primary" onClick={() => go(at + 1)}>
              {say.next}
            </Button>
          ) : null}
          <Button
            size="large"
            {...(at === of - 1 ? { type: 'primary' as const } : {})}
            onClick={() => setHanding(true)}
          >
            {say.toHandIn}
          </Button>
        </div>
      </section>
      <nav aria-label={say.all} className="exam-card">
        {sitting.questions.map(({ no }, i) => (
          <button
            key={no}
            type="button"
            className={(chosen[no] ?? []).length > 0 ? 'answered' : ''}
            aria-current={i === at ? 'step' : undefined}
            aria-label={`${say.at(no, of)}${(chosen[no] ?? []).length > 0 ? '' : ` · ${say.nothing}`}`}
            onClick={() => go(i)}
          >
            {no}
          </button>
        ))}
      </nav>
      <ConfirmDialog
        open={handing}
        title={say.handIn}
        verb={say.handIn}
        onClose={() => setHanding(false)}
        onConfirm={send}
      >
        {answered < of ? <p className="staff-red">{say.notAnswered(of - answered)}</p> : null}
        <p>{say.handInWhat}</p>
      </ConfirmDialog>
    </div>
  );
}

function SittingPage(): ReactNode {
  // The clock begins with an answer of now, never with one that was kept from an earlier look.
  const found = useOp(ops.getSitting, { params: { id: useParam('id') } }, { staleTime: 0 });
  if (!found.isFetchedAfterMount && !found.error) return <Loading rows={8} />;
  return (
    <Query of={found}>
      {(sitting) => (sitting.endedAt ? <Result sitting={sitting} /> : <Running key={sitting.id} sitting={sitting} />)}
    </Query>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'],
  load: ({ params }) => prefetch(ops.getSitting, { params: { id: params.id! } }),
  Component: SittingPage,
});
