/** Types of projects, for the service office that keeps them. */
import '../projects.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops } from '#modules/projects/contract';
import type { ReplyOf } from '#platform/contract';
import { newKey } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { projectWords } from '../words.ts';
import { ProjectsHead } from './head.tsx';
import { makeWords } from './make-words.ts';

type Line = ReplyOf<typeof ops.newestTypes>['rows'][number];

function Types(): ReactNode {
  const say = useWords(makeWords);
  const general = useWords(projectWords);
  const language = useLanguage();
  const edits = hasRole(useMe(), ['office']);
  const [next] = useState(newKey);
  const found = useOp(ops.newestTypes, {});
  const rows = found.data?.rows;
  const { typeColumns: names } = say;
  const columns: Column<Line>[] = [
    { key: 'name', title: names.name, width: 14, grow: 2, render: ({ body }) => <strong>{pick(language, body.name, body.nameEn)}</strong> },
    { key: 'code', title: names.code, width: 9, grow: 0, render: ({ code }) => <span className="yc-numbers">{code}</span> },
    { key: 'limit', title: names.limit, width: 11, grow: 0, render: ({ body }) => general.days(body.limitDays, body.unit) },
    { key: 'steps', title: names.steps, width: 5, grow: 0, render: ({ body }) => body.stages.reduce((sum, { steps }) => sum + steps.length, 0) },
    { key: 'version', title: names.version, width: 5, grow: 0, render: ({ version }) => version },
    { key: 'from', title: names.from, width: 8, grow: 0, render: ({ inForceFrom }) => <Day on={inForceFrom} short /> },
  ]; // prettier-ignore
  return (
    <>
      <ProjectsHead
        actions={
          edits ? (
            <Link to="/project-types/$id" params={{ id: next } as never} search={{ new: '1' } as never} className="yc-button">
              {say.newType}
            </Link>
          ) : null
        }
      />
      <p className="yc-muted">{say.typesLine}</p>
      <DataTable
        name="project-types"
        label={say.types}
        columns={columns}
        rows={{
          total: rows?.length,
          at: (index) => rows?.[index],
          want: () => {},
          list: 'project-types',
          stale: false,
          error: found.error ?? undefined,
          retry: () => void found.refetch(),
        }}
        rowKey={({ id }) => id}
        to={({ id }) => `/project-types/${id}`}
        empty={<Empty title={say.typesNone}>{say.typesLine}</Empty>}
      />
    </>
  );
} // prettier-ignore

export const page = definePage({ roles: ['office', 'auditor'], Component: Types });
