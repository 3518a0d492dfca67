/** An investment project, with the documents of its simulated approvals. */
import type { ReactNode } from 'react';
import { projectsContract } from '#modules/projects/contract';
import { DocumentList } from '#web/features/documents/workbench/document-list.tsx';
import { ProjectDesk } from '#web/features/projects/workbench/project.tsx';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
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

export const page = definePage({
  roles: caseRoles,
  load: ({ params }) => prefetch(projectsContract.getProject, { params: { id: params.id! } }),
  Component: ProjectPage,
});
