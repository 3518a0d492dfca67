/** Projects: for a steward their own, for a department those that it has a step of, for the service office all. */
import '../projects.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { projectsContract as ops, type ProjectLine } from '#modules/projects/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, Money } from '#web/ui/due.tsx';
import { today } from '#web/words/dates.ts';
import { FilterText } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { projectWords } from '../words.ts';
import { ProjectsHead } from './head.tsx';
import { makeWords } from './make-words.ts';
import { benchWords } from './words.ts';

function Projects(): ReactNode {
  const say = useWords(benchWords);
  const make = useWords(makeWords);
  const opens = hasRole(useMe(), ['clerk', 'examiner', 'head', 'office']);
  const general = useWords(projectWords);
  const [asked, ask] = useAsked();
  const open = asked.open === 'true';
  const mine = asked.mine === 'true';
  const rows = useRows(ops.listProjects, {
    query: {
      ...(open ? { state: 'open' as const } : {}),
      ...(mine ? { steward: 'me' as const } : {}),
      ...(asked.find ? { find: asked.find } : {}),
    },
  });
  const { columns: names } = say;
  const columns: Column<ProjectLine>[] = [
    { key: 'name', title: names.name, width: 14, grow: 2, render: ({ name }) => <strong>{name}</strong> },
    { key: 'company', title: names.company, width: 12, grow: 1, render: ({ organisationName }) => organisationName },
    {
      key: 'stage',
      title: names.stage,
      width: 11,
      grow: 0,
      render: ({ stage, state }) => (stage ? general.stages[stage] : general.states[state]),
    },
    { key: 'progress', title: names.progress, width: 6, grow: 0, render: ({ granted, steps }) => say.of(granted, steps) },
    {
      key: 'clock',
      title: names.clock,
      width: 12,
      grow: 0,
      render: ({ clock }) => (
        <span className={clock.remainingDays < 0 ? 'projects-word over' : ''}>
          {say.usedOf(clock.usedDays, general.days(clock.limitDays, clock.unit))}
        </span>
      ),
    },
    { key: 'steward', title: names.steward, width: 6, grow: 0, render: ({ stewardName }) => stewardName },
    { key: 'investment', title: names.investment, width: 9, grow: 0, render: ({ investmentFen }) => <Money fen={investmentFen} /> },
    { key: 'opened', title: names.opened, width: 7, grow: 0, render: ({ openedAt }) => <Day on={today(new Date(openedAt))} short /> },
  ]; // prettier-ignore
  return (
    <>
      <ProjectsHead
        actions={
          opens ? (
            <Link to="/projects/new" className="yc-button">
              {make.newProject}
            </Link>
          ) : null
        }
      />
      <DataTable
        name="projects"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/projects/${id}`}
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
        filters={
          <>
            <FilterText name="find" label={say.find} />
            <Checkbox checked={open} onChange={({ target }) => ask({ open: target.checked ? 'true' : undefined })}>
              {say.openOnly}
            </Checkbox>
            <Checkbox checked={mine} onChange={({ target }) => ask({ mine: target.checked ? 'true' : undefined })}>
              {say.mine}
            </Checkbox>
          </>
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Projects });
