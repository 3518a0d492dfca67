/** The trail with the cases' own names for acts and states. */
import type { ReactNode } from 'react';
import { Trail } from '#web/features/audit/workbench/trail.tsx';
import { caseWords } from '#web/features/cases/workbench/words.ts';
import { definePage } from '#web/ui/page.tsx';
import { useWords } from '#web/words/language.ts';

function TrailPage(): ReactNode {
  const { kinds, states, roles } = useWords(caseWords);
  return <Trail names={{ kinds, states, roles }} />;
}

export const page = definePage({ roles: ['auditor'], Component: TrailPage });
