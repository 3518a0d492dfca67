/** What the department does with a simulated approval: examine it, and decide the formal case by what was examined. */
import { Button, Checkbox } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { projectsContract as ops, type Simulation } from '#modules/projects/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { sayAnswer } from '#web/ui/item-form/item-form.tsx';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useItem } from '../items.ts';
import { useSayPart } from '../simulation-card.tsx';
import { projectWords } from '../words.ts';
import { benchWords } from './words.ts';

const changes = { changes: [ops.getProject, ops.getSimulation, ops.listSimulations] };

export function Examine(props: { simulation: Simulation }): ReactNode {
  const { id } = props.simulation;
  const say = useWords(benchWords);
  const { proposals } = useWords(projectWords);
  const [open, setOpen] = useState(false);
  const [proposal, setProposal] = useState<'grant' | 'refuse'>('grant');
  const [conditions, setConditions] = useState('');
  const act = useAct(ops.examineSimulation, changes);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.examine}
      </Button>
      <ConfirmDialog
        open={open}
        title={say.examineTitle}
        verb={say.examine}
        width={640}
        reason="needed"
        reasonLabel={say.opinion}
        onConfirm={(opinion) => {
          const more = conditions.trim() ? { conditions: conditions.trim() } : {};
          return act.send({ params: { id }, body: { actionId: act.key(), opinion, proposal, ...more } });
        }}
        onClose={() => setOpen(false)}
      >
        <p>{say.examineLine}</p>
        {open ? <HandedIn simulation={props.simulation} /> : null}
        <EditSelect
          label={say.proposal}
          value={proposal}
          options={(['grant', 'refuse'] as const).map((value) => ({ value, label: proposals[value] }))}
          onChange={(value) => value && setProposal(value)}
        />
        <EditText label={say.conditions} optional value={conditions} onChange={setConditions} maxLength={1000} />
      </ConfirmDialog>
    </>
  );
}

/** What is examined: answers and materials as they were handed in, by their names in the item. */
function HandedIn(props: { simulation: Simulation }): ReactNode {
  const { id, itemId } = props.simulation;
  const say = useWords(benchWords);
  const language = useLanguage();
  const found = useOp(ops.getSimulation, { params: { id } });
  const item = useItem(itemId)?.body;
  return (
    <details open>
      <summary>{say.handedIn}</summary>
      <Query of={found}>
        {({ answers, situations, materials, files }) => (
          <>
            <dl className="projects-dl">
              {Object.entries(situations).map(([key, value]) => {
                const asked = item?.situations.find((one) => one.id === key);
                const option = asked?.options.find((one) => one.id === value);
                return (
                  <Fragment key={key}>
                    <dt>{asked ? pick(language, asked.question, asked.questionEn) : key}</dt>
                    <dd>{option ? pick(language, option.label, option.labelEn) : value}</dd>
                  </Fragment>
                );
              })}
              {Object.entries(answers).map(([key, value]) => {
                const field = item?.form.properties[key];
                return (
                  <Fragment key={key}>
                    <dt>{field ? pick(language, field.title, field.titleEn) : key}</dt>
                    <dd>{field ? sayAnswer(field, value, language) : String(value)}</dd>
                  </Fragment>
                );
              })}
            </dl>
            <ul>
              {materials.map(({ materialId, fileIds }) => {
                const material = item?.materials.find((one) => one.id === materialId);
                return (
                  <li key={materialId}>
                    {material ? pick(language, material.name, material.nameEn) : materialId}
                    {fileIds.length === 0 ? <span className="yc-muted"> {say.onPaper}</span> : null}
                    {files
                      .filter((file) => fileIds.includes(file.id))
                      .map((file) => (
                        <div key={file.id}>
                          <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
                            {file.name}
                          </a>
                        </div>
                      ))}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Query>
    </details>
  );
}

export function DecideFormal(props: { simulation: Simulation }): ReactNode {
  const { id, again } = props.simulation;
  const parts = again ?? [];
  const say = useWords(benchWords);
  const general = useWords(projectWords);
  const sayPart = useSayPart(props.simulation);
  const [open, setOpen] = useState(false);
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.decideFormal, changes);
  const all = parts.every((part) => looked.has(part));
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.decide}
      </Button>
      <ConfirmDialog
        open={open}
        title={say.decideTitle}
        verb={say.decide}
        onConfirm={() => {
          setChecked(true);
          if (!all) return Promise.resolve(false);
          return act.send({ params: { id }, body: { actionId: act.key(), looked: [...looked] } });
        }}
        onClose={() => setOpen(false)}
      >
        <p>{say.decideLine}</p>
        <div className="projects-menu">
          {parts.map((part) => (
            <Checkbox
              key={part}
              checked={looked.has(part)}
              onChange={({ target }) =>
                setLooked((before) => new Set(target.checked ? [...before, part] : [...before].filter((one) => one !== part)))
              }
            >
              {say.looked(sayPart(part))}
            </Checkbox>
          ))}
        </div>
        {checked && !all ? (
          <p className="yc-fault" role="alert">
            {say.lookedAll}
          </p>
        ) : null}
        <p className="yc-muted yc-small">{general.kept(props.simulation.kept ?? 0)}</p>
      </ConfirmDialog>
    </>
  );
} // prettier-ignore
