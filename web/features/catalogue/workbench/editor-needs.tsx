/** The editor's sections of what is asked for: situations with their options, and materials. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ItemBody, Material, Situation } from '#modules/catalogue/contract';
import { useWords } from '#web/words/language.ts';
import { catalogueWords } from '../portal/words.ts';
import { answerNames, freshId, removeOption, removeSituation } from './body-edits.ts';
import { ChoiceAt, NumberAt, TextAt, type SectionProps } from './body-fields.tsx';
import { Cards } from './cards.tsx';
import { editorWords } from './editor-words.ts';
import { useFaults } from './faults.tsx';
import { MetByFields } from './met-by-fields.tsx';
import { WhenEditor } from './when-editor.tsx';

/** Without an optional part that has become empty. */
export function put<T extends object>(one: T, key: string, value: unknown): T {
  const { [key]: _, ...rest } = one as Record<string, unknown>;
  return (value === undefined || value === '' ? rest : { ...one, [key]: value }) as T;
}

export function Situations(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { situation: say } = useWords(editorWords);
  const whole = (next: ItemBody): void =>
    set({ situations: next.situations, materials: next.materials, form: next.form });
  return (
    <div className="yc-stack">
      <p className="yc-muted">{say.what}</p>
      <Cards<Situation>
        path="/situations"
        list={body.situations}
        onChange={(situations) => set({ situations })}
        onRemove={(at) => whole(removeSituation(body, body.situations[at]!.id))}
        keyOf={({ id }) => id}
        titleOf={({ question }) => question || say.untitled}
        noteOf={({ options }) => options.map(({ label }) => label).join(' / ')}
        fresh={() => ({
          id: freshId('s', answerNames(body)),
          question: '',
          options: [
            { id: 'o1', label: '' },
            { id: 'o2', label: '' },
          ],
        })}
        addLabel={say.add}
        most={20}
        draw={(one, change, at) => (
          <div className="edit-form">
            <TextAt
              wide
              path={`/situations/${at}/question`}
              label={say.question}
              value={one.question}
              maxLength={200}
              onChange={(question) => change({ ...one, question })}
            />
            <TextAt
              wide
              optional
              path={`/situations/${at}/questionEn`}
              label={say.questionEn}
              value={one.questionEn}
              maxLength={300}
              onChange={(questionEn) => change(put(one, 'questionEn', questionEn))}
            />
            <Options
              path={`/situations/${at}/options`}
              situation={one}
              onChange={(options) => change({ ...one, options })}
              onRemove={(optionId) => whole(removeOption(body, one.id, optionId))}
            />
            <WhenEditor
              path={`/situations/${at}/when`}
              body={body}
              self={one.id}
              when={one.when}
              onChange={(when) => change(put(one, 'when', when))}
            />
          </div>
        )}
      />
    </div>
  );
}

function Options(props: {
  path: string;
  situation: Situation;
  onChange: (options: Situation['options']) => void;
  onRemove: (optionId: string) => void;
}): ReactNode {
  const { path, situation, onChange } = props;
  const { options } = situation;
  const { situation: say, list } = useWords(editorWords);
  const { at: faultAt } = useFaults();
  const change = (at: number, key: 'label' | 'labelEn', value: string): void =>
    onChange(
      options.map((one, index) =>
        index === at ? (key === 'label' ? { ...one, label: value } : put(one, key, value)) : one,
      ),
    );
  const fault = faultAt(path);
  return (
    <div className="options wide" data-path={path}>
      {options.map((one, at) => (
        <div key={one.id} className="option">
          <TextAt
            path={`${path}/${at}/label`}
            label={say.option(at + 1)}
            value={one.label}
            maxLength={100}
            onChange={(label) => change(at, 'label', label)}
          />
          <TextAt
            optional
            path={`${path}/${at}/labelEn`}
            label={say.optionEn(at + 1)}
            value={one.labelEn}
            maxLength={200}
            onChange={(labelEn) => change(at, 'labelEn', labelEn)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={`${list.remove}: ${say.option(at + 1)}`}
            disabled={options.length <= 2}
            onClick={() => props.onRemove(one.id)}
          />
        </div>
      ))}
      {fault ? (
        <p className="yc-fault" role="alert">
          {fault}
        </p>
      ) : null}
      {options.length < 20 ? (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() =>
            onChange([
              ...options,
              {
                id: freshId(
                  'o',
                  options.map(({ id }) => id),
                ),
                label: '',
              },
            ])
          }
        >
          {say.addOption}
        </Button>
      ) : null}
    </div>
  );
}

