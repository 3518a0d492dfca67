/** Who did what: of a case, or within 31 days. Names of acts and states are given by the surface: they are the cases' own. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { auditContract, type TrailLine } from '#modules/audit/contract';
import { kinds } from '#modules/cases/contract';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterDay, FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { exactInstant, today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { AuditHead, listHeight } from './audit-head.tsx';
import { StaffFilter } from './staff-filter.tsx';
import { auditWords } from './words.ts';

/** What acts, states and roles are called. */
export interface TrailNames {
  kinds: Readonly<Record<TrailLine['kind'], string>>;
  states: Readonly<Record<TrailLine['toState'], string>>;
  roles: Readonly<Record<string, string>>;
}

/** The last seven days, where neither a case nor days are asked for. */
function conditionsOf(asked: Record<string, string | undefined>) {
  const { number, accountId, from, to } = asked;
  const kind = kinds.find((one) => one === asked.kind);
  const week = new Date(Date.parse(`${today()}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);
  return {
    ...(number ? { number } : {}),
    ...(accountId ? { accountId } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from } : number ? {} : { from: week }),
    ...(to ? { to } : number ? {} : { to: today() }),
  };
}

export function Trail(props: { names: TrailNames }): ReactNode {
  const { names } = props;
  const say = useWords(auditWords);
  const navigate = useNavigate();
  const [asked] = useAsked();
  const query = conditionsOf(asked);
  const rows = useRows(auditContract.searchTrail, { query });
  const { columns: titles } = say;
  const columns: Column<TrailLine>[] = [
    {
      key: 'at',
      title: titles.at,
      width: 11,
      grow: 0,
      render: ({ at }) => <span className="yc-numbers">{exactInstant(at)}</span>,
    },
    { key: 'who', title: titles.who, width: 7, render: ({ accountName }) => accountName ?? say.outside },
    { key: 'role', title: titles.role, width: 7.2, grow: 0, render: ({ role }) => names.roles[role] ?? role },
    { key: 'what', title: titles.what, width: 7, grow: 0, render: ({ kind }) => <strong>{names.kinds[kind]}</strong> },
    {
      key: 'change',
      title: titles.change,
      width: 11,
      render: ({ fromState, toState }) =>
        fromState === toState || fromState === null
          ? names.states[toState]
          : `${names.states[fromState]} → ${names.states[toState]}`,
    },
    {
      key: 'number',
      title: titles.number,
      width: 12,
      grow: 0,
      render: ({ caseNumber }) => <span className="yc-numbers">{caseNumber ?? '–'}</span>,
    },
    { key: 'item', title: titles.item, width: 10, grow: 2, render: ({ itemName }) => itemName ?? '–' },
    { key: 'seq', title: titles.seq, width: 4, grow: 0, align: 'end', hidden: true, render: ({ seq }) => seq },
    {
      key: 'hash',
      title: titles.hash,
      width: 9,
      grow: 0,
      hidden: true,
      render: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}…</code>,
    },
  ];
  return (
    <>
      <AuditHead line={say.trailLine} />
      <DataTable
        name="trail"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ caseId, seq }) => `${caseId} ${seq}`}
        onOpen={({ caseId }) => void navigate({ to: '/cases/$id', params: { id: caseId } as never })}
        height={listHeight}
        filtered
        filters={
          <>
            <FilterText name="number" label={say.filters.number} width={12} />
            <StaffFilter label={say.filters.person} />
            <FilterSelect
              name="kind"
              label={say.filters.kind}
              options={kinds.map((value) => ({ value, label: names.kinds[value] }))}
              width={9}
            />
            <FilterDay name="from" label={say.filters.from} />
            <FilterDay name="to" label={say.filters.to} />
          </>
        }
      />
    </>
  );
}
