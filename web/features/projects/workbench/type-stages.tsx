/** The four stages of a type of project: their limits, their steps, what waits for what. */
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ItemLine } from '#modules/catalogue/contract';
import type { ProjectTypeBody, StageKey } from '#modules/projects/contract';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { projectWords } from '../words.ts';
import { makeWords } from './make-words.ts';
import { freeKey, withoutStep, type TypeStep } from './type-form.ts';

/** The search of items, of the feature that knows them. */
export type ChooseItem = (onChosen: (item: ItemLine) => void) => ReactNode;

const shown = (days: number): string => (Number.isNaN(days) ? '' : String(days));
const written = (text: string): number => (text.trim() === '' ? NaN : Number(text));

export function TypeStages(props: {
  body: ProjectTypeBody;
  onChange: (body: ProjectTypeBody) => void;
  nameOf: (itemCode: string) => string;
  onNamed: (itemCode: string, name: string) => void;
  chooseItem: ChooseItem;
  mayEdit: boolean;
}): ReactNode {
  const { body, onChange, nameOf, mayEdit } = props;
  const say = useWords(makeWords);
  const general = useWords(projectWords);
  const all = body.stages.flatMap(({ steps }) => steps);
  const setStage = (key: StageKey, to: Partial<ProjectTypeBody['stages'][number]>): void =>
    onChange({ ...body, stages: body.stages.map((stage) => (stage.key === key ? { ...stage, ...to } : stage)) });
  const add = (key: StageKey, item: ItemLine): void => {
    props.onNamed(item.code, item.name);
    const step = { key: freeKey('step', all.map((one) => one.key)), itemCode: item.code, after: [], ownerDays: 3, officeDays: 5 }; // prettier-ignore
    setStage(key, { steps: [...body.stages.find((stage) => stage.key === key)!.steps, step] });
  };
  return body.stages.map((stage, at) => {
    // A step can wait for others of its own stage and of those before it.
    const earlier = body.stages.slice(0, at + 1).flatMap(({ steps }) => steps);
    return (
      <section key={stage.key} className="projects-section" aria-labelledby={`stage-${stage.key}`}>
        <h2 id={`stage-${stage.key}`}>{general.stages[stage.key]}</h2>
        <EditText
          label={say.stageLimit}
          kind="number"
          value={shown(stage.limitDays)}
          disabled={!mayEdit}
          onChange={(text) => setStage(stage.key, { limitDays: written(text) })}
        />
        <ol className="yc-plain projects-list">
          {stage.steps.map((step) => (
            <StepCard
              key={step.key}
              step={step}
              name={nameOf(step.itemCode)}
              others={earlier.filter(({ key }) => key !== step.key).map(({ key, itemCode }) => ({ key, name: nameOf(itemCode) }))}
              mayEdit={mayEdit}
              onChange={(to) => setStage(stage.key, { steps: stage.steps.map((one) => (one.key === step.key ? { ...one, ...to } : one)) })}
              onRemove={() => onChange(withoutStep(body, step.key))}
            />
          ))}
        </ol>
        {mayEdit ? (
          <div>
            <p className="yc-small">{say.addStep}</p>
            {props.chooseItem((item) => add(stage.key, item))}
          </div>
        ) : null}
      </section>
    );
  });
} // prettier-ignore

function StepCard(props: {
  step: TypeStep;
  name: string;
  others: { key: string; name: string }[];
  mayEdit: boolean;
  onChange: (to: Partial<TypeStep>) => void;
  onRemove: () => void;
}): ReactNode {
  const { step, name, others, mayEdit, onChange } = props;
  const say = useWords(makeWords);
  return (
    <li className="projects-card">
      <span className="projects-head">
        <span>
          <strong>{name}</strong> <span className="yc-muted yc-small yc-numbers">{step.itemCode}</span>
        </span>
        {mayEdit ? (
          <Button size="small" onClick={props.onRemove} aria-label={say.removeStep(name)}>
            {say.remove}
          </Button>
        ) : null}
      </span>
      <div className="yc-row">
        {(['ownerDays', 'officeDays'] as const).map((key) => (
          <EditText
            key={key}
            label={say[key]}
            kind="number"
            value={shown(step[key])}
            disabled={!mayEdit}
            onChange={(text) => onChange({ [key]: written(text) })}
          />
        ))}
      </div>
      {others.length > 0 ? (
        <div className="projects-menu" role="group" aria-label={say.after}>
          <span className="yc-small">{say.after}</span>
          {others.map((other) => (
            <Checkbox
              key={other.key}
              checked={step.after.includes(other.key)}
              disabled={!mayEdit}
              onChange={({ target }) =>
                onChange({
                  after: target.checked ? [...step.after, other.key] : step.after.filter((one) => one !== other.key),
                })
              }
            >
              {other.name}
            </Checkbox>
          ))}
        </div>
      ) : null}
    </li>
  );
}
