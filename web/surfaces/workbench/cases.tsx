/** The work list at its place. */
import type { ReactNode } from 'react';
import { WorkList } from '#web/features/cases/workbench/work-list.tsx';
import { ItemFilter } from '#web/features/catalogue/workbench/choose-item.tsx';
import { definePage } from '#web/ui/page.tsx';
import { caseRoles } from './roles.ts';

function CasesPage(): ReactNode {
  return <WorkList itemFilter={<ItemFilter />} />;
}

export const page = definePage({ roles: caseRoles, Component: CasesPage });
