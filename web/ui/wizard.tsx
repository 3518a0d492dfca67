/**
 * One thing per page: a question, an answer, 下一步. The page lies in the address (`?step=`), so that the browser's own way
 * back works and a reload loses nothing; at the end all answers to be checked, each with its way to change it.
 */
import './wizard.css';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PlainSearch } from '../client/plain-search.ts';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './states.tsx';

export interface WizardStep {
  key: string;
  /** The question: the page's title. */
  title: string;
  /** Under the title. */
  hint?: ReactNode;
  draw: () => ReactNode;
  /** Shows what is wrong and returns false; without it the step is always right. */
  check?: () => boolean;
  /** What the last page shows of it. */
  answers?: readonly { title: string; value: ReactNode }[];
}

export interface WizardProps {
  /** What it is about, above each question: the item's plain name. */
  caption: string;
  steps: readonly WizardStep[];
  /** Sends it all. */
  onDone: () => void;
  sending?: boolean;
  error?: unknown;
  /** The verb of the last button. */
  verb: string;
  /** Where the way back of the first page leads. */
  back: string;
}

const last = 'check';

export function Wizard(props: WizardProps): ReactNode {
  const { steps } = props;
  const say = useWords(generalWords);
  const search = useSearch({ strict: false }) as PlainSearch;
  const navigate = useNavigate();
  const asked = String(search.step ?? '');
  const found = steps.findIndex(({ key }) => key === asked);
  const at = asked === last ? steps.length : Math.max(0, found);
  const step = steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);

  const go = (key: string, after?: string): void =>
    void navigate({ to: '.', search: ((before: PlainSearch) => ({ ...before, step: key, after })) as never });
  useEffect(() => {
    document.title = `${step?.title ?? say.steps.check} · ${props.caption}`;
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [step?.key]);

  const next = (): void => {
    if (step?.check && !step.check()) return focusFault();
    // Somebody who came from the last page to change one answer goes back there, past new questions if there are any.
    const rest = steps.slice(at + 1);
    const open = search.after === last ? rest.find(({ answers, check }) => check && answers === undefined) : rest[0];
    go(open?.key ?? last);
  };
  const send = (): void => {
    if (props.sending) return;
    const wrong = steps.find(({ check }) => check && !check());
    if (wrong) return go(wrong.key, last);
    props.onDone();
  };
  const all = steps.length + 1;
  const before = at === 0 ? undefined : steps[at - 1]?.key;
  return (
    <form
      className="yc-wizard"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (step) next();
        else send();
      }}
    >
      {before === undefined ? (
        <Link to={props.back} className="yc-page-back">
          <ArrowLeftOutlined aria-hidden="true" /> {say.actions.back}
        </Link>
      ) : (
        <Link
          to="."
          search={((now: PlainSearch) => ({ ...now, step: before, after: undefined })) as never}
          className="yc-page-back"
        >
          <ArrowLeftOutlined aria-hidden="true" /> {say.actions.back}
        </Link>
      )}
      <div>
        <p className="yc-muted yc-small">
          {props.caption} · <span className="yc-numbers">{say.steps.progress(at + 1, all)}</span>
        </p>
        <div className="yc-progress" aria-hidden="true">
          <div style={{ width: `${((at + 1) / all) * 100}%` }} />
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {step?.title ?? say.steps.check}
        </h1>
        {step?.hint ? <div className="yc-muted">{step.hint}</div> : null}
      </div>
      {step ? step.draw() : <Answers steps={steps} onChange={(key) => go(key, last)} />}
      {step ? null : <ProblemNote error={props.error} />}
      <div>
        <Button type="primary" htmlType="submit" size="large" loading={props.sending ?? false} className="yc-wizard-go">
          {step ? say.actions.next : props.verb}
        </Button>
      </div>
    </form>
  );
}

/** All answers, each with its way to change it. */
function Answers(props: { steps: readonly WizardStep[]; onChange(key: string): void }): ReactNode {
  const { steps: say } = useWords(generalWords);
  return (
    <dl className="yc-answers">
      {props.steps.flatMap(({ key, answers = [] }) =>
        answers.map(({ title, value }) => (
          <div key={`${key}-${title}`}>
            <dt>{title}</dt>
            <dd>{value}</dd>
            <dd>
              <Button type="link" onClick={() => props.onChange(key)} aria-label={`${say.change} ${title}`}>
                {say.change}
              </Button>
            </dd>
          </div>
        )),
      )}
    </dl>
  );
}

/** The first faulty control gets the focus, when its fault has been drawn. */
export function focusFault(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      const faulty = document.querySelector<HTMLElement>('.faulty, .yc-fault');
      const control = faulty?.querySelector<HTMLElement>('input, textarea, select, button') ?? faulty;
      control?.focus({ preventScroll: true });
      faulty?.scrollIntoView({ block: 'center' });
    }),
  );
}
