/** A project at the workbench: the clock, plan and reality, departments, simulated approvals, what the steward does. */
import '../projects.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { projectsContract as ops, type ProjectWhole } from '#modules/projects/contract';
import { useAct } from '#web/client/query.ts';
import { Day, Money } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { ProjectClockPanel, Shares } from '../clocks.tsx';
import { Facts, Log, Menu } from '../help.tsx';
import { Picture } from '../picture.tsx';
import { Policies } from '../policies.tsx';
import { ProjectSheet } from '../sheet.tsx';
import { SimulationCard } from '../simulation-card.tsx';
import { Withdraw } from '../withdraw.tsx';
import { projectWords } from '../words.ts';
import { EndProject, HandOver, NoteHelp, RemindMe } from './steward-acts.tsx';
import { StepCases } from './steps.tsx';
import { DecideFormal, Examine } from './simulation-acts.tsx';
import { makeWords } from './make-words.ts';
import { benchWords } from './words.ts';

/** `documentsOf` draws the documents of a simulated approval: another feature's. */
export function ProjectDesk(props: {
  whole: ProjectWhole;
  documentsOf: (simulationId: string) => ReactNode;
}): ReactNode {
  const { whole } = props;
  const say = useWords(benchWords);
  const making = useWords(makeWords);
  const general = useWords(projectWords);
  const { print, sheet } = usePrint();
  const tick = useAct(ops.tickMenu, { changes: [ops.getProject] });
  const { id } = whole;
  return (
    <div className="projects-page">
      <PageHeader
        title={whole.name}
        sub={whole.organisationName}
        back={{ to: '/projects', say: say.back }}
        tags={<strong>{whole.stage ? general.stages[whole.stage] : general.states[whole.state]}</strong>}
        actions={
          <>
            <Button onClick={() => void print(<ProjectSheet whole={whole} />, 'a4')}>{general.print}</Button>
            {whole.may.steward ? <EndProject id={id} /> : null}
          </>
        }
      />
      {sheet}
      <div className="projects-two">
        <ProjectClockPanel whole={whole} />
        <Facts whole={whole} money={<Money fen={whole.investmentFen} />} />
      </div>
      <Picture key={id} whole={whole} />
      <StepCases whole={whole} />
      <Shares whole={whole} />
      {whole.simulations.length > 0 ? (
        <section className="projects-section" aria-labelledby="project-simulations">
          <h2 id="project-simulations">{general.simulations}</h2>
          <p className="yc-muted yc-small">{general.simulationLine}</p>
          <ul className="yc-plain projects-list">
            {whole.simulations.map((one) => (
              <li key={one.id}>
                <SimulationCard simulation={one}>
                  {one.may.examine ? <Examine simulation={one} /> : null}
                  {one.may.decide && one.proposal === 'grant' ? <DecideFormal simulation={one} /> : null}
                  {one.may.makeFormal ? (
                    <Link
                      to="/projects/$id/steps/$key"
                      params={{ id, key: one.stepKey } as never}
                      search={{ formal: one.id } as never}
                      className="yc-button"
                    >
                      {making.makeFormal}
                    </Link>
                  ) : null}
                  {one.caseId ? (
                    <Link to="/cases/$id" params={{ id: one.caseId } as never}>
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
      <div className="projects-two">
        <Menu
          whole={whole}
          {...(whole.may.steward
            ? {
                onTick: (key: string, done: boolean) =>
                  void tick.send({ params: { id, key }, body: { actionId: tick.key(), done } }).catch(() => {}),
              }
            : {})}
        />
        <Log whole={whole}>
          <ProblemNote error={tick.error} />
          {whole.may.steward ? (
            <div className="yc-row">
              <NoteHelp id={id} />
              <RemindMe id={id} />
              {whole.may.appoint ? <HandOver id={id} contact={whole.steward.contact} /> : null}
            </div>
          ) : null}
          {whole.reminders.length > 0 ? (
            <ul className="yc-plain" aria-label={say.reminders}>
              {whole.reminders.map((one) => (
                <li key={one.id} className="yc-small">
                  <Day on={one.onDay} /> {one.what}
                </li>
              ))}
            </ul>
          ) : null}
        </Log>
      </div>
      <Policies projectId={id} mayTell={whole.may.steward} />
    </div>
  );
}
