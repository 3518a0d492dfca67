/** When something is asked for: always, or when questions are answered so. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ItemBody, When } from '#modules/catalogue/contract';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { questionsOf } from './body-edits.ts';
import { editorWords } from './editor-words.ts';
import { useFaults } from './faults.tsx';

export function WhenEditor(props: {
  /** JSON pointer of the condition. */
  path: string;
  body: ItemBody;
  when: When | undefined;
  /** The situation or field that hangs: it cannot hang on itself. */
  self: string;
  onChange: (when: When | undefined) => void;
}): ReactNode {
  const { when = {}, path } = props;
  const { when: say } = useWords(editorWords);
  const general = useWords(generalWords);
  const faults = useFaults();
  const questions = questionsOf(props.body, props.self, [general.yes, general.no]);
  const rows = Object.entries(when);
  const free = questions.filter(({ key }) => !Object.hasOwn(when, key));
  const change = (entries: [string, string[]][]): void =>
    props.onChange(entries.length > 0 ? Object.fromEntries(entries) : undefined);
  return (
    <fieldset className="when wide" data-path={path}>
      <legend>{say.title}</legend>
      {rows.length === 0 ? <p className="yc-muted">{say.always}</p> : null}
      {rows.map(([key, wanted], at) => {
        const question = questions.find((one) => one.key === key);
        const place = `${path}/${key}`;
        const fault = faults.at(place);
        return (
          <div key={key} className="when-row" data-path={place} onBlur={() => faults.touch(place)}>
            <Select
              aria-label={say.question}
              value={key}
              options={[question ?? { key, title: key, answers: [] }, ...free].map((one) => ({
                value: one.key,
                label: one.title || one.key,
              }))}
              onChange={(next: string) =>
                change(rows.map(([old, answers], index) => (index === at ? [next, []] : [old, answers])))
              }
            />
            <span>{say.is}</span>
            <Select
              mode="multiple"
              aria-label={say.answers}
              placeholder={say.answers}
              value={wanted}
              options={question?.answers ?? wanted.map((value) => ({ value, label: value }))}
              onChange={(answers: string[]) =>
                change(rows.map(([old, before], index) => [old, index === at ? answers : before]))
              }
              {...(fault ? { status: 'error' as const } : {})}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={`${say.remove} ${at + 1}`}
              onClick={() => change(rows.filter((_, index) => index !== at))}
            />
            {fault ? (
              <p className="yc-fault" role="alert">
                {fault}
              </p>
            ) : null}
          </div>
        );
      })}
      {rows.length > 1 ? <p className="yc-muted yc-small">{say.all}</p> : null}
      {free.length > 0 ? (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => change([...rows, [free[0]!.key, []]])}
        >
          {say.add}
        </Button>
      ) : rows.length === 0 ? (
        <p className="yc-muted yc-small">{say.none}</p>
      ) : null}
    </fieldset>
  );
}
