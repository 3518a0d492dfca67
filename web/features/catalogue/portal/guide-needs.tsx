/** What has to be brought, by the situations that are answered in place. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { askedMaterials, type ItemBody, type Material, type Situation } from '#modules/catalogue/contract';
import { MaterialSample } from '#web/ui/material-sample.tsx';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { catalogueWords } from './words.ts';

export function Situations(props: {
  situations: readonly Situation[];
  answered: Record<string, string>;
  onAnswer: (answered: Record<string, string>) => void;
}): ReactNode {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  if (props.situations.length === 0) return null;
  return (
    <div className="guide-situations">
      <p className="yc-muted">{say.needsAsk}</p>
      {props.situations.map(({ id, question, questionEn, options }) => (
        <fieldset key={id} className="yc-field">
          <legend className="yc-field-title">{pick(language, question, questionEn)}</legend>
          <Radio.Group
            className="guide-options"
            value={props.answered[id] ?? null}
            onChange={({ target }) => props.onAnswer({ ...props.answered, [id]: String(target.value) })}
            options={options.map((option) => ({
              value: option.id,
              label: pick(language, option.label, option.labelEn),
            }))}
          />
        </fieldset>
      ))}
    </div>
  );
}

/** Certain already without an answer: materials that are always asked for. The others come when the questions are answered. */
export function NeedList(props: { body: ItemBody; answered: Record<string, string>; complete: boolean }): ReactNode {
  const { body, answered, complete } = props;
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const asked = askedMaterials(body, answered);
  const own = asked.filter(({ source, id }) => source !== 'shared' && id !== 'form');
  const shared = asked.filter(({ source }) => source === 'shared');
  const form = asked.find(({ id }) => id === 'form');
  const named = ({ name, nameEn }: Material): string => pick(language, name, nameEn);
  return (
    <div aria-live="polite" className="guide-needs">
      {own.length > 0 ? (
        <ol className="yc-plain guide-materials">
          {own.map((material) => (
            <li key={material.id}>
              <span>
                <strong>{named(material)}</strong> <MaterialLine material={material} />
              </span>
              <MaterialSample sample={material.sample} />
              {material.note ? (
                <span className="yc-muted yc-small" lang="zh-CN">
                  {material.note}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      ) : complete ? (
        <p>{say.needsNone}</p>
      ) : null}
      {complete ? null : <p className="yc-muted yc-small">{say.needsRest}</p>}
      {form ? (
        <p className="yc-small">
          <span className="yc-muted">
            {say.formTitle}
            {pick(language, '：', ': ')}
          </span>
          {named(form)}
        </p>
      ) : null}
      {shared.length > 0 ? (
        <p className="yc-small">
          <span className="yc-muted">
            {say.sharedTitle}
            {pick(language, '：', ': ')}
          </span>
          {oneByOne(shared.map(named))}
        </p>
      ) : null}
    </div>
  );
}

function MaterialLine(props: { material: Material }): ReactNode {
  const { form, copies, requirement, source, sourceNote } = props.material;
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const parts = [
    say.form[form],
    form !== 'electronic' && copies > 0 ? say.copies(copies) : '',
    // From whom exactly is known in Chinese only.
    sourceNote && language !== 'en' ? sourceNote : say.sources[source],
    say.requirement[requirement],
  ].filter(Boolean);
  return <span className="yc-muted yc-small">{parts.join(' · ')}</span>;
}
