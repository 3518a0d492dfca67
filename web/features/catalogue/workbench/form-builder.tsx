/** The form builder: fields in their order, one of them in hand, and beside them the form as a phone draws it. */
import './cards.css';
import './editor.css';
import './form-builder.css';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PaperClipOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { useMedia } from '#web/ui/preferences.ts';
import { useAsked } from '#web/ui/page.tsx';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { addField, answerNames, freshId, moveField, removeField } from './body-edits.ts';
import { freshMaterial } from './editor-needs.tsx';
import { editorWords } from './editor-words.ts';
import { Summary } from './editor.tsx';
import { goToPlace, useFaults } from './faults.tsx';
import { FieldEditor } from './field-editor.tsx';
import { fieldKinds, fieldOfKind, kindOf, type FieldKind } from './field-kinds.ts';
import { formWords } from './form-words.ts';
import { PreviewFrame } from './preview-frame.tsx';
import type { DraftKeeper } from './use-item-draft.ts';

export function FormBuilder(props: { keeper: DraftKeeper }): ReactNode {
  const { keeper } = props;
  const { body } = keeper;
  const say = useWords(formWords);
  const { list } = useWords(editorWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [asked, ask] = useAsked();
  const { below } = useFaults();
  const roomy = useMedia('(min-width: 68rem)');
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLOListElement>(null);
  const fields = Object.entries(body.form.properties);
  const at = Math.max(
    0,
    fields.findIndex(([name]) => name === asked.field),
  );
  const [current, field] = fields[at] ?? [];
  const required = new Set(body.form.required);
  const change = (next: ItemBody): void =>
    keeper.set({ form: next.form, situations: next.situations, materials: next.materials });
  const focusRow = (index: number): void => {
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>('.form-row')[index]?.focus());
  };

  const add = (kind: FieldKind): void => {
    const name = freshId('field', answerNames(body));
    change(addField(body, name, fieldOfKind(kind), current));
    ask({ field: name });
    setTimeout(() => goToPlace(`/form/properties/${name}/title`), 60);
  };
  const addAttachment = (): void => {
    keeper.set({ materials: [...body.materials, freshMaterial(body)] });
    void message.info(say.attachmentMade);
    ask({ part: undefined, field: undefined });
    setTimeout(() => goToPlace(`/materials/${body.materials.length}`), 60);
  };
  const move = (from: number, by: number): void => {
    if (from + by < 0 || from + by >= fields.length) return;
    change(moveField(body, from, from + by));
    focusRow(from + by);
  };
  const press = (event: KeyboardEvent, index: number): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (event.altKey) return move(index, by);
    const name = fields[index + by]?.[0];
    if (name === undefined) return;
    ask({ field: name });
    focusRow(index + by);
  };
  const preview = (
    <PreviewFrame
      title={say.previewFrame}
      shown={{ show: 'form', body, ...(current ? { at: current } : {}) }}
      note={say.live}
    />
  );
  return (
    <div className={roomy ? 'builder with-preview' : 'builder'}>
      <div className="builder-parts">
        <Summary only="/form" />
        <div className="builder-fields">
          <div className="yc-row builder-head">
            <h2>
              {say.fields} <span className="yc-muted yc-numbers">{fields.length}</span>
            </h2>
            <span className="yc-muted yc-small">{say.keys}</span>
          </div>
          {fields.length === 0 ? <Empty title={say.none}>{say.noneWhat}</Empty> : null}
          <ol className="yc-plain" ref={box}>
            {fields.map(([name, one], index) => {
              const wrong = below(`/form/properties/${name}`);
              return (
                <li key={name}>
                  <button
                    type="button"
                    className={`form-row${name === current ? ' active' : ''}${wrong > 0 ? ' faulty-card' : ''}`}
                    aria-current={name === current ? 'true' : undefined}
                    tabIndex={name === current ? 0 : -1}
                    onClick={() => ask({ field: name })}
                    onKeyDown={(event) => press(event, index)}
                  >
                    <span className="yc-numbers yc-muted">{index + 1}</span>
                    <span className="form-row-title">{pick(language, one.title, one.titleEn) || say.untitled}</span>
                    <span className="yc-muted yc-small">
                      {[
                        say.kinds[kindOf(one)],
                        required.has(name) ? say.required : say.optional,
                        one['x-when'] ? say.conditional : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...fieldKinds.map((kind) => ({ key: kind, label: say.kinds[kind] })),
                { type: 'divider' as const },
                { key: 'attachment', label: say.attachment, icon: <PaperClipOutlined aria-hidden="true" /> },
              ],
              onClick: ({ key }) => (key === 'attachment' ? addAttachment() : add(key as FieldKind)),
            }}
          >
            <Button icon={<PlusOutlined aria-hidden="true" />} aria-haspopup="menu">
              {say.add}
            </Button>
          </Dropdown>
        </div>
        {current && field ? (
          <section className="builder-field" aria-label={say.order(at + 1, fields.length)}>
            <div className="yc-row builder-head">
              <h2>{say.order(at + 1, fields.length)}</h2>
              <span className="yc-row">
                <Button
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  disabled={at === 0}
                  onClick={() => change(moveField(body, at, at - 1))}
                >
                  {list.up}
                </Button>
                <Button
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  disabled={at === fields.length - 1}
                  onClick={() => change(moveField(body, at, at + 1))}
                >
                  {list.down}
                </Button>
                <Button
                  size="small"
                  danger
                  icon={<DeleteOutlined aria-hidden="true" />}
                  onClick={() => {
                    change(removeField(body, current));
                    ask({ field: fields[at + 1]?.[0] ?? fields[at - 1]?.[0] });
                  }}
                >
                  {list.remove}
                </Button>
              </span>
            </div>
            <FieldEditor
              key={current}
              body={body}
              name={current}
              field={field}
              onChange={change}
              onRename={(name) => ask({ field: name })}
            />
          </section>
        ) : null}
      </div>
      {roomy ? (
        preview
      ) : (
        <div className="builder-peek">
          <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
            {shown ? say.previewClose : say.previewOpen}
          </Button>
          {shown ? preview : null}
        </div>
      )}
    </div>
  );
}
