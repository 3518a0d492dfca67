/** The question bank: what is asked, what is right and why; lists are taken in from CSV and printed. */
import '../live.ts';
import '../windowstaff.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type QuestionLine } from '#modules/windowstaff/contract';
import { call } from '#web/client/client.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { colon, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { StaffTabs, usePlace } from '../place.tsx';
import { usePrintRead } from '../print-read.ts';
import { readAll } from '../read-all.ts';
import { ImportQuestions } from './import-questions.tsx';
import { QuestionForm } from './question-form.tsx';

function Questions(): ReactNode {
  const say = useWords(examWords);
  const runs = hasRole(useMe(), ['office']);
  const [asked] = useAsked();
  const { outletId, chooser, names, name } = usePlace();
  const [editing, setEditing] = useState<QuestionLine | { outletId: string }>();
  const [importing, setImporting] = useState<string>();
  const { printRead, reading, sheet } = usePrintRead();
  const [scope, of] = (asked.scope ?? '').split(':');
  const query = {
    outletId: outletId ?? '',
    ...(scope === 'general' ? { general: true } : {}),
    ...(scope === 'errand' && of ? { errandId: of } : {}),
    ...(scope === 'department' && of ? { departmentId: of } : {}),
    ...(asked.retired ? { retired: asked.retired === 'true' } : {}),
    ...(asked.q ? { words: asked.q } : {}),
  };
  const rows = useRows(ops.listQuestions, { query }, { enabled: outletId !== undefined });
  const scopeOf = ({ errandId, departmentId }: QuestionLine): string =>
    errandId ? names.errandName(errandId) : departmentId ? names.departmentName(departmentId) : say.general;
  const titles = say.question;
  const columns: Column<QuestionLine>[] = [
    { key: 'code', title: titles.code, width: 7, render: ({ code }) => code },
    { key: 'stem', title: titles.stem, width: 20, grow: 4, render: ({ stem }) => stem },
    { key: 'kind', title: titles.kind, width: 7, render: ({ kind }) => say.kinds[kind] },
    { key: 'answer', title: titles.answer, width: 5, render: ({ answer }) => answer.join('') },
    { key: 'scope', title: titles.scope, width: 9, grow: 1, render: scopeOf },
    { key: 'basis', title: titles.basis, width: 12, grow: 2, render: ({ basis }) => basis },
    { key: 'version', title: titles.version, width: 4, render: ({ version }) => version },
    { key: 'state', title: titles.state, width: 5, render: ({ retired }) => (retired ? say.retired : say.inUse) },
  ];
  const printedBank = async (): Promise<ReactNode> => {
    const all = await readAll((part) => call(ops.listQuestions, { query: { ...query, ...part } }));
    return (
      <>
        <h1>
          {name} {say.questions}
        </h1>
        <p>{say.printed(all.length)}</p>
        <ol>
          {all.map((one) => (
            <li key={one.id} className="yc-keep">
              {one.code} [{say.kinds[one.kind]}] {one.stem}
              <br />
              {one.options.map(({ id, text }) => `${id}. ${text}`).join('　')}
              <br />
              {titles.answer}
              {colon()}
              {one.answer.join('')} · {titles.basis}
              {colon()}
              {one.basis}
            </li>
          ))}
        </ol>
      </>
    );
  };
  return (
    <div className="staff-page">
      <PageHeader
        title={say.questions}
        sub={say.questionsLine}
        actions={
          runs && outletId ? (
            <span className="yc-row">
              <Button onClick={() => setImporting(outletId)}>{say.importQuestions}</Button>
              <Button type="primary" onClick={() => setEditing({ outletId })}>
                {say.newQuestion}
              </Button>
            </span>
          ) : null
        }
      />
      <StaffTabs />
      <DataTable
        name="window-staff-questions"
        label={say.questions}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        {...(runs ? { onOpen: setEditing } : {})}
        filtered={Object.keys(query).length > 1}
        empty={Object.keys(query).length > 1 ? undefined : <Empty title={say.noQuestions} />}
        filters={
          <>
            {chooser}
            <FilterText />
            <FilterSelect
              name="scope"
              label={say.filters.scope}
              width={12}
              options={[
                { value: 'general', label: say.general },
                ...names.errands.map(({ value, label }) => ({ value: `errand:${value}`, label })),
                ...names.departments.map(({ value, label }) => ({ value: `department:${value}`, label })),
              ]}
            />
            <FilterSelect
              name="retired"
              label={say.filters.state}
              width={8}
              options={[
                { value: 'false', label: say.inUse },
                { value: 'true', label: say.retired },
              ]}
            />
          </>
        }
        actions={
          <Button loading={reading} onClick={() => void printRead(printedBank)}>
            {say.printBank}
          </Button>
        }
      />
      {sheet}
      {editing ? (
        <QuestionForm
          question={'id' in editing ? editing : undefined}
          outletId={editing.outletId}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {outletId ? (
        <ImportQuestions
          open={importing !== undefined}
          outletId={importing ?? outletId}
          onClose={() => setImporting(undefined)}
        />
      ) : null}
    </div>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Questions });
