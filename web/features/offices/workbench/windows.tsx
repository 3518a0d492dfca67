/** All windows of the district. */
import './live.ts';
import './offices.css';
import type { ReactNode } from 'react';
import { definePage } from '#web/ui/page.tsx';
import { OfficesHead } from './office-page.tsx';
import { WindowTable } from './window-table.tsx';

function Windows(): ReactNode {
  return (
    <>
      <OfficesHead />
      <WindowTable />
    </>
  );
}

export const page = definePage({ roles: ['office', 'admin'], Component: Windows });
