/** Each step with its department, where it stands and its cases; and what the steward hands in for the company at the counter. */
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops, type ProjectWhole } from '#modules/projects/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { useItemName } from '../items.ts';
import { projectWords } from '../words.ts';
import { makeWords } from './make-words.ts';
import { benchWords } from './words.ts';

type Step = ProjectWhole['steps'][number];
const running = new Set(['begun', 'examined', 'formal']);

export function StepCases(props: { whole: ProjectWhole }): ReactNode {
  const nameOf = useItemName();
  const { whole } = props;
  const say = useWords(benchWords);
  const general = useWords(projectWords);
  const departmentName = useDepartmentName();
  return (
    <section className="projects-section" aria-labelledby="project-steps">
      <h2 id="project-steps">{say.stepsTitle}</h2>
      <div className="projects-scroll" tabIndex={0} role="group" aria-labelledby="project-steps">
        <table className="projects-table">
          <thead>
            <tr>
              <th scope="col">{general.step}</th>
              <th scope="col">{general.department}</th>
              <th scope="col">{say.state}</th>
              <th scope="col">{general.clock}</th>
              {whole.may.apply ? <th scope="col">{say.acts}</th> : null}
            </tr>
          </thead>
          <tbody>
            {whole.steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">
                  {nameOf(step)}
                  {step.cases.map(({ id, number }) => (
                    <div key={id} className="yc-small">
                      <Link to="/cases/$id" params={{ id } as never} className="yc-numbers" aria-label={say.openCase(number)}>
                        {number}
                      </Link>
                    </div>
                  ))}
                </th>
                <td>{departmentName(step.departmentId)}</td>
                <td>
                  <span className={`projects-word ${step.state}`}>{general.steps[step.state]}</span>
                </td>
                <td>{general.days(step.usedDays, whole.clock.unit)}</td>
                {whole.may.apply ? (
                  <td>
                    <StepActs whole={whole} step={step} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
} // prettier-ignore

function StepActs(props: { whole: ProjectWhole; step: Step }): ReactNode {
  const nameOf = useItemName();
  const { whole, step } = props;
  const say = useWords(makeWords);
  const params = { id: whole.id, key: step.key } as never;
  const simulated = whole.simulations.some(({ stepKey, state }) => stepKey === step.key && running.has(state));
  if (step.state === 'granted' || step.state === 'open') return null;
  return (
    <span className="yc-row">
      {step.state === 'waiting' || simulated ? null : (
        <Link to="/projects/$id/steps/$key" params={params} aria-label={say.applyFor(nameOf(step))}>
          {say.apply}
        </Link>
      )}
      {simulated ? null : (
        <Link
          to="/projects/$id/steps/$key"
          params={params}
          search={{ simulate: 'yes' } as never}
          aria-label={say.simulateFor(nameOf(step))}
        >
          {say.simulate}
        </Link>
      )}
      <LinkCase projectId={whole.id} step={step} />
    </span>
  );
}

function LinkCase(props: { projectId: string; step: Step }): ReactNode {
  const nameOf = useItemName();
  const { projectId: id, step } = props;
  const say = useWords(makeWords);
  const [open, setOpen] = useState(false);
  const [caseId, setCaseId] = useState<string>();
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.linkCase, { changes: [ops.getProject, ops.linkableCases] });
  const params = { id, key: step.key };
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)} aria-label={say.linkFor(nameOf(step))}>
        {say.link}
      </Button>
      <ConfirmDialog
        open={open}
        title={say.linkTitle}
        verb={say.link}
        onConfirm={() => {
          setChecked(true);
          if (!caseId) return Promise.resolve(false);
          return act.send({ params, body: { actionId: act.key(), caseId } });
        }}
        onClose={() => setOpen(false)}
      >
        <p>{say.linkLine}</p>
        {open ? <Linkable id={id} stepKey={step.key} value={caseId} onChange={setCaseId} /> : null}
        {checked && !caseId ? (
          <p className="yc-fault" role="alert">
            {say.linkChoose}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

function Linkable(props: {
  id: string;
  stepKey: string;
  value: string | undefined;
  onChange: (caseId: string) => void;
}): ReactNode {
  const say = useWords(makeWords);
  const language = useLanguage();
  const found = useOp(ops.linkableCases, { params: { id: props.id, key: props.stepKey } }, { staleTime: 0 });
  return (
    <Query of={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{say.linkNone}</p>
        ) : (
          <Radio.Group
            aria-label={say.linkCase}
            value={props.value}
            onChange={({ target }) => props.onChange(target.value as string)}
            options={rows.map(({ id, number, submittedAt }) => ({
              value: id,
              label: `${number} · ${say.submitted(sayDay(today(new Date(submittedAt)), language))}`,
            }))}
          />
        )
      }
    </Query>
  );
}
