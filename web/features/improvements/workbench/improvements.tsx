/** Suggestions and where each stands: what is past its day is red, and says so in words. */
import '../improvements.css';
import '../live.ts';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { improvementsContract, sources, states, type SuggestionLine } from '#modules/improvements/contract';
import { useOp } from '#web/client/query.ts';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { SuggestForm } from '../suggest-form.tsx';
import { improvementWords } from '../words.ts';

function Improvements(): ReactNode {
  const say = useWords(improvementWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [asked, ask] = useAsked();
  const [suggesting, setSuggesting] = useState(asked.suggest === 'true');
  const state = states.find((one) => one === asked.state);
  const source = sources.find((one) => one === asked.source);
  const query = {
    ...(state ? { state } : {}),
    ...(source ? { source } : {}),
    ...(asked.overdue === 'true' ? { overdue: true } : {}),
    ...(asked.departmentId ? { departmentId: asked.departmentId } : {}),
  };
  const rows = useRows(improvementsContract.listSuggestions, { query });
  const counts = useOp(improvementsContract.countSuggestions, {});
  const nameOf = useDepartmentShortName();
  const { columns: names, filters } = say;
  const columns: Column<SuggestionLine>[] = [
    { key: 'title', title: names.title, width: 14, grow: 3, render: ({ title }) => title },
    { key: 'state', title: names.state, width: 10, render: (row) => say.states[row.state] },
    {
      key: 'due',
      title: names.due,
      width: 11,
      grow: 0,
      render: ({ dueOn, overdue }) =>
        dueOn ? (
          <span className={overdue ? 'improvement-red' : ''}>
            <Day short on={dueOn} /> {overdue ? `▲ ${say.overdue}` : ''}
          </span>
        ) : (
          '–'
        ),
    },
    { key: 'department', title: names.department, width: 9, grow: 1, render: (row) => nameOf(row.departmentId) },
    { key: 'source', title: names.source, width: 6, render: (row) => say.sources[row.source] },
    { key: 'item', title: names.item, width: 9, grow: 1, render: ({ itemName }) => itemName ?? '–' },
    { key: 'at', title: names.at, width: 12, grow: 0, render: ({ suggestedAt }) => <Instant at={suggestedAt} /> },
    { key: 'number', title: names.number, width: 9, grow: 0, render: ({ number }) => number },
  ];
  return (
    <div className="improvement">
      <PageHeader
        title={say.title}
        sub={
          counts.data
            ? say.counts(
                counts.data.open,
                counts.data.overdue,
                counts.data.adopted,
                counts.data.all,
                sayInstant(counts.data.asOf, language),
              )
            : say.line
        }
      />
      <DataTable
        name="improvements"
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/improvements/${id}`}
        height="calc(100dvh - 16rem)"
        filtered={Object.keys(query).length > 0}
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
        filters={
          <>
            <FilterSelect
              name="state"
              label={filters.state}
              options={states.map((value) => ({ value, label: say.states[value] }))}
              width={9}
            />
            <FilterSelect
              name="source"
              label={filters.source}
              options={sources.map((value) => ({ value, label: say.sources[value] }))}
              width={8}
            />
            <FilterSelect
              name="overdue"
              label={filters.overdue}
              options={[{ value: 'true', label: filters.onlyOverdue }]}
              width={8}
            />
          </>
        }
        actions={
          <Button type="primary" onClick={() => setSuggesting(true)}>
            {say.suggest}
          </Button>
        }
      />
      <Modal
        open={suggesting}
        title={say.suggest}
        footer={null}
        onCancel={() => {
          setSuggesting(false);
          if (asked.suggest) ask({ suggest: undefined, figureId: undefined, ratingId: undefined });
        }}
        destroyOnHidden
      >
        <SuggestForm
          withFigure
          figureId={asked.figureId}
          itemId={asked.itemId}
          ratingId={asked.ratingId}
          // Its maker may read it, whoever gets the order; the list shows it to those who lead.
          onSent={(id) => void navigate({ to: '/improvements/$id', params: { id } as never })}
        />
      </Modal>
    </div>
  );
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: Improvements });
