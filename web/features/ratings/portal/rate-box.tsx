/** Rating on the page itself: a good level is one tap; the lower two ask for reasons before they are sent. */
import '../problem-words.ts';
import './ratings.css';
import { FrownOutlined, MehOutlined, SmileOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { faultOf, isBad, levels, ratingsContract, reasons, type Level, type Reason } from '#modules/ratings/contract';
import { newKey } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { wordsOfProblem } from '#web/words/words.ts';
import { ratingWords } from '../words.ts';
import { rateWords } from './words.ts';

const faces: Record<Level, ReactNode> = {
  verySatisfied: <SmileOutlined />,
  satisfied: <SmileOutlined />,
  basicallySatisfied: <MehOutlined />,
  dissatisfied: <FrownOutlined />,
  veryDissatisfied: <FrownOutlined />,
};

interface Said {
  actionId: string;
  level: Level;
  reasons?: Reason[];
  comment?: string;
}

/** Of a case of one's own. */
export function RateCase(props: { caseId: string }): ReactNode {
  const input = { params: { id: props.caseId } };
  const found = useOp(ratingsContract.getRating, input);
  const act = useAct(ratingsContract.rateCase, {
    changes: [ratingsContract.getRating, casesContract.getCase, casesContract.myCases],
  });
  return (
    <Box
      of={props.caseId}
      found={found.data}
      send={(body) => act.send({ ...input, body })}
      error={act.error}
      sending={act.sending}
    />
  );
}

/** Of the case whose receipt has this code. */
export function RateByCode(props: { code: string }): ReactNode {
  const { code } = props;
  const found = useOp(ratingsContract.lookByCode, { body: { code } });
  const act = useAct(ratingsContract.rateByCode, { changes: [ratingsContract.lookByCode] });
  return (
    <Box
      of={code}
      found={found.data}
      send={(body) => act.send({ body: { code, ...body } })}
      error={act.error}
      sending={act.sending}
    />
  );
}

/** Of the visit whose ticket has this code, with a case or without. */
export function RateVisit(props: { code: string }): ReactNode {
  const { code } = props;
  const found = useOp(ratingsContract.lookVisit, { body: { code } });
  const act = useAct(ratingsContract.rateVisit, { changes: [ratingsContract.lookVisit] });
  return (
    <Box
      of={code}
      found={found.data}
      send={(body) => act.send({ body: { code, ...body } })}
      error={act.error}
      sending={act.sending}
    />
  );
}

interface Found {
  possible: boolean;
  given: { level: Level; at: string; comment: string } | null;
}

/** What somebody has begun to say and not sent: it is there again when they come back to the page. Gone with the tab, of which it warns. */
const begun = new Map<string, { level?: Level; chosen: Reason[]; comment: string }>();

function Box(props: {
  /** The case or the code that is rated. */
  of: string;
  found: Found | undefined;
  send: (said: Said) => Promise<unknown>;
  error: unknown;
  sending: boolean;
}): ReactNode {
  const { found } = props;
  const say = useWords(rateWords);
  const names = useWords(ratingWords);
  const language = useLanguage();
  const [actionId] = useState(newKey);
  const before = begun.get(props.of);
  const [level, setLevel] = useState(before?.level);
  const [chosen, setChosen] = useState<Reason[]>(before?.chosen ?? []);
  const [comment, setComment] = useState(before?.comment ?? '');
  const [checked, setChecked] = useState(false);
  const [thanked, setThanked] = useState(false);
  const unsent = level !== undefined && isBad(level) && found?.given === null;
  useEffect(() => {
    if (!unsent) return void begun.delete(props.of);
    begun.set(props.of, { level, chosen, comment });
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [props.of, unsent, level, chosen, comment]);
  if (!found || (!found.possible && !found.given)) return null;
  if (found.given) {
    return (
      <section className="ratings-box" aria-live="polite">
        {thanked ? <strong>{say.thanks}</strong> : null}
        <p>
          {say.given(names.levels[found.given.level])}{' '}
          <span className="yc-muted yc-small">
            <Instant at={found.given.at} />
          </span>
        </p>
        {found.given.comment ? <p className="yc-muted">{found.given.comment}</p> : null}
      </section>
    );
  }
  const send = async (said: Omit<Said, 'actionId'>): Promise<void> => {
    const done = await props.send({ actionId, ...said }).then(
      () => true,
      () => false,
    );
    if (done) setThanked(true);
  };
  const tap = (tapped: Level): void => {
    setLevel(tapped);
    if (!isBad(tapped)) void send({ level: tapped });
  };
  const fault = level && isBad(level) ? faultOf({ level, reasons: chosen, comment }) : undefined;
  return (
    <section className="ratings-box" aria-labelledby="rate-title">
      <div>
        <h2 id="rate-title">{say.title}</h2>
        <p className="yc-muted yc-small">{say.line}</p>
      </div>
      <div className="ratings-levels" role="group" aria-labelledby="rate-title">
        {levels.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={level === one}
            disabled={props.sending}
            onClick={() => tap(one)}
          >
            <span aria-hidden="true">{faces[one]}</span>
            {names.levels[one]}
          </button>
        ))}
      </div>
      {level && isBad(level) ? (
        <form
          className="ratings-why"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setChecked(true);
            if (!fault) void send({ level, reasons: chosen, ...(comment.trim() ? { comment: comment.trim() } : {}) });
          }}
        >
          <fieldset className="yc-field">
            <legend className="yc-field-title">{say.whatWrong}</legend>
            <Checkbox.Group
              className="ratings-reasons"
              value={chosen}
              onChange={(values) => setChosen(values as Reason[])}
              options={reasons.map((reason) => ({ value: reason, label: names.reasons[reason] }))}
            />
          </fieldset>
          <div className="yc-field">
            <label htmlFor="rate-comment" className="yc-field-title">
              {say.comment}
              {chosen.includes('other') ? null : <span className="yc-muted yc-small"> ({say.commentOptional})</span>}
            </label>
            <Input.TextArea
              id="rate-comment"
              rows={3}
              maxLength={500}
              value={comment}
              onChange={({ target }) => setComment(target.value)}
            />
          </div>
          {checked && fault ? (
            <p className="yc-fault" role="alert">
              {wordsOfProblem(`ratings.${fault}`, language)}
            </p>
          ) : null}
          <p className="yc-muted yc-small">
            {say.notSent} {say.badLine}
          </p>
          <div>
            <Button type="primary" htmlType="submit" loading={props.sending}>
              {say.send}
            </Button>
          </div>
        </form>
      ) : null}
      <ProblemNote error={props.error} />
    </section>
  );
}
