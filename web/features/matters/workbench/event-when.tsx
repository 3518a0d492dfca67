/** With which answers to the event's questions something is asked for. */
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import type { Body } from './event-edits.ts';
import { editWords } from './edit-words.ts';

type When = Record<string, string[]>;

export function EventWhen(props: {
  questions: Body['questions'];
  when: When | undefined;
  /** Whose condition it is, for those who do not see it. */
  of: string;
  onChange: (when: When | undefined) => void;
}): ReactNode {
  const { questions, when = {} } = props;
  const say = useWords(editWords);
  const rows = Object.entries(when);
  const free = questions.filter(({ id }) => !Object.hasOwn(when, id));
  const change = (next: [string, string[]][]): void =>
    props.onChange(next.length > 0 ? Object.fromEntries(next) : undefined);
  if (questions.length === 0 && rows.length === 0) return null;
  return (
    <fieldset className="yc-field">
      <legend className="yc-muted yc-small">
        {say.when}
        {rows.length === 0 ? ` · ${say.always}` : ''}
      </legend>
      {rows.map(([id, wanted], at) => {
        const question = questions.find((one) => one.id === id);
        return (
          <div key={id} className="matters-when">
            <Select
              aria-label={`${props.of}: ${say.whenQuestion}`}
              value={id}
              options={[...(question ? [question] : []), ...free].map((one) => ({
                value: one.id,
                label: one.question || one.id,
              }))}
              onChange={(next: string) =>
                change(
                  rows.map((row, index) =>
                    index === at ? [next, [questions.find((one) => one.id === next)!.options[0]!.id]] : row,
                  ),
                )
              }
            />
            <Select
              mode="multiple"
              aria-label={`${props.of}: ${say.whenAnswers}`}
              placeholder={say.whenAnswers}
              value={wanted}
              options={(question?.options ?? []).map((option) => ({ value: option.id, label: option.label }))}
              onChange={(answers: string[]) => {
                // A condition without an answer would never hold: remove it instead.
                if (answers.length > 0) change(rows.map((row, index) => (index === at ? [id, answers] : row)));
              }}
            />
            <Button
              size="small"
              type="text"
              aria-label={`${say.remove} ${props.of} ${question?.question ?? id}`}
              onClick={() => change(rows.filter((_, index) => index !== at))}
            >
              {say.remove}
            </Button>
          </div>
        );
      })}
      {free.length > 0 ? (
        <div>
          <Button
            size="small"
            aria-label={`${say.addWhen} ${props.of}`}
            onClick={() => change([...rows, [free[0]!.id, [free[0]!.options[0]!.id]]])}
          >
            {say.addWhen}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
