/** What applicants undertook: what the dialogs ask, and the card beside the case. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { revocationGroundNames, revocationGrounds, type CaseWhole } from '#modules/cases/contract';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { MaterialRows } from './material-rows.tsx';
import { undertakenFor, type StepDraft } from './step-draft.ts';
import { TextField, type StepFieldsProps } from './step-field.tsx';
import { stepWords } from './step-words.ts';
import { undertakingWords } from './undertaking-words.ts';

function CureFields({ whole, item, draft, set, onBusy }: StepFieldsProps): ReactNode {
  const open = undertakenFor('cure', whole);
  return (
    <MaterialRows
      item={item}
      asked={whole.answers}
      situations={whole.situations}
      value={draft.materials}
      onChange={(materials) => set({ materials })}
      onBusy={onBusy}
      wanted={open.map(({ materialId }) => ({ materialId, what: '' }))}
      before={whole.materials as StepDraft['materials']}
      curing
    />
  );
}

function WhichField({ kind, whole, draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(undertakingWords);
  return (
    <fieldset className="step-field">
      <legend>{say.which}</legend>
      <Radio.Group
        className="step-choices"
        value={draft.materialId}
        options={undertakenFor(kind, whole).map((one) => ({ value: one.materialId, label: one.materialName }))}
        onChange={({ target }) => set({ materialId: target.value as string })}
      />
    </fieldset>
  );
}

function ReturnFields(props: StepFieldsProps): ReactNode {
  const say = useWords(stepWords);
  return (
    <>
      <WhichField {...props} />
      <TextField
        label={say.reason}
        hint={say.reasonHint}
        value={props.draft.reason}
        onChange={(reason) => props.set({ reason })}
        rows={3}
        focus
      />
    </>
  );
}

function CheckFields(props: StepFieldsProps): ReactNode {
  const say = useWords(undertakingWords);
  const { draft, set } = props;
  return (
    <>
      <WhichField {...props} />
      <fieldset className="step-field">
        <legend>{say.result}</legend>
        <Radio.Group
          value={draft.held}
          options={[
            { value: true, label: say.kept },
            { value: false, label: say.broken },
          ]}
          onChange={({ target }) => set({ held: target.value as boolean })}
        />
      </fieldset>
      <TextField label={say.finding} value={draft.reason} onChange={(reason) => set({ reason })} rows={3} focus />
    </>
  );
}

/** On which ground of the law, and what follows of it for the holder. */
export function GroundField({ draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(undertakingWords);
  const language = useLanguage();
  return (
    <fieldset className="step-field">
      <legend>{say.ground}</legend>
      <Radio.Group
        className="step-choices"
        value={draft.ground}
        options={revocationGroundNames.map((value) => {
          const { text, textEn, article } = revocationGrounds[value];
          return {
            value,
            label: (
              <>
                {pick(language, text, textEn)} <span className="yc-muted yc-small">{article}</span>
              </>
            ),
          };
        })}
        onChange={({ target }) => set({ ground: target.value as StepDraft['ground'] })}
      />
      {draft.ground ? (
        <p className="yc-muted yc-small">
          {revocationGrounds[draft.ground].deceit ? say.notProtected : say.compensated}
        </p>
      ) : null}
      {draft.ground === 'otherwise' ? (
        <TextField label={say.rule} hint={say.ruleHint} value={draft.rule} onChange={(rule) => set({ rule })} />
      ) : null}
    </fieldset>
  );
}

/** Nothing is taken from anybody unheard. */
export function HeardField({ draft, set }: StepFieldsProps): ReactNode {
  const say = useWords(undertakingWords);
  return (
    <>
      <TextField label={say.heardOn} value={draft.heldOn} onChange={(heldOn) => set({ heldOn })} type="date" />
      <TextField
        label={say.heard}
        hint={say.heardHint}
        value={draft.heard}
        onChange={(heard) => set({ heard })}
        rows={2}
      />
    </>
  );
}

/** The fields of the steps about what was undertaken. */
export const undertakingFields = { cure: CureFields, returnCure: ReturnFields, checkPromise: CheckFields } as const;

/** What was undertaken in this case, until when, and what follows if it is not kept. */
export function UndertakingCard({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(undertakingWords);
  const language = useLanguage();
  if (whole.undertakings.length === 0) return null;
  const separator = language === 'en' ? ', ' : '、';
  return (
    <section className="desk-card" aria-label={say.title}>
      <h2>{say.title}</h2>
      <ul className="yc-plain">
        {whole.undertakings.map(({ materialId, materialName, kind, state, dueOn, sampled, consequences }) => {
          const isOpen = state === 'open';
          const standing = kind === 'promise' && isOpen ? (sampled ? say.toCheck : say.notDrawn) : say.states[state];
          return (
            <li key={materialId}>
              <div>
                {materialName} <span className="yc-muted yc-small">{say.kinds[kind]}</span>
              </div>
              <div className="yc-small">
                {standing}
                {isOpen && dueOn ? ` · ${say.until(sayDay(dueOn, language))}` : ''}
              </div>
              {isOpen || state === 'lapsed' || state === 'broken' ? (
                <div className="yc-muted yc-small">
                  {consequences.map((one) => say.consequences[one]).join(separator)}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
