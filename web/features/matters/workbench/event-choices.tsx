/** The questions of a life event itself, which choose its items. */
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { freshId, removeQuestion, type Body } from './event-edits.ts';
import { EventWhen } from './event-when.tsx';
import { editWords } from './edit-words.ts';

type Question = Body['questions'][number];

export function EventChoices(props: { body: Body; onChange: (body: Body) => void }): ReactNode {
  const { body, onChange } = props;
  const say = useWords(editWords);
  const set = (id: string, to: Question): void =>
    onChange({ ...body, questions: body.questions.map((one) => (one.id === id ? to : one)) });
  return (
    <section className="matters-section" aria-labelledby="event-choices">
      <h2 id="event-choices">{say.choices}</h2>
      <p className="yc-muted yc-small">{say.choicesLine}</p>
      <ol className="yc-plain matters-list">
        {body.questions.map((question, at) => (
          <li key={question.id} className="matters-card">
            <OneQuestion
              question={question}
              number={at + 1}
              before={body.questions.slice(0, at)}
              onChange={(to) => set(question.id, to)}
              onRemove={() => onChange(removeQuestion(body, question.id))}
            />
          </li>
        ))}
      </ol>
      {body.questions.length < 10 ? (
        <div>
          <Button
            onClick={() => {
              const id = freshId(
                'q',
                body.questions.map((one) => one.id),
              );
              const options = [
                { id: 'yes', label: say.yes },
                { id: 'no', label: say.no },
              ];
              onChange({ ...body, questions: [...body.questions, { id, question: say.newQuestion, options }] });
            }}
          >
            {say.addQuestion}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function OneQuestion(props: {
  question: Question;
  number: number;
  before: Body['questions'];
  onChange: (to: Question) => void;
  onRemove: () => void;
}): ReactNode {
  const { question, number, onChange } = props;
  const say = useWords(editWords);
  const label = say.question(number);
  const option = (id: string, text: string): void =>
    onChange({ ...question, options: question.options.map((one) => (one.id === id ? { ...one, label: text } : one)) });
  return (
    <>
      <span className="matters-card-head">
        <Input
          aria-label={label}
          value={question.question}
          maxLength={200}
          onChange={({ target }) => onChange({ ...question, question: target.value })}
        />
        <Button size="small" aria-label={`${say.remove} ${label}`} onClick={props.onRemove}>
          {say.remove}
        </Button>
      </span>
      <div className="matters-when">
        {question.options.map((one, at) => (
          <span key={one.id} className="matters-option">
            <Input
              aria-label={`${label} ${say.option(at + 1)}`}
              value={one.label}
              maxLength={100}
              onChange={({ target }) => option(one.id, target.value)}
            />
            {question.options.length > 2 ? (
              <Button
                size="small"
                type="text"
                aria-label={`${say.remove} ${label} ${say.option(at + 1)}`}
                onClick={() => onChange({ ...question, options: question.options.filter(({ id }) => id !== one.id) })}
              >
                {say.remove}
              </Button>
            ) : null}
          </span>
        ))}
        {question.options.length < 10 ? (
          <Button
            size="small"
            aria-label={`${say.addOption} ${label}`}
            onClick={() => {
              const id = freshId(
                'o',
                question.options.map((one) => one.id),
              );
              onChange({ ...question, options: [...question.options, { id, label: say.newOption }] });
            }}
          >
            {say.addOption}
          </Button>
        ) : null}
      </div>
      <EventWhen
        questions={props.before}
        when={question.when}
        of={label}
        onChange={(when) => {
          const { when: _, ...rest } = question;
          onChange(when ? { ...rest, when } : rest);
        }}
      />
    </>
  );
}
