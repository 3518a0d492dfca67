/** Complaints and where each stands: the figures are the sets of the list below. */
import '../complaints.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, sets, type ComplaintLine } from '#modules/complaints/contract';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { FilterDay } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';
import { HouseRuleDialog } from './house-rule.tsx';
import { TakeIn } from './take-in.tsx';

export function useDepartmentName(): (id: string | null) => string {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const found = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  return (id) => {
    if (id === null) return say.office;
    const one = found.data?.rows.find((row) => row.id === id);
    return one ? pick(language, one.shortName, one.nameEn) : '…';
  };
}

/** Its state, red and in words when it is overdue. */
export function StateOf({ row }: { row: ComplaintLine }): ReactNode {
  const say = useWords(complaintWords);
  const more = row.overdue ? ` ▲ ${say.overdue}` : row.late ? ` · ${say.late}` : '';
  return (
    <span className={row.overdue ? 'complaint-red' : ''}>
      {say.states[row.state]}
      {row.reopened && row.state !== 'reopened' ? ` · ${say.again}` : ''}
      {more}
    </span>
  );
}

function Complaints(): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const me = useMe();
  const [asked, ask] = useAsked();
  const [shown, setShown] = useState<'takeIn' | 'rule'>();
  const nameOf = useDepartmentName();
  const set = sets.find((one) => one === asked.set) ?? 'all';
  const about = { ...(asked.from ? { from: asked.from } : {}), ...(asked.to ? { to: asked.to } : {}) };
  const counts = useOp(ops.countComplaints, { query: about }, { keepPrevious: true });
  const rows = useRows(ops.listComplaints, { query: { ...about, set } });
  const { columns: names } = say;
  const columns: Column<ComplaintLine>[] = [
    { key: 'body', title: names.body, width: 14, grow: 3, render: ({ body }) => <span title={body}>{body}</span> },
    { key: 'state', title: names.state, width: language === 'en' ? 13 : 11.5, grow: 0, render: (row) => <StateOf row={row} /> },
    { key: 'due', title: names.due, width: 7, grow: 0, render: ({ dueOn }) => (dueOn ? <Day short on={dueOn} /> : '–') },
    { key: 'about', title: names.about, width: 7, grow: 1, render: ({ aboutName, windowNumber }) => aboutName ?? (windowNumber ? say.about(windowNumber) : '–') },
    { key: 'handler', title: names.handler, width: 6, render: ({ handlerName }) => handlerName ?? '–' },
    { key: 'department', title: names.department, width: 8, render: (row) => nameOf(row.departmentId) },
    { key: 'at', title: names.at, width: 11, grow: 0, render: ({ madeAt }) => <Instant at={madeAt} /> },
    { key: 'door', title: names.door, width: 5, grow: 0, hidden: true, render: ({ door }) => say.doors[door] },
    { key: 'number', title: names.number, width: 9, grow: 0, hidden: true, render: ({ number }) => number },
  ]; // prettier-ignore
  return (
    <div className="complaint-page">
      <PageHeader
        title={say.title}
        sub={counts.data ? say.sub(sayInstant(counts.data.asOf, language)) : '…'}
        actions={
          <span className="yc-row">
            {hasRole(me, ['office', 'admin']) ? <Button onClick={() => setShown('rule')}>{say.rule}</Button> : null}
            <Button type="primary" onClick={() => setShown('takeIn')}>
              {say.takeIn}
            </Button>
          </span>
        }
      />
      <Query of={counts} loading={<Loading rows={2} />}>
        {(now) => (
          <>
            <ul className="complaint-figures">
              {sets.map((one) => (
                <li key={one}>
                  <button
                    type="button"
                    aria-pressed={one === set}
                    title={say.sets[one].what}
                    onClick={() => ask({ set: one === 'all' ? undefined : one })}
                  >
                    <span className="yc-small">{say.sets[one].name}</span>
                    <strong className={`yc-numbers ${one === 'overdue' && now[one] > 0 ? 'complaint-red' : ''}`}>
                      {now[one]}
                    </strong>
                  </button>
                </li>
              ))}
            </ul>
            <details className="yc-small">
              <summary>{say.definition}</summary>
              <ul>
                {sets.map((one) => (
                  <li key={one}>
                    {say.sets[one].name}：{say.sets[one].what}
                  </li>
                ))}
                <li>
                  {say.satisfaction}：{say.share(now.satisfied, now.satisfied + now.dissatisfied)}
                </li>
              </ul>
            </details>
          </>
        )}
      </Query>
      <DataTable
        name="complaints"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/complaints/${id}`}
        filtered={set !== 'all' || Object.keys(about).length > 0}
        empty={<Empty title={say.none} />}
        filters={
          <>
            <FilterDay name="from" label={say.from} />
            <FilterDay name="to" label={say.to} />
          </>
        }
      />
      {shown === 'takeIn' ? <TakeIn onClose={() => setShown(undefined)} /> : null}
      {shown === 'rule' ? <HouseRuleDialog onClose={() => setShown(undefined)} /> : null}
    </div>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Complaints });
