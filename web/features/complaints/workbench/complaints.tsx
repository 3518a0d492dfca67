/** Complaints and where each stands: the figures are the sets of the list below. */
import '#web/ui/record.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, sets, type ComplaintLine } from '#modules/complaints/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { FilterDay } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { HouseRuleDialog } from '#web/ui/house-rule.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useRows } from '#web/ui/rows.ts';
import { SetFigures } from '#web/ui/set-figures.tsx';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';
import { TakeIn } from './take-in.tsx';

/** Its state, red and in words when it is overdue. */
export function StateOf({ row }: { row: ComplaintLine }): ReactNode {
  const say = useWords(complaintWords);
  const more = row.overdue ? ` ▲ ${say.overdue}` : row.late ? ` · ${say.late}` : '';
  return (
    <span className={row.overdue ? 'yc-record-red' : ''}>
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
  const [asked] = useAsked();
  const [shown, setShown] = useState<'takeIn' | 'rule'>();
  const nameOf = useDepartmentShortName(say.office);
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
    <div className="yc-record">
      <PageHeader
        title={say.title}
        sub={counts.data ? say.sub(sayInstant(counts.data.asOf, language)) : '…'}
        actions={
          <span className="yc-row">
            {hasRole(me, ['office']) ? <Button onClick={() => setShown('rule')}>{say.rule}</Button> : null}
            <Button type="primary" onClick={() => setShown('takeIn')}>
              {say.takeIn}
            </Button>
          </span>
        }
      />
      <Query of={counts} loading={<Loading rows={2} />}>
        {(now) => (
          <SetFigures sets={sets} counts={now} chosen={set} red="overdue" say={say}>
            <li>
              {say.satisfaction}
              {colon()}
              {say.share(now.satisfied, now.satisfied + now.dissatisfied)}
            </li>
          </SetFigures>
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
      {shown === 'rule' ? <Rule onClose={() => setShown(undefined)} /> : null}
    </div>
  );
}

function Rule({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(complaintWords);
  const found = useOp(ops.getHouseRule, {});
  const act = useAct(ops.saveHouseRule, { changes: [ops.getHouseRule] });
  return (
    <HouseRuleDialog
      read={found}
      figures={(rule) => rule}
      limits={{ answerDays: [1, 60], silentDays: [1, 60] }}
      say={say}
      onSave={(rule) => act.send({ body: rule })}
      onClose={onClose}
    />
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Complaints });
