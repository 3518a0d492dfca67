/** The materials of an application, ticked one by one: on paper, as files, from other offices, or not there. */
import { Radio, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { HandedIn } from '#modules/cases/contract';
import { askedMaterials, type ItemBody, type Material } from '#modules/catalogue/contract';
import { fileLimits } from '#modules/documents/contract';
import { sendFile, takeFileBack } from '#web/features/documents/send-file.ts';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useRef, useState } from 'react';
import { DocumentCamera } from './document-camera.tsx';
import { intakeWords } from './intake-words.ts';

type How = HandedIn['how'];

/** Whether it comes without the applicant: what other offices hold, and the form itself, which is drawn from the answers. */
export const comesByItself = ({ source, id }: Material): boolean => source === 'shared' || id === 'form';

const waysOf = (material: Material): How[] => [
  'paper',
  'upload',
  ...(material.source === 'shared' || material.source === 'government' ? (['shared'] as const) : []),
];

/** What may follow later, or be promised instead: signed for by the applicant. */
const undertakingOf = ({ requirement }: Material): How[] =>
  requirement === 'tolerable' ? ['later'] : requirement === 'byPromise' ? ['promised'] : [];

/** Whether anything of it is undertaken, so that a signature of its own is needed. */
export const isUndertaken = (handedIn: readonly HandedIn[]): boolean =>
  handedIn.some(({ how }) => how === 'later' || how === 'promised');

export function MaterialRows(props: {
  item: ItemBody | undefined;
  /** The answers so far: they choose what is asked for. */
  asked: Readonly<Record<string, unknown>>;
  situations: Readonly<Record<string, string>>;
  value: readonly HandedIn[];
  onChange: (value: HandedIn[]) => void;
  onBusy?: (busy: boolean) => void;
  /** Only these, and others that are not there yet: for a supplement. */
  wanted?: readonly { materialId: string | null; what: string }[];
  before?: readonly HandedIn[];
  /** What was undertaken is handed in now: it cannot be put off again. */
  curing?: boolean;
}): ReactNode {
  const say = useWords(intakeWords);
  const language = useLanguage();
  const [names, setNames] = useState<Readonly<Record<string, UploadedFile[]>>>({});
  const newest = useRef(props.value);
  newest.current = props.value;
  const all = props.item ? askedMaterials(props.item, { ...props.asked, ...props.situations }) : [];
  const wantedIds = new Map((props.wanted ?? []).map(({ materialId, what }) => [materialId, what]));
  const there = new Set(
    (props.before ?? [])
      .filter(({ how }) => !['missing', 'later', 'promised'].includes(how))
      .map((one) => one.materialId),
  );
  const others = (props.wanted ?? []).filter(({ materialId }) => materialId === null);
  // What is wanted in words may concern any of them.
  const isWhole = !props.wanted || others.length > 0;
  const rows = isWhole ? all : all.filter(({ id }) => wantedIds.has(id) || !there.has(id));

  const set = (materialId: string, how: How, fileIds: string[]): void => {
    const rest = newest.current.filter((one) => one.materialId !== materialId);
    const next = how === 'missing' ? rest : [...rest, { materialId, how, fileIds }];
    newest.current = next;
    props.onChange(next);
  };
  const files = (materialId: string, list: UploadedFile[]): void => {
    setNames((before) => ({ ...before, [materialId]: list }));
    set(
      materialId,
      'upload',
      list.map(({ id }) => id),
    );
  };

  return (
    <div className="material-rows">
      {others.map(({ what }) => (
        <p key={what}>{what}</p>
      ))}
      {rows.length === 0 ? <p className="yc-muted">{say.noMaterials}</p> : null}
      {rows.map((material) => {
        const name = pick(language, material.name, material.nameEn);
        const handed = props.value.find((one) => one.materialId === material.id);
        const itself = comesByItself(material);
        return (
          <fieldset key={material.id} className="material-row">
            <legend>
              {name} <Tag>{say.requirement[material.requirement]}</Tag>
              <span className="yc-muted yc-small">
                {say.form[material.form]}
                {material.copies > 0 ? ` · ${say.copies(material.copies)}` : ''}
              </span>
            </legend>
            {wantedIds.get(material.id) ? <p className="yc-small">{wantedIds.get(material.id)}</p> : null}
            {material.note ? <p className="yc-muted yc-small">{material.note}</p> : null}
            <Radio.Group
              optionType="button"
              size="small"
              value={handed?.how ?? (itself ? 'itself' : there.has(material.id) ? 'there' : 'missing')}
              aria-label={name}
              options={[
                ...(handed?.how === 'locker' ? [{ value: 'locker', label: say.how.locker }] : []),
                ...waysOf(material).map((how) => ({ value: how, label: say.how[how] })),
                ...(props.curing ? [] : undertakingOf(material)).map((how) => ({ value: how, label: say.how[how] })),
                itself
                  ? { value: 'itself', label: say.itself }
                  : there.has(material.id)
                    ? { value: 'there', label: say.there }
                    : { value: 'missing', label: say.how.missing },
              ]}
              onChange={({ target }) => {
                const how = target.value as How | 'itself' | 'there';
                if (how === 'itself' || how === 'there') set(material.id, 'missing', []);
                else set(material.id, how, how === 'upload' ? (names[material.id] ?? []).map(({ id }) => id) : []);
              }}
            />
            {handed?.how === 'upload' ? (
              <div className="material-files">
                <DocumentCamera
                  name={name}
                  onPicture={async (file) => {
                    const held = await sendFile(file, () => {}, new AbortController().signal);
                    files(material.id, [...(names[material.id] ?? []), held]);
                  }}
                />
                <FileField
                  label={name}
                  files={names[material.id] ?? []}
                  onChange={(list) => files(material.id, list)}
                  upload={sendFile}
                  onRemove={takeFileBack}
                  maxBytes={fileLimits.bytes}
                  {...(props.onBusy ? { onBusy: props.onBusy } : {})}
                />
              </div>
            ) : null}
          </fieldset>
        );
      })}
    </div>
  );
}
