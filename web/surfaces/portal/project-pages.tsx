/** A project of one's company, and the application of one of its steps: formal, simulated, or made formal. */
import { useState, type ReactNode } from 'react';
import type { Guide } from '#modules/catalogue/contract';
import type { Submission } from '#modules/cases/contract';
import { projectsContract as ops, type ProjectWhole } from '#modules/projects/contract';
import { useGuide } from '#web/features/catalogue/portal/items.ts';
import { Apply } from '#web/features/cases/portal/apply.tsx';
import { CaseDocuments } from '#web/features/documents/portal/case-documents.tsx';
import { AskMissing, type Missing } from '#web/features/projects/missing.tsx';
import { ProjectView } from '#web/features/projects/portal/project.tsx';
import { prefetch, readAgain, useAct, useOp } from '#web/client/query.ts';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Missing as NotFound, Query } from '#web/ui/states.tsx';

function ProjectPage(): ReactNode {
  const id = useParam('id');
  const found = useOp(ops.getProject, { params: { id } });
  return (
    <Query of={found}>
      {(whole) => (
        <ProjectView
          whole={whole}
          documentsOf={(simulation) => <CaseDocuments caseId={simulation} subjectKind="simulation" unpaid={false} />}
        />
      )}
    </Query>
  );
}

export const projectPage = definePage({
  roles: ['resident'],
  load: ({ params }) => prefetch(ops.getProject, { params: { id: params.id! } }),
  Component: ProjectPage,
});

function StepPage(): ReactNode {
  const id = useParam('id');
  const key = useParam('key');
  const found = useOp(ops.getProject, { params: { id } });
  return (
    <Query of={found}>
      {(whole) => {
        const step = whole.steps.find((one) => one.key === key);
        return step ? <StepOfItem whole={whole} stepKey={key} itemId={step.itemId} /> : <NotFound />;
      }}
    </Query>
  );
}

function StepOfItem(props: { whole: ProjectWhole; stepKey: string; itemId: string }): ReactNode {
  const found = useGuide(props.itemId);
  return <Query of={found}>{(guide) => <Kept key={props.stepKey} {...props} guide={guide} />}</Query>;
}

/** The item as it was when the page was opened: a new version while somebody fills it in must not move the questions. */
function Kept(props: { whole: ProjectWhole; stepKey: string; guide: Guide }): ReactNode {
  const { whole, stepKey } = props;
  const [guide] = useState(props.guide);
  const [asked] = useAsked();
  const [missing, setMissing] = useState<Missing[]>([]);
  const openStep = useAct(ops.openStep);
  const simulate = useAct(ops.simulate);
  const makeFormal = useAct(ops.makeFormal);
  const back = `/mine/projects/${whole.id}`;
  const params = { id: whole.id, key: stepKey };
  if (asked.simulate && missing.length === 0)
    return <AskMissing title={guide.body.name} back={back} materials={guide.body.materials} onChoose={setMissing} />;
  const send = async ({ applicant: _, ...whole }: Omit<Submission, 'itemId'>): Promise<string> => {
    if (missing.length > 0) await simulate.send({ params, body: { ...whole, missing } });
    else if (asked.formal) await makeFormal.send({ params: { id: asked.formal }, body: whole });
    else await openStep.send({ params, body: whole });
    void readAgain(ops.getProject, ops.myProjects);
    return back;
  };
  const named = new Set(missing.map(({ materialId }) => materialId));
  const body = { ...guide.body, materials: guide.body.materials.filter(({ id }) => !named.has(id)) };
  return (
    <Apply
      item={{
        itemId: guide.itemId,
        version: guide.version,
        codes: [guide.code],
        body,
        joint: { back, send, organisationId: whole.organisationId },
      }}
    />
  );
}

export const projectStepPage = definePage({
  roles: ['resident'],
  load: ({ params }) => prefetch(ops.getProject, { params: { id: params.id! } }),
  Component: StepPage,
});
