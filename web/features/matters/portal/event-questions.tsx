/** The questions of a life event, which choose its parts. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { askedQuestions, type LifeEvent } from '#modules/matters/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { matterWords } from './words.ts';

/** Whether every question that is asked has an answer. */
export const allAnswered = (event: LifeEvent, answered: Record<string, string>): boolean =>
  askedQuestions(event.body, answered).every(({ id, options }) => options.some((option) => option.id === answered[id]));

export function EventQuestions(props: {
  event: LifeEvent;
  answered: Record<string, string>;
  onAnswer: (id: string, option: string) => void;
}): ReactNode {
  const say = useWords(matterWords);
  const language = useLanguage();
  const questions = askedQuestions(props.event.body, props.answered);
  if (questions.length === 0) return null;
  return (
    <section className="matters-section" aria-labelledby="event-questions">
      <h2 id="event-questions">{say.questions}</h2>
      <p className="yc-muted">{say.questionsLine}</p>
      {questions.map(({ id, question, questionEn, options }) => (
        <fieldset key={id} className="yc-field">
          <legend className="yc-field-title">{pick(language, question, questionEn)}</legend>
          <Radio.Group
            className="yc-choices"
            value={props.answered[id] ?? null}
            onChange={({ target }) => props.onAnswer(id, String(target.value))}
            options={options.map((option) => ({
              value: option.id,
              label: pick(language, option.label, option.labelEn),
            }))}
          />
        </fieldset>
      ))}
    </section>
  );
}
