/** One material on a page of its own: several photos from the phone, or on paper at a counter. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import type { Material } from '#modules/catalogue/contract';
import { sendFile, takeFileBack, uploadLimits } from '#web/features/documents/send-file.ts';
import { MaterialSample } from '#web/ui/material-sample.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { howOf, isUndertaken, waysOf, type Handed } from './application.ts';
import { ReadOffer, type ReadOfferProps } from './read-offer.tsx';
import { kindReadOf } from './read-values.ts';
import { caseWords } from './words.ts';

const choiceWords = {
  upload: 'howUpload',
  paper: 'howPaper',
  missing: 'howMissing',
  later: 'howLater',
  promised: 'howPromised',
} as const;

export function MaterialStep(props: {
  material: Material;
  handed: Handed | undefined;
  onChange: (handed: Handed) => void;
  onBusy: (busy: boolean) => void;
  fault: string | undefined;
  /** The form that is filled from what the document says; none where only materials are handed in. */
  into?: Pick<ReadOfferProps, 'fields' | 'form'>;
  /** What the applicant already has for it. */
  offer?: ReactNode;
  /** It is handed in now and not put off again. */
  now?: boolean;
}): ReactNode {
  const { material, fault, onChange } = props;
  const say = useWords(caseWords);
  const language = useLanguage();
  const handed = props.handed ?? { files: [] };
  const ways = waysOf(material).filter((way) => !props.now || !isUndertaken(way));
  // Where it cannot be put off again, one way may be all that is left.
  const how = howOf(material, props.handed) ?? (ways.length === 1 ? ways[0] : undefined);
  return (
    <div className="yc-form">
      {props.offer}
      {how === 'locker' ? (
        fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null
      ) : ways.length > 1 ? (
        <fieldset className={`yc-field${fault && how === undefined ? ' faulty' : ''}`}>
          <legend className="yc-field-title">{say.how}</legend>
          <Radio.Group
            className="yc-choices"
            value={how ?? null}
            options={ways.map((way) => ({ value: way, label: say[choiceWords[way]] }))}
            onChange={({ target }) => onChange({ ...handed, how: target.value as NonNullable<Handed['how']> })}
          />
          {fault && how === undefined ? (
            <p className="yc-fault" role="alert">
              {fault}
            </p>
          ) : null}
        </fieldset>
      ) : null}
      {how === 'upload' ? (
        <FileField
          label={pick(language, material.name, material.nameEn)}
          files={handed.files}
          onChange={(files) => onChange({ ...handed, how: 'upload', files })}
          upload={sendFile}
          onRemove={takeFileBack}
          onBusy={props.onBusy}
          fault={fault}
          {...uploadLimits}
        />
      ) : null}
      {how === 'upload' && props.into && kindReadOf(material) && handed.files[0] ? (
        <ReadOffer key={handed.files[0].id} material={material} file={handed.files[0]} {...props.into} />
      ) : null}
    </div>
  );
}

/** What must be known of a material before it is handed in: form, copies, what is on it. */
export function MaterialHint(props: { material: Material; now?: boolean }): ReactNode {
  const { material, now } = props;
  const say = useWords(caseWords);
  const language = useLanguage();
  const wanted =
    material.requirement === 'optional'
      ? say.materialOptional
      : now
        ? undefined
        : material.requirement === 'tolerable'
          ? say.materialTolerable
          : material.requirement === 'byPromise'
            ? say.materialByPromise
            : undefined;
  return (
    <>
      <p>
        {say.forms[material.form]}
        {material.form !== 'electronic' && material.copies > 0
          ? `${pick(language, '，', ', ')}${say.materialCopies(material.copies)}`
          : ''}
        {material.sourceNote ? <span lang="zh-CN"> · {material.sourceNote}</span> : null}
      </p>
      {material.note ? <p lang="zh-CN">{material.note}</p> : null}
      <MaterialSample sample={material.sample} />
      {wanted ? <p>{wanted}</p> : null}
    </>
  );
}

/** How a material is handed in, for the page that shows all answers. */
export function sayHanded(
  material: Material,
  handed: Handed | undefined,
  say: {
    byUpload: (count: number) => string;
    byPaper: string;
    notGiven: string;
    byLater: string;
    byPromise: string;
    byLocker: string;
  },
  missing: string,
): string {
  const how = howOf(material, handed);
  if (how === 'paper') return say.byPaper;
  if (how === 'missing') return say.notGiven;
  if (how === 'locker') return say.byLocker;
  if (how === 'later') return say.byLater;
  if (how === 'promised') return say.byPromise;
  const count = handed?.files.length ?? 0;
  return count > 0 ? say.byUpload(count) : missing;
}
