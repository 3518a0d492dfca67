/** What the head says when taking back what was granted (行政许可法 art. 69): the ground, the facts, what the party said to them. */
import { Input, Radio } from 'antd';
import { useId, type ReactNode } from 'react';
import { groundsFor, revocationGrounds } from '#modules/cases/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { revokeWords } from './revoke-words.ts';
import { TextField, type StepFieldsProps } from './step-field.tsx';

export function RevokeFields({ draft, set, whole }: StepFieldsProps): ReactNode {
  const say = useWords(revokeWords);
  const language = useLanguage();
  const id = useId();
  return (
    <>
      <fieldset className="step-field">
        <legend>{say.ground}</legend>
        <Radio.Group
          className="step-choices"
          value={draft.ground}
          options={groundsFor(whole.undertakings).map((value) => {
            const { place, text, textEn } = revocationGrounds[value];
            return {
              value,
              label: (
                <>
                  {pick(language, text, textEn)}{' '}
                  <span className="yc-muted yc-small">{place ? say.article(place) : say.byItem}</span>
                </>
              ),
            };
          })}
          onChange={({ target }) => set({ ground: target.value as string })}
        />
        {draft.ground ? (
          <p className="yc-muted yc-small">
            {say.interests[revocationGrounds[draft.ground as keyof typeof revocationGrounds].interests]}
          </p>
        ) : null}
      </fieldset>
      <TextField
        label={say.facts}
        hint={say.factsHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
      />
      <div className="step-field">
        <label htmlFor={id}>{say.heardOn}</label>
        <p id={`${id}-hint`} className="yc-muted yc-small">
          {say.heardHint}
        </p>
        <Input
          id={id}
          type="date"
          className="yc-short"
          value={draft.heldOn}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => set({ heldOn: target.value })}
        />
      </div>
      <TextField
        label={say.statement}
        hint={say.statementHint}
        value={draft.record}
        onChange={(record) => set({ record })}
        rows={3}
      />
    </>
  );
}
