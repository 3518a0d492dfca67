/** Investment projects, put together with who finds companies, the form of the counter, and documents. */
import { useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { projectsContract, type ProjectWhole } from '#modules/projects/contract';
import { DocumentList } from '#web/features/documents/workbench/document-list.tsx';
import '#web/ui/taken-in.css';
import '#web/features/cases/workbench/intake.css';
import '#web/features/cases/workbench/steps.css';
import { IntakeForm } from '#web/features/cases/workbench/intake-form.tsx';
import type { IntakeParty } from '#web/features/cases/workbench/intake.tsx';
import { WindowLocker } from '#web/features/lockers/workbench/window-locker.tsx';
import { FindParty } from '#web/features/people/workbench/find-party.tsx';
import { findWords } from '#web/features/people/workbench/find-words.ts';
import { CounterStep } from '#web/features/projects/workbench/counter-step.tsx';
import { NewProject } from '#web/features/projects/workbench/new-project.tsx';
import { ProjectDesk } from '#web/features/projects/workbench/project.tsx';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Missing, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { caseRoles } from './roles.ts';

function ProjectPage(): ReactNode {
  const id = useParam('id');
  const found = useOp(projectsContract.getProject, { params: { id } });
  return (
    <Query of={found}>
      {(whole) => (
        <ProjectDesk
          whole={whole}
          documentsOf={(simulation) => <DocumentList caseId={simulation} subjectKind="simulation" />}
        />
      )}
    </Query>
  );
}

function NewPage(): ReactNode {
  return <NewProject findCompany={(found) => <FindParty focus onFound={found} />} />;
}

function StepPage(): ReactNode {
  const id = useParam('id');
  const key = useParam('key');
  const found = useOp(projectsContract.getProject, { params: { id } });
  return (
    <Query of={found}>
      {(whole) => {
        const step = whole.steps.find((one) => one.key === key);
        return step && whole.may.apply ? <StepOfItem whole={whole} stepKey={key} itemId={step.itemId} /> : <Missing />;
      }}
    </Query>
  );
}

function StepOfItem(props: { whole: ProjectWhole; stepKey: string; itemId: string }): ReactNode {
  const { whole } = props;
  const find = useWords(findWords);
  const language = useLanguage();
  const found = useOp(catalogueContract.getGuide, { params: { id: props.itemId }, query: {} });
  const [agent, setAgent] = useState<IntakeParty>();
  const applicant: IntakeParty = {
    kind: 'organisation', id: whole.organisationId, name: whole.organisationName, number: '', phone: '', address: whole.address,
  }; // prettier-ignore
  return (
    <Query of={found}>
      {(guide) => (
        <CounterStep
          {...props}
          guide={guide}
          form={(shown, send) => (
            <>
              {agent ? (
                <p>
                  <strong>{agent.name}</strong> <span className="yc-muted">{find.agentOf}</span>
                </p>
              ) : (
                <FindParty peopleOnly label={find.agentOf} onFound={setAgent} />
              )}
              <IntakeForm
                guide={shown}
                applicant={applicant}
                agent={agent}
                send={send}
                locker={({ materials, ...asked }) => (
                  <WindowLocker
                    {...asked}
                    materials={materials.map((one) => ({ id: one.id, name: pick(language, one.name, one.nameEn) }))}
                  />
                )}
              />
            </>
          )}
        />
      )}
    </Query>
  );
}

const makers = ['clerk', 'examiner', 'head', 'office'] as const;
export const newProjectPage = definePage({ roles: makers, Component: NewPage });
export const projectStepPage = definePage({
  roles: makers,
  load: ({ params }) => prefetch(projectsContract.getProject, { params: { id: params.id! } }),
  Component: StepPage,
});
export const page = definePage({
  roles: caseRoles,
  load: ({ params }) => prefetch(projectsContract.getProject, { params: { id: params.id! } }),
  Component: ProjectPage,
});
