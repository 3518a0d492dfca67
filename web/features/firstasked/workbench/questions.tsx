/** Questions and where each is: the figures are the sets of the list below. */
import '#web/ui/record.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { doors, firstaskedContract as ops, sets, type QuestionLine } from '#modules/firstasked/contract';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { HouseRuleDialog } from '#web/ui/house-rule.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useRows } from '#web/ui/rows.ts';
import { SetFigures } from '#web/ui/set-figures.tsx';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';
import { RecordDialog } from './record.tsx';

onLive('firstasked.', [ops.listQuestions, ops.countQuestions, { operation: ops.getQuestion, subjectIs: 'id' }]);

/** Its state, red and in words when it is overdue. */
export function StateOf({ row }: { row: QuestionLine }): ReactNode {
  const say = useWords(questionWords);
  return (
    <span className={row.overdue ? 'yc-record-red' : ''}>
      {say.states[row.state]}
      {row.overdue ? ` ▲ ${say.overdue}` : row.late ? ` · ${say.late}` : ''}
    </span>
  );
}

function Questions(): ReactNode {
  const say = useWords(questionWords);
  const language = useLanguage();
  const me = useMe();
  const [asked] = useAsked();
  const [shown, setShown] = useState<'record' | 'rule'>();
  const nameOf = useDepartmentShortName();
  const set = sets.find((one) => one === asked.set) ?? 'all';
  const door = doors.find((one) => one === asked.door);
  const about = {
    ...(asked.from ? { from: asked.from } : {}),
    ...(asked.to ? { to: asked.to } : {}),
    ...(door ? { door } : {}),
  };
  const counts = useOp(ops.countQuestions, { query: about }, { keepPrevious: true });
  const rows = useRows(ops.listQuestions, { query: { ...about, set } });
  const { columns: names } = say;
  const columns: Column<QuestionLine>[] = [
    { key: 'topic', title: names.topic, width: 14, grow: 3, render: ({ topic }) => <span title={topic}>{topic}</span> },
    { key: 'state', title: names.state, width: language === 'en' ? 14 : 10, grow: 0, render: (row) => <StateOf row={row} /> },
    { key: 'due', title: names.due, width: 11, grow: 0, render: ({ dueAt }) => (dueAt ? <Instant at={dueAt} /> : '–') },
    { key: 'department', title: names.department, width: 8, grow: 1, render: (row) => nameOf(row.departmentId) },
    { key: 'first', title: names.first, width: 6, render: ({ firstName }) => firstName },
    { key: 'door', title: names.door, width: 8, grow: 0, render: (row) => say.doors[row.door] },
    { key: 'at', title: names.at, width: 11, grow: 0, render: ({ askedAt }) => <Instant at={askedAt} /> },
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
            {hasRole(me, ['clerk', 'examiner', 'head', 'office']) ? (
              <Button type="primary" onClick={() => setShown('record')}>
                {say.record}
              </Button>
            ) : null}
          </span>
        }
      />
      <Query of={counts} loading={<Loading rows={2} />}>
        {(now) => <SetFigures sets={sets} counts={now} chosen={set} red="overdue" say={say} />}
      </Query>
      <DataTable
        name="firstasked"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/questions/${id}`}
        filtered={set !== 'all' || Object.keys(about).length > 0}
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
        filters={
          <>
            <FilterDay name="from" label={say.from} />
            <FilterDay name="to" label={say.to} />
            <FilterSelect
              name="door"
              label={say.filterDoor}
              options={doors.map((value) => ({ value, label: say.doors[value] }))}
              width={9}
            />
          </>
        }
      />
      {shown === 'record' ? <RecordDialog onClose={() => setShown(undefined)} /> : null}
      {shown === 'rule' ? <Rule onClose={() => setShown(undefined)} /> : null}
    </div>
  );
}

function Rule({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(questionWords);
  const found = useOp(ops.getHouseRule, {});
  const act = useAct(ops.saveHouseRule, { changes: [ops.getHouseRule] });
  return (
    <HouseRuleDialog
      read={found}
      figures={(rule) => rule}
      limits={{ acknowledgeMinutes: [5, 2400], answerDays: [1, 30], handOvers: [1, 5] }}
      say={say}
      onSave={(rule) => act.send({ body: rule })}
      onClose={onClose}
    />
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: Questions });
