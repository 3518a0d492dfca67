/** All policies, for the service office that keeps them. */
import '../projects.css';
import '../live.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops, type PolicyLine } from '#modules/projects/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterText } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { sayShortDay, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { policyWords } from '../policy-words.ts';
import { useSayAmount } from '../say-condition.ts';
import { ProjectsHead } from './head.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { benchWords } from './words.ts';

function Policies(): ReactNode {
  const say = useWords(benchWords);
  const general = useWords(policyWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const edits = hasRole(useMe(), ['office']);
  const [asked] = useAsked();
  const rows = useRows(ops.listPolicies, { query: asked.find ? { find: asked.find } : {} });
  const [edited, setEdited] = useState<PolicyLine | 'new'>();
  const { policyColumns: names } = say;
  const stateOf = ({ withdrawn, body }: PolicyLine): string => {
    if (withdrawn) return say.withdrawn;
    if (body.validFrom > today()) return say.later;
    return body.validUntil !== null && body.validUntil < today() ? say.over : say.inForce;
  };
  const amountOf = useSayAmount();
  const columns: Column<PolicyLine>[] = [
    {
      key: 'name',
      title: names.name,
      width: 14,
      grow: 2,
      render: (row) =>
        edits ? (
          <Button type="link" className="projects-flush" onClick={() => setEdited(row)}>
            {pick(language, row.body.name, row.body.nameEn)}
          </Button>
        ) : (
          pick(language, row.body.name, row.body.nameEn)
        ),
    },
    { key: 'amount', title: names.amount, width: 14, grow: 1, render: ({ body }) => amountOf(body.amount) },
    { key: 'department', title: names.department, width: 12, grow: 1, render: ({ body }) => departmentName(body.departmentId) },
    {
      key: 'valid',
      title: names.valid,
      width: 12,
      grow: 0,
      render: ({ body }) =>
        `${sayShortDay(body.validFrom, language)} – ${body.validUntil ? sayShortDay(body.validUntil, language) : general.always}`,
    },
    {
      key: 'state',
      title: names.state,
      width: 11,
      grow: 0,
      render: (row) => `${stateOf(row)}${row.body.withoutApplication ? ` · ${general.withoutApplication}` : ''}`,
    },
    { key: 'code', title: names.code, width: 7, grow: 0, render: ({ code }) => <span className="yc-numbers">{code}</span> },
  ]; // prettier-ignore
  return (
    <>
      <ProjectsHead
        actions={
          edits ? (
            <Button type="primary" onClick={() => setEdited('new')}>
              {say.newPolicy}
            </Button>
          ) : null
        }
      />
      <DataTable
        name="policies"
        label={say.policyList}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={general.noPolicies}
        filters={<FilterText name="find" label={names.name} />}
      />
      {edited ? (
        <PolicyEditor
          key={edited === 'new' ? 'new' : edited.id}
          policy={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Policies });
