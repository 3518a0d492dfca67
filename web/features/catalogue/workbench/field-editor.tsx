/** One field of the form: what it is called, how it is filled in, its options and limits, when it is asked for. */
import { Checkbox, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Field, ItemBody } from '#modules/catalogue/contract';
import { EditField, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { answerNames, renameField, setField, setOptions, setRequired } from './body-edits.ts';
import { AmountAt, ChoiceAt, NumberAt, TextAt } from './body-fields.tsx';
import { put } from './editor-needs.tsx';
import { Place, useFaults } from './faults.tsx';
import { fieldKinds, fieldOfKind, isChoice, isNumber, isText, kindOf, sourcesFor } from './field-kinds.ts';
import { formWords } from './form-words.ts';
import { WhenEditor } from './when-editor.tsx';

export function FieldEditor(props: {
  body: ItemBody;
  name: string;
  field: Field;
  onChange: (body: ItemBody) => void;
  onRename: (name: string) => void;
}): ReactNode {
  const { body, name, field, onChange } = props;
  const say = useWords(formWords);
  const { at } = useFaults();
  const kind = kindOf(field);
  const path = `/form/properties/${name}`;
  const change = (next: Field): void => onChange(setField(body, name, next));
  const set = (key: keyof Field, value: unknown): void => change(put(field, key, value));
  const from = sourcesFor(kind);
  const fault = at(path);
  return (
    <div className="edit-form" data-path={path}>
      {fault ? (
        <p className="yc-fault wide" role="alert">
          {fault}
        </p>
      ) : null}
      <TextAt
        path={`${path}/title`}
        label={say.title}
        value={field.title}
        maxLength={100}
        onChange={(title) => change({ ...field, title })}
      />
      <TextAt
        optional
        path={`${path}/titleEn`}
        label={say.titleEn}
        value={field.titleEn}
        maxLength={200}
        onChange={(titleEn) => set('titleEn', titleEn)}
      />
      <TextAt
        optional
        path={`${path}/description`}
        label={say.description}
        value={field.description}
        maxLength={300}
        onChange={(description) => set('description', description)}
      />
      <TextAt
        optional
        path={`${path}/descriptionEn`}
        label={say.descriptionEn}
        value={field.descriptionEn}
        maxLength={400}
        onChange={(descriptionEn) => set('descriptionEn', descriptionEn)}
      />
      <ChoiceAt
        path={`${path}/type`}
        label={say.kind}
        value={kind}
        options={fieldKinds.map((value) => ({ value, label: say.kinds[value] }))}
        onChange={(next) => next && next !== kind && change(fieldOfKind(next, field))}
      />
      {from.length > 0 ? (
        <ChoiceAt
          path={`${path}/x-from`}
          label={say.from}
          value={field['x-from'] ?? 'none'}
          options={[
            { value: 'none', label: say.fromNone },
            ...from.map((value) => ({ value: value as string, label: say.sources[value] })),
          ]}
          onChange={(value) => set('x-from', value === 'none' ? undefined : value)}
        />
      ) : null}
      <div className="edit-choice">
        <Checkbox
          checked={body.form.required?.includes(name) ?? false}
          onChange={({ target }) => onChange(setRequired(body, name, target.checked))}
        >
          {say.isRequired}
        </Checkbox>
      </div>
      {isChoice(kind) ? <OptionLines body={body} name={name} field={field} path={path} onChange={onChange} /> : null}
      <Limits field={field} path={path} onSet={set} />
      <WhenEditor
        path={`${path}/x-when`}
        body={body}
        self={name}
        when={field['x-when']}
        onChange={(when) => set('x-when', when)}
      />
      <KeyField
        body={body}
        name={name}
        onRename={(next) => {
          onChange(renameField(body, name, next));
          props.onRename(next);
        }}
      />
    </div>
  );
}

/** Options as lines of a text; English ones beside them. */
function OptionLines(props: {
  body: ItemBody;
  name: string;
  field: Field;
  path: string;
  onChange: (body: ItemBody) => void;
}): ReactNode {
  const { body, name, field } = props;
  const say = useWords(formWords);
  const { at } = useFaults();
  const options = field.enum ?? field.items?.enum ?? [];
  const english = field['x-enumEn'] ?? [];
  const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());
  // While it is being typed the last line may be empty: it becomes an option with its first letter.
  const [text, setText] = useState(options.join('\n'));
  const [textEn, setTextEn] = useState(english.join('\n'));
  const written = lines(text).filter(Boolean);
  useEffect(() => {
    if (written.join('\n') !== options.join('\n')) setText(options.join('\n'));
  }, [options.join('\n')]);
  const path = field.type === 'array' ? `${props.path}/items/enum` : `${props.path}/enum`;
  const fault = at(path);
  return (
    <>
      <Place path={path}>
        <EditField label={say.options} hint={say.optionsHint} fault={fault}>
          {(ties) => (
            <Input.TextArea
              {...ties}
              rows={4}
              className="grows"
              value={text}
              onChange={({ target }) => {
                setText(target.value);
                const next = lines(target.value)
                  .filter(Boolean)
                  .map((line) => line.slice(0, 100))
                  .slice(0, 200);
                props.onChange(setOptions(body, name, next, lines(textEn)));
              }}
            />
          )}
        </EditField>
      </Place>
      <Place path={`${props.path}/x-enumEn`}>
        <EditField label={say.optionsEn} hint={say.optionsEnHint} optional fault={at(`${props.path}/x-enumEn`)}>
          {(ties) => (
            <Input.TextArea
              {...ties}
              rows={4}
              className="grows"
              value={textEn}
              onChange={({ target }) => {
                setTextEn(target.value);
                props.onChange(setOptions(body, name, options, lines(target.value)));
              }}
            />
          )}
        </EditField>
      </Place>
    </>
  );
}

