/** The company's page of its project: what to do next, who helps, plan and reality, what fits it. */
import '../projects.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ProjectWhole } from '#modules/projects/contract';
import { Money } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { useWords } from '#web/words/language.ts';
import { ProjectClockPanel, Shares } from '../clocks.tsx';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { useItemName } from '../items.ts';
import { Facts, Log, Menu } from '../help.tsx';
import { Picture } from '../picture.tsx';
import { Policies } from '../policies.tsx';
import { ProjectSheet } from '../sheet.tsx';
import { SimulationCard } from '../simulation-card.tsx';
import { Withdraw } from '../withdraw.tsx';
import { projectWords } from '../words.ts';
import { portalProjectWords } from './words.ts';

const under = ['begun', 'examined', 'formal'];

/** `documentsOf` draws the documents of a simulated approval: another feature's. */
export function ProjectView(props: {
  whole: ProjectWhole;
  documentsOf: (simulationId: string) => ReactNode;
}): ReactNode {
  const { whole } = props;
  const say = useWords(portalProjectWords);
  const general = useWords(projectWords);
  const { print, sheet } = usePrint();
  return (
    <div className="projects-page">
      <PageHeader
        title={whole.name}
        sub={whole.organisationName}
        back={{ to: '/mine', say: say.back }}
        tags={<strong>{whole.stage ? general.stages[whole.stage] : general.states[whole.state]}</strong>}
        actions={<Button onClick={() => void print(<ProjectSheet whole={whole} />, 'a4')}>{general.print}</Button>}
      />
      {sheet}
      <Next whole={whole} />
      <section className="projects-card" aria-labelledby="project-steward">
        <h2 id="project-steward">
          {say.yourSteward}: {whole.steward.name}
        </h2>
        <strong>{whole.steward.contact}</strong>
        <span className="yc-muted yc-small">{say.stewardLine}</span>
      </section>
      <ProjectClockPanel whole={whole} />
      {whole.simulations.length > 0 ? (
        <section className="projects-section" aria-labelledby="project-simulations">
          <h2 id="project-simulations">{general.simulations}</h2>
          <p className="yc-muted yc-small">{general.simulationLine}</p>
          <ul className="yc-plain projects-list">
            {whole.simulations.map((one) => (
              <li key={one.id}>
                <SimulationCard simulation={one}>
                  {one.may.makeFormal ? (
                    <Link
                      to="/mine/projects/$id/$key"
                      params={{ id: whole.id, key: one.stepKey } as never}
                      search={{ formal: one.id } as never}
                      className="yc-button"
                    >
                      {say.makeFormal}
                    </Link>
                  ) : null}
                  {one.caseId ? (
                    <Link to="/mine/cases/$id" params={{ id: one.caseId } as never}>
                      {general.formalCase}
                    </Link>
                  ) : null}
                  {one.may.withdraw ? <Withdraw simulation={one} /> : null}
                </SimulationCard>
                {one.documentNumber ? props.documentsOf(one.id) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Picture key={whole.id} whole={whole} />
      <StepList whole={whole} />
      <Policies projectId={whole.id} mayTell={whole.may.apply} />
      <Shares whole={whole} />
      <div className="projects-two">
        <Menu whole={whole} />
        <Log whole={whole} />
      </div>
      <Facts whole={whole} money={<Money fen={whole.investmentFen} />} />
    </div>
  );
}

/** The steps that can be handed in now, and those that can be examined beforehand. */
function Next(props: { whole: ProjectWhole }): ReactNode {
  const { whole } = props;
  const say = useWords(portalProjectWords);
  if (!whole.may.apply) return null;
  const simulated = new Set(
    whole.simulations.filter(({ state }) => under.includes(state)).map(({ stepKey }) => stepKey),
  );
  const steps = whole.steps.filter(
    ({ key, state }) => ['ready', 'failed', 'waiting'].includes(state) && !simulated.has(key),
  );
  const ready = steps.filter(({ state }) => state !== 'waiting');
  const soon = steps.filter(({ state, stage }) => state === 'waiting' && stage === whole.stage);
  // A later stage can be examined beforehand as well: that is what a simulated approval is for.
  const later = steps.filter(({ state, stage }) => state === 'waiting' && stage !== whole.stage);
  return (
    <section className="projects-section" aria-labelledby="project-next">
      <h2 id="project-next">{say.next}</h2>
      <p>{ready.length + soon.length > 0 ? say.nextLine : say.nothingNext}</p>
      <NextSteps whole={whole} steps={[...ready, ...soon]} />
      {later.length > 0 ? (
        <details>
          <summary>{say.later(later.length)}</summary>
          <NextSteps whole={whole} steps={later} />
        </details>
      ) : null}
    </section>
  );
}

function NextSteps(props: { whole: ProjectWhole; steps: ProjectWhole['steps'] }): ReactNode {
  const nameOf = useItemName();
  const { whole } = props;
  const say = useWords(portalProjectWords);
  return (
    <ul className="yc-plain projects-list">
      {props.steps.map((step) => (
        <li key={step.key} className="projects-card">
          <strong>{nameOf(step)}</strong>
          <span className="yc-row">
            {step.state === 'waiting' ? null : (
              <Link
                to="/mine/projects/$id/$key"
                params={{ id: whole.id, key: step.key } as never}
                className="yc-button"
              >
                {say.apply(nameOf(step))}
              </Link>
            )}
            <Link
              to="/mine/projects/$id/$key"
              params={{ id: whole.id, key: step.key } as never}
              search={{ simulate: 'yes' } as never}
            >
              {say.simulate}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

function StepList(props: { whole: ProjectWhole }): ReactNode {
  const nameOf = useItemName();
  const { whole } = props;
  const say = useWords(portalProjectWords);
  const general = useWords(projectWords);
  const departmentName = useDepartmentName();
  return (
    <section className="projects-section" aria-labelledby="project-steps">
      <h2 id="project-steps">{say.steps}</h2>
      <ul className="yc-plain projects-list">
        {whole.steps.map((step) => (
          <li key={step.key} className="projects-card">
            <span className="projects-head">
              <strong>{nameOf(step)}</strong>
              <span className={`projects-word ${step.state}`}>{general.steps[step.state]}</span>
            </span>
            <span className="yc-muted yc-small">
              {general.stages[step.stage]} · {departmentName(step.departmentId)} ·{' '}
              {general.days(step.usedDays, whole.clock.unit)}
            </span>
            {step.cases.map(({ id, number }) => (
              <Link key={id} to="/mine/cases/$id" params={{ id } as never} className="yc-small">
                {say.openCase(number)}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