const forms = ['original', 'copy', 'electronic', 'originalAndCopy'] as const;
const sources = ['applicant', 'government', 'thirdParty', 'shared'] as const;
const requirements = ['must', 'tolerable', 'byPromise', 'optional'] as const;

/** A material as it begins. */
export const freshMaterial = (body: ItemBody): Material => ({
  id: freshId(
    'm',
    body.materials.map(({ id }) => id),
  ),
  name: '',
  form: 'copy',
  copies: 1,
  source: 'applicant',
  requirement: 'must',
});

export function Materials(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { material: say } = useWords(editorWords);
  const words = useWords(catalogueWords);
  const options = <const W extends string>(list: readonly W[], names: Readonly<Record<W, string>>) =>
    list.map((value) => ({ value, label: names[value] }));
  return (
    <Cards<Material>
      path="/materials"
      list={body.materials}
      onChange={(materials) => set({ materials })}
      keyOf={({ id }) => id}
      titleOf={({ name }) => name || say.untitled}
      noteOf={({ form, copies, source, requirement }) =>
        [
          words.form[form],
          form === 'electronic' || copies === 0 ? '' : words.copies(copies),
          source === 'applicant' ? '' : say.sources[source],
          requirement === 'must' ? '' : say.requirements[requirement],
        ]
          .filter(Boolean)
          .join(' · ')
      }
      fresh={() => freshMaterial(body)}
      addLabel={say.add}
      most={60}
      draw={(one, change, at) => {
        const path = `/materials/${at}`;
        return (
          <div className="edit-form">
            <TextAt
              path={`${path}/name`}
              label={say.name}
              value={one.name}
              maxLength={200}
              onChange={(name) => change({ ...one, name })}
            />
            <TextAt
              optional
              path={`${path}/nameEn`}
              label={say.nameEn}
              value={one.nameEn}
              maxLength={300}
              onChange={(nameEn) => change(put(one, 'nameEn', nameEn))}
            />
            <ChoiceAt
              path={`${path}/form`}
              label={say.form}
              value={one.form}
              options={options(forms, words.form)}
              onChange={(form) => form && change({ ...one, form })}
            />
            <NumberAt
              path={`${path}/copies`}
              label={say.copies}
              value={one.copies}
              most={20}
              onChange={(copies) => change({ ...one, copies: copies ?? 0 })}
            />
            <ChoiceAt
              path={`${path}/source`}
              label={say.source}
              value={one.source}
              options={options(sources, say.sources)}
              onChange={(source) => source && change({ ...one, source })}
            />
            <ChoiceAt
              path={`${path}/requirement`}
              label={say.requirement}
              value={one.requirement}
              options={options(requirements, say.requirements)}
              onChange={(requirement) => requirement && change({ ...one, requirement })}
            />
            <TextAt
              optional
              wide
              path={`${path}/sourceNote`}
              label={say.sourceNote}
              hint={say.sourceDefault}
              value={one.sourceNote}
              maxLength={200}
              onChange={(sourceNote) => change(put(one, 'sourceNote', sourceNote))}
            />
            <TextAt
              optional
              wide
              rows={2}
              path={`${path}/note`}
              label={say.note}
              value={one.note}
              maxLength={500}
              onChange={(note) => change(put(one, 'note', note))}
            />
            <TextAt
              optional
              wide
              path={`${path}/sample`}
              label={say.sample}
              value={one.sample}
              maxLength={500}
              onChange={(sample) => change(put(one, 'sample', sample))}
            />
            <MetByFields
              path={`${path}/metBy`}
              metBy={one.metBy}
              onChange={(metBy) => change(put(one, 'metBy', metBy))}
            />
            <WhenEditor
              path={`${path}/when`}
              body={body}
              self=""
              when={one.when}
              onChange={(when) => change(put(one, 'when', when))}
            />
          </div>
        );
      }}
    />
  );
}