/** How much may be filled in: by the kind of the field. */
function Limits(props: { field: Field; path: string; onSet: (key: keyof Field, value: unknown) => void }): ReactNode {
  const { field, path, onSet } = props;
  const say = useWords(formWords);
  const kind = kindOf(field);
  const pair = (least: 'minimum' | 'minItems', most: 'maximum' | 'maxItems', words: [string, string]): ReactNode => (
    <>
      <NumberAt
        path={`${path}/${least}`}
        label={words[0]}
        value={field[least]}
        onChange={(value) => onSet(least, value)}
      />
      <NumberAt
        path={`${path}/${most}`}
        label={words[1]}
        value={field[most]}
        onChange={(value) => onSet(most, value)}
      />
    </>
  );
  if (kind === 'money')
    return (
      <>
        <AmountAt
          path={`${path}/minimum`}
          label={say.leastYuan}
          placeholder=""
          fen={field.minimum}
          onChange={(fen) => onSet('minimum', fen)}
        />
        <AmountAt
          path={`${path}/maximum`}
          label={say.mostYuan}
          placeholder=""
          fen={field.maximum}
          onChange={(fen) => onSet('maximum', fen)}
        />
      </>
    );
  if (isNumber(kind)) return pair('minimum', 'maximum', [say.least, say.most]);
  if (kind === 'checkboxes') return pair('minItems', 'maxItems', [say.leastChosen, say.mostChosen]);
  if (isText(kind))
    return (
      <NumberAt
        path={`${path}/maxLength`}
        label={say.longest}
        value={field.maxLength}
        least={1}
        most={5000}
        onChange={(value) => onSet('maxLength', value)}
      />
    );
  return null;
}

/** The key of a field: what other systems know it by. It changes when the field has been left. */
function KeyField(props: { body: ItemBody; name: string; onRename: (name: string) => void }): ReactNode {
  const { body, name } = props;
  const say = useWords(formWords);
  const [text, setText] = useState(name);
  const fits =
    /^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(text) && (text === name || !answerNames(body).includes(text)) && !(text in {});
  return (
    <div
      className="edit-place"
      onBlur={() => {
        if (fits && text !== name) props.onRename(text);
      }}
    >
      <EditText
        label={say.key}
        hint={say.keyHint}
        value={text}
        maxLength={40}
        fault={fits ? undefined : say.keyWrong}
        onChange={setText}
      />
    </div>
  );
}
