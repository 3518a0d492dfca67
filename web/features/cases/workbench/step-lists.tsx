/** The parts of dialogs that are lists: what is to be supplemented, fees, corrections. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { askedMaterials, type ItemBody } from '#modules/catalogue/contract';
import { FieldInput } from '#web/ui/item-form/field-input.tsx';
import { useItemForm } from '#web/ui/item-form/item-form.tsx';
import { sayMoney } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { fenOf } from './step-draft.ts';
import { TextField, type StepFieldsProps } from './step-field.tsx';
import { stepWords } from './step-words.ts';
import { caseWords } from './words.ts';

/** Everything that is missing, in one notice: ticked from the item's materials, and in one's own words. */
export function WantedFields({ whole, item, draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  const { how } = useWords(caseWords);
  const language = useLanguage();
  const materials = item ? askedMaterials(item, { ...whole.answers, ...whole.situations }) : [];
  const handed = new Map(whole.materials.map((one) => [one.materialId, one.how]));
  return (
    <>
      {materials.length > 0 ? (
        <fieldset className="step-field step-wanted">
          <legend>{say.wanted}</legend>
          {materials.map((material, at) => {
            const name = pick(language, material.name, material.nameEn);
            const what = draft.wanted[material.id];
            const state = handed.get(material.id);
            return (
              <div key={material.id} className="step-wanted-row">
                <Checkbox
                  autoFocus={at === 0}
                  checked={what !== undefined}
                  onChange={({ target }) => {
                    const { [material.id]: _, ...rest } = draft.wanted;
                    set({
                      // The notice is a legal text: Chinese, whatever language the clerk reads.
                      wanted: target.checked
                        ? { ...rest, [material.id]: stepWords['zh-CN'].wantedDefault(material.name) }
                        : rest,
                    });
                  }}
                >
                  {name}{' '}
                  <span className="yc-muted yc-small">{state ? how[state as keyof typeof how] : how.missing}</span>
                </Checkbox>
                {what === undefined ? null : (
                  <Input
                    value={what}
                    maxLength={500}
                    aria-label={say.wantedWhat(name)}
                    onChange={({ target }) => set({ wanted: { ...draft.wanted, [material.id]: target.value } })}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      ) : null}
      <TextField
        label={say.wantedOther}
        hint={say.wantedOtherHint}
        value={draft.wantedOther}
        onChange={(wantedOther) => set({ wantedOther })}
        rows={3}
        optional
        focus={materials.length === 0}
      />
    </>
  );
}

/** The fees that are asked for; those of the item stand there already. */
export function FeeFields({ draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  const language = useLanguage();
  const { fees } = draft;
  const change = (at: number, to: Partial<(typeof fees)[number]>): void =>
    set({ fees: fees.map((fee, index) => (index === at ? { ...fee, ...to } : fee)) });
  const total = fees.reduce((sum, { amount }) => sum + (fenOf(amount) ?? 0), 0);
  return (
    <fieldset className="step-field">
      <legend>{say.fee}</legend>
      {fees.map((fee, at) => (
        <div key={at} className="step-fee">
          <Input
            value={fee.name}
            maxLength={100}
            aria-label={`${say.feeName} ${at + 1}`}
            placeholder={say.feeName}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <Input
            value={fee.amount}
            inputMode="decimal"
            maxLength={12}
            autoFocus={at === 0}
            aria-label={`${say.feeAmount} ${at + 1}`}
            placeholder={say.feeAmount}
            onChange={({ target }) => change(at, { amount: target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say.removeFee} ${at + 1}`}
            onClick={() => set({ fees: fees.filter((_, index) => index !== at) })}
          />
          <Input
            value={fee.basis}
            maxLength={300}
            aria-label={`${say.feeBasis} ${at + 1}`}
            placeholder={say.feeBasis}
            onChange={({ target }) => change(at, { basis: target.value })}
          />
        </div>
      ))}
      <div className="yc-row">
        <Button
          icon={<PlusOutlined />}
          onClick={() => set({ fees: [...fees, { name: '', amount: '', basis: '' }] })}
          disabled={fees.length >= 20}
        >
          {say.addFee}
        </Button>
        <strong className="yc-numbers">{say.feeTotal(sayMoney(total, language))}</strong>
      </div>
    </fieldset>
  );
}

/** The applicant's name and the answers, each as it is now; what is changed is sent. */
export function CorrectFields(props: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  const { draft, set, item, whole } = props;
  return (
    <>
      <TextField
        label={say.applicantName}
        value={draft.applicantName}
        onChange={(applicantName) => set({ applicantName })}
        maxLength={200}
        focus
      />
      {item ? <CorrectAnswers item={item} whole={whole} draft={draft} set={set} /> : null}
    </>
  );
}

/** The answers, to be changed one by one. */
export function CorrectAnswers({
  item,
  whole,
  draft,
  set,
}: Pick<StepFieldsProps, 'whole' | 'draft' | 'set'> & { item: ItemBody }): ReactNode {
  const form = useItemForm({
    form: item.form,
    situations: item.situations,
    initial: { ...whole.answers, ...whole.situations },
  });
  return (
    <div className="yc-form dense">
      {form.fields.map(({ name, field, required }) => (
        <FieldInput
          key={name}
          name={name}
          field={field}
          required={required}
          value={form.answer(name)}
          fault={form.faults[name]}
          onLeave={() => form.left(name)}
          onChange={(value) => {
            form.set(name, value);
            const { [name]: _, ...rest } = draft.answers;
            const unchanged = JSON.stringify(value) === JSON.stringify(whole.answers[name]);
            set({ answers: unchanged || value === undefined ? rest : { ...rest, [name]: value } });
          }}
        />
      ))}
    </div>
  );
}
