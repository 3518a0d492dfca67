/** The materials of an item of another district: uploaded, or seen on paper where that counts. */
import { Radio, Tag } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { HandedIn } from '#modules/cases/contract';
import type { Material } from '#modules/catalogue/contract';
import { fileLimits } from '#modules/documents/contract';
import { sendFile, takeFileBack } from '#web/features/documents/send-file.ts';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { exchangeWords } from './words.ts';

/** What the district itself looks up, and the form that is drawn from the answers. */
const comesByItself = ({ source, id }: Material): boolean => source === 'shared' || id === 'form';

export function Materials(props: {
  asked: readonly Material[];
  value: readonly HandedIn[];
  onChange: (value: HandedIn[]) => void;
  onBusy: (busy: boolean) => void;
  /** At a counter paper can be seen. */
  counter: boolean;
}): ReactNode {
  const say = useWords(exchangeWords);
  const language = useLanguage();
  const [files, setFiles] = useState<Readonly<Record<string, UploadedFile[]>>>({});
  const newest = useRef(props.value);
  newest.current = props.value;
  const set = (materialId: string, handed: HandedIn | undefined): void => {
    const next = [...newest.current.filter((one) => one.materialId !== materialId), ...(handed ? [handed] : [])];
    newest.current = next;
    props.onChange(next);
  };
  if (props.asked.length === 0) return <p className="yc-muted">{say.noMaterials}</p>;
  return (
    <div className="exchange-materials">
      {props.asked.map((material) => {
        const { id } = material;
        const name = pick(language, material.name, material.nameEn);
        const handed = props.value.find(({ materialId }) => materialId === id);
        const itself = comesByItself(material);
        return (
          <fieldset key={id} className="exchange-material">
            <legend>
              {name} <Tag>{say.requirement[material.requirement]}</Tag>
            </legend>
            {material.note ? <p className="yc-muted yc-small">{material.note}</p> : null}
            <Radio.Group
              optionType="button"
              value={handed?.how ?? 'missing'}
              aria-label={name}
              options={[
                ...(props.counter ? [{ value: 'paper', label: say.paper }] : []),
                { value: 'upload', label: say.upload },
                { value: 'missing', label: id === 'form' ? say.drawn : itself ? say.byItself : say.missing },
              ]}
              onChange={({ target }) => {
                const how = target.value as 'paper' | 'upload' | 'missing';
                const fileIds = how === 'upload' ? (files[id] ?? []).map((file) => file.id) : [];
                set(id, how === 'missing' ? undefined : { materialId: id, how, fileIds });
              }}
            />
            {handed?.how === 'upload' ? (
              <FileField
                label={name}
                files={files[id] ?? []}
                onChange={(list) => {
                  setFiles((before) => ({ ...before, [id]: list }));
                  set(id, { materialId: id, how: 'upload', fileIds: list.map((file) => file.id) });
                }}
                upload={sendFile}
                onRemove={takeFileBack}
                maxBytes={fileLimits.bytes}
                onBusy={props.onBusy}
              />
            ) : null}
          </fieldset>
        );
      })}
    </div>
  );
}
