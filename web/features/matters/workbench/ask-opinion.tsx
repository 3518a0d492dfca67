/** Asking another department: what is asked, by when, and what it gets to see. */
import { Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import type { CaseWhole } from '#modules/cases/contract';
import { mattersContract } from '#modules/matters/contract';
import { useAct } from '#web/client/query.ts';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentOptions } from '#web/features/offices/departments.ts';
import { benchWords } from './words.ts';

export function AskOpinion(props: {
  whole: CaseWhole;
  item: ItemBody | undefined;
  silenceIsConsent: boolean;
  onClose: () => void;
}): ReactNode {
  const { whole, item } = props;
  const say = useWords(benchWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const [departmentId, setDepartmentId] = useState<string>();
  const [question, setQuestion] = useState('');
  const [days, setDays] = useState('5');
  const [given, setGiven] = useState<string[]>([]);
  const [checked, setChecked] = useState(false);
  const departments = useDepartmentOptions().filter(({ value }) => value !== whole.case.departmentId);
  const act = useAct(mattersContract.askOpinion, { changes: [mattersContract.consultationsOfCase] });
  const missing = (value: string | undefined, title: string): string | undefined =>
    checked && !value?.trim() ? general.form.required(title) : undefined;
  const options = [
    ...Object.keys(whole.situations).flatMap((id) => {
      const situation = item?.situations.find((one) => one.id === id);
      return situation ? [{ value: `a.${id}`, label: pick(language, situation.question, situation.questionEn) }] : [];
    }),
    ...Object.keys(whole.answers).flatMap((name) => {
      const field = item?.form.properties[name];
      return field ? [{ value: `a.${name}`, label: pick(language, field.title, field.titleEn) }] : [];
    }),
    ...whole.materials.flatMap(({ materialId }) => {
      const material = item?.materials.find(({ id }) => id === materialId);
      return material ? [{ value: `m.${materialId}`, label: pick(language, material.name, material.nameEn) }] : [];
    }),
  ];
  const send = async (): Promise<void> => {
    setChecked(true);
    if (!departmentId || question.trim() === '') return;
    const of = (kind: string): string[] => given.flatMap((one) => (one.startsWith(kind) ? [one.slice(2)] : []));
    await act.send({
      params: { id: whole.case.id },
      body: {
        actionId: act.key(),
        departmentId,
        question: question.trim(),
        days: Math.min(60, Math.max(1, Math.round(Number(days)) || 5)),
        answers: of('a.'),
        materials: of('m.'),
      },
    });
    props.onClose();
  };
  return (
    <Modal
      open
      title={say.askTitle}
      width={560}
      okText={say.send}
      cancelText={general.actions.cancel}
      confirmLoading={act.sending}
      onOk={() => void send().catch(() => {})}
      onCancel={props.onClose}
    >
      <div className="yc-stack">
        <p className="yc-muted">{say.askLine}</p>
        <p className="yc-muted yc-small">{props.silenceIsConsent ? say.silenceConsents : say.silenceEscalates}</p>
        <EditSelect
          label={say.toDepartment}
          value={departmentId}
          onChange={setDepartmentId}
          options={departments}
          fault={missing(departmentId, say.toDepartment)}
        />
        <EditText
          label={say.question}
          value={question}
          onChange={setQuestion}
          rows={3}
          maxLength={2000}
          fault={missing(question, say.question)}
        />
        <EditText label={say.days} kind="number" value={days} onChange={setDays} />
        <fieldset className="yc-field">
          <legend className="yc-field-title">{say.give}</legend>
          {options.length === 0 ? (
            <p className="yc-muted yc-small">{say.giveNone}</p>
          ) : (
            <Checkbox.Group
              className="matters-options"
              value={given}
              onChange={(values) => setGiven(values)}
              options={options}
            />
          )}
        </fieldset>
        {act.error ? <ProblemNote error={act.error} /> : null}
      </div>
    </Modal>
  );
}
