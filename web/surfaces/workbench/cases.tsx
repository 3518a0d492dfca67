/** The work list at its place. */
import type { ReactNode } from 'react';
import { WorkList } from '#web/features/cases/workbench/work-list.tsx';
import { definePage } from '#web/ui/page.tsx';
import { caseRoles } from './roles.ts';

function CasesPage(): ReactNode {
  return <WorkList />;
}

export const page = definePage({ roles: caseRoles, Component: CasesPage });
