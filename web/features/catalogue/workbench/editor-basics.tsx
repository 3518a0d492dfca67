/** The editor's first sections: names, kind and limits, who may apply, telephone. */
import { Checkbox, Radio } from 'antd';
import { useId, type ReactNode } from 'react';
import { itemKinds, itemLevels } from '#modules/catalogue/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { catalogueWords } from '../portal/words.ts';
import { ChoiceAt, LimitAt, TextAt, WordsAt, type SectionProps } from './body-fields.tsx';
import { editorWords } from './editor-words.ts';
import { Place, useFaults } from './faults.tsx';
import { useKeptDepartments, useTopics } from './reading.ts';
import { TextList } from './text-list.tsx';

export function Names(
  props: SectionProps & { departmentId: string; onDepartment: (departmentId: string) => void },
): ReactNode {
  const { body, set } = props;
  const { fields: say } = useWords(editorWords);
  const language = useLanguage();
  const departments = useKeptDepartments();
  const topics = useTopics();
  const known = new Set(topics.map(({ key }) => key));
  return (
    <div className="edit-form">
      <TextAt wide path="/name" label={say.name} value={body.name} maxLength={300} onChange={(name) => set({ name })} />
      <TextAt
        optional
        path="/plainName"
        label={say.plainName}
        hint={say.plainNameHint}
        value={body.plainName}
        maxLength={100}
        onChange={(plainName) => set({ plainName })}
      />
      <ChoiceAt
        path="/departmentId"
        label={say.departmentId}
        hint={say.departmentHint}
        value={props.departmentId}
        options={departments.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
        onChange={(departmentId) => departmentId && props.onDepartment(departmentId)}
      />
      <TextAt
        optional
        path="/nameEn"
        label={say.nameEn}
        value={body.nameEn}
        maxLength={300}
        onChange={(nameEn) => set({ nameEn })}
      />
      <TextAt
        optional
        path="/plainNameEn"
        label={say.plainNameEn}
        value={body.plainNameEn}
        maxLength={200}
        onChange={(plainNameEn) => set({ plainNameEn })}
      />
      <WordsAt
        path="/synonyms"
        label={say.synonyms}
        hint={say.synonymsHint}
        value={body.synonyms}
        most={60}
        maxLength={60}
        onChange={(synonyms) => set({ synonyms })}
      />
      <WordsAt
        path="/topics"
        label={say.topics}
        value={body.topics}
        options={[
          ...topics.map(({ key, name, nameEn }) => ({ value: key, label: pick(language, name, nameEn) })),
          ...body.topics.filter((key) => !known.has(key)).map((key) => ({ value: key, label: key })),
        ]}
        most={20}
        maxLength={30}
        onChange={(next) => set({ topics: next })}
      />
    </div>
  );
}

export function KindAndLimits(props: SectionProps): ReactNode {
  const { body, set } = props;
  const say = useWords(editorWords);
  const words = useWords(catalogueWords);
  const id = useId();
  return (
    <div className="edit-form">
      <ChoiceAt
        path="/kind"
        label={say.fields.kind}
        value={body.kind}
        options={itemKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => kind && set({ kind })}
      />
      <ChoiceAt
        path="/level"
        label={say.fields.level}
        value={body.level}
        options={itemLevels.map((value) => ({ value, label: words.levels[value] }))}
        onChange={(level) => level && set({ level })}
      />
      <fieldset className="edit-choice" data-path="/immediate">
        <legend>{say.fields.immediate}</legend>
        <Radio.Group
          name={id}
          value={body.immediate}
          onChange={({ target }) => set({ immediate: target.value as boolean })}
          options={[
            { value: false, label: say.fields.isPromised },
            { value: true, label: say.fields.isImmediate },
          ]}
        />
      </fieldset>
      <fieldset className="edit-choice" data-path="/atKiosk">
        <legend>{say.fields.atKiosk}</legend>
        <Radio.Group
          name={`${id}-kiosk`}
          value={body.atKiosk ?? false}
          onChange={({ target }) => set({ atKiosk: (target.value as boolean) ? true : undefined })}
          options={[
            { value: false, label: say.fields.notAtKiosk },
            { value: true, label: say.fields.isAtKiosk },
          ]}
        />
      </fieldset>
      <LimitAt
        path="/statutoryLimit"
        label={say.fields.statutoryLimit}
        value={body.statutoryLimit}
        onChange={(statutoryLimit) => set({ statutoryLimit })}
      />
      <LimitAt
        path="/promisedLimit"
        label={say.fields.promisedLimit}
        value={body.promisedLimit}
        onChange={(promisedLimit) => set({ promisedLimit })}
      />
      <ChoiceAt
        path="/visits"
        label={say.fields.visits}
        value={String(body.visits)}
        options={Array.from({ length: 10 }, (_, n) => ({ value: String(n), label: say.visitsSay(n) }))}
        onChange={(visits) => visits !== undefined && set({ visits: Number(visits) })}
      />
      <fieldset className="edit-choice" data-path="/verified">
        <legend>{say.fields.verified}</legend>
        <Checkbox checked={body.verified} onChange={({ target }) => set({ verified: target.checked })}>
          {say.fields.verifiedYes}
        </Checkbox>
      </fieldset>
    </div>
  );
}

export function Who(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { fields: say } = useWords(editorWords);
  const { at } = useFaults();
  const fault = at('/applicants');
  return (
    <div className="edit-form">
      <Place path="/applicants" wide>
        <fieldset className="edit-choice">
          <legend>{say.applicants}</legend>
          <Checkbox.Group
            value={[...body.applicants]}
            options={[
              { value: 'person', label: say.person },
              { value: 'organisation', label: say.organisation },
            ]}
            onChange={(applicants) => set({ applicants: applicants as typeof body.applicants })}
          />
          {fault ? (
            <p className="yc-fault" role="alert">
              {fault}
            </p>
          ) : null}
        </fieldset>
      </Place>
      <fieldset className="wide">
        <legend>{say.conditions}</legend>
        <TextList
          path="/conditions"
          label={say.condition}
          list={body.conditions}
          most={40}
          maxLength={500}
          onChange={(conditions) => set({ conditions })}
        />
      </fieldset>
    </div>
  );
}

export function Contact(props: SectionProps): ReactNode {
  const { body, set } = props;
  const { fields: say } = useWords(editorWords);
  return (
    <div className="edit-form">
      <TextAt
        optional
        kind="tel"
        path="/telephone"
        label={say.telephone}
        value={body.telephone}
        maxLength={60}
        onChange={(telephone) => set({ telephone })}
      />
      <TextAt
        optional
        kind="tel"
        path="/complaintTelephone"
        label={say.complaintTelephone}
        value={body.complaintTelephone}
        maxLength={60}
        onChange={(complaintTelephone) => set({ complaintTelephone })}
      />
    </div>
  );
}
