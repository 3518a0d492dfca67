/** Simulated approvals that wait for one's department. */
import '../projects.css';
import '../live.ts';
import type { ReactNode } from 'react';
import { projectsContract as ops, type SimulationWaiting } from '#modules/projects/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { useItemName } from '../items.ts';
import { projectWords } from '../words.ts';
import { ProjectsHead } from './head.tsx';
import { makeWords } from './make-words.ts';

function Simulations(): ReactNode {
  const nameOf = useItemName();
  const say = useWords(makeWords);
  const { simulationStates } = useWords(projectWords);
  const rows = useRows(ops.listSimulations, { query: {} });
  const { waitingColumns: names } = say;
  const columns: Column<SimulationWaiting>[] = [
    { key: 'step', title: names.step, width: 13, grow: 1, render: (row) => <strong>{nameOf(row)}</strong> },
    { key: 'project', title: names.project, width: 13, grow: 1, render: ({ projectName }) => projectName },
    { key: 'company', title: names.company, width: 12, grow: 1, render: ({ organisationName }) => organisationName },
    { key: 'state', title: names.state, width: 9, grow: 0, render: ({ state }) => simulationStates[state] },
    { key: 'begun', title: names.begun, width: 7, grow: 0, render: ({ begunAt }) => <Day on={today(new Date(begunAt))} short /> },
    { key: 'due', title: names.due, width: 7, grow: 0, render: ({ dueOn, state }) => (state === 'begun' ? <Day on={dueOn} short /> : '') },
  ]; // prettier-ignore
  return (
    <>
      <ProjectsHead />
      <p className="yc-muted">{say.waitingLine}</p>
      <DataTable
        name="simulations"
        label={say.waiting}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ projectId }) => `/projects/${projectId}`}
        empty={<Empty title={say.waitingNone}>{say.waitingLine}</Empty>}
      />
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Simulations });
