/** The items that have rules, and where one begins to write some for another. */
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { rulesContract, type RulesLine } from '#modules/rules/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterText } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { rulesWords } from './words.ts';

onLive('rules.', [rulesContract.listRules]);

/** Any item in force of those that somebody keeps. */
function ChooseItem(props: { onChoose: (itemId: string) => void }): ReactNode {
  const say = useWords(rulesWords);
  const language = useLanguage();
  const [q, setQ] = useState('');
  const found = useOp(catalogueContract.listManaged, { query: { limit: 30, ...(q ? { q: q.slice(0, 200) } : {}) } }, { keepPrevious: true }); // prettier-ignore
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={null}
      placeholder={say.choose}
      aria-label={say.chooseWhat}
      style={{ width: '16rem' }}
      options={(found.data?.rows ?? []).map(({ itemId, name, plainName, nameEn, plainNameEn }) => ({
        value: itemId,
        label: pick(language, plainName ?? name, plainNameEn ?? nameEn ?? name),
      }))}
      onSelect={(itemId) => itemId && props.onChoose(itemId)}
    />
  );
}

function RulesList(): ReactNode {
  const say = useWords(rulesWords);
  const navigate = useNavigate();
  const me = useMe();
  const [{ q }] = useAsked();
  const rows = useRows(rulesContract.listRules, { query: q ? { q: q.slice(0, 100) } : {} });
  const nameOf = useDepartmentShortName();
  const open = (itemId: string): void => void navigate({ to: '/rules/$id', params: { id: itemId } as never });
  const { columns: names } = say;
  const columns: Column<RulesLine>[] = [
    { key: 'item', title: names.item, width: 12, grow: 2, render: ({ itemName }) => itemName },
    { key: 'department', title: names.department, width: 9, grow: 1, render: (row) => nameOf(row.departmentId) },
    { key: 'version', title: names.version, width: 7, grow: 0, render: ({ version }) => (version === null ? <span className="yc-muted">{say.noVersion}</span> : say.version(version)) }, // prettier-ignore
    { key: 'tables', title: names.tables, width: 5, grow: 0, render: ({ tables }) => <span className="yc-numbers">{tables}</span> }, // prettier-ignore
    { key: 'changed', title: names.changed, width: 11, grow: 0, render: ({ publishedAt }) => (publishedAt ? <Instant at={publishedAt} /> : '') }, // prettier-ignore
    { key: 'draft', title: names.draft, width: 6, grow: 0, render: ({ hasDraft }) => (hasDraft ? say.hasDraft : '') },
  ];
  return (
    <div className="yc-stack">
      <PageHeader
        title={say.title}
        sub={say.sub}
        actions={hasRole(me, ['office', 'head']) ? <ChooseItem onChoose={open} /> : null}
      />
      <DataTable
        name="rules"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        onOpen={({ itemId }) => open(itemId)}
        filtered={Boolean(q)}
        filters={<FilterText label={say.find} width={15} />}
        empty={<Empty title={say.nothing}>{say.nothingWhat}</Empty>}
      />
    </div>
  );
}

export const page = definePage({
  roles: ['examiner', 'head', 'office', 'admin', 'auditor'],
  Component: RulesList,
});
