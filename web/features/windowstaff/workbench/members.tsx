/** Those who work at the windows: figures with what they mean, the list behind each, and the list on paper. */
import '../live.ts';
import '../windowstaff.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { memberStates, windowStaffContract as ops, type MemberLine } from '#modules/windowstaff/contract';
import { call } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { sayDay, sayInstant, today } from '#web/words/dates.ts';
import { oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { dayOf } from '../clock.ts';
import { StaffTabs, usePlace } from '../place.tsx';
import { usePrintRead } from '../print-read.ts';
import { staffWords } from '../words.ts';
import { SendMember } from './send-member.tsx';

type Figure = 'active' | 'confirmed' | 'probation' | 'training' | 'sent' | 'overdue' | 'qualified';
/** The list behind each figure. */
const behind: Record<Figure, Record<string, string>> = {
  active: { active: 'true' },
  confirmed: { state: 'confirmed' },
  probation: { state: 'probation' },
  training: { state: 'training' },
  sent: { state: 'sent' },
  overdue: { overdue: 'true' },
  qualified: { active: 'true', qualified: 'true' },
};

function Figures({ outletId }: { outletId: string | undefined }): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const query = { ...(outletId ? { outletId } : {}), ...(asked.departmentId ? { departmentId: asked.departmentId } : {}) }; // prettier-ignore
  const { data } = useOp(ops.countMembers, { query }, { enabled: outletId !== undefined, keepPrevious: true });
  const value = (figure: Figure): string => {
    if (!data) return '–';
    if (figure === 'active') return String(data.active);
    if (figure === 'overdue') return String(data.overdue);
    if (figure === 'qualified')
      return data.active === 0 ? '–' : `${((data.qualified / data.active) * 100).toFixed(1)}% (${data.qualified}/${data.active})`; // prettier-ignore
    return String(data.byState.find(({ state }) => state === figure)?.count ?? 0);
  };
  const keep = { ...(asked.hall ? { hall: asked.hall } : {}), ...(asked.departmentId ? { departmentId: asked.departmentId } : {}) }; // prettier-ignore
  return (
    <section aria-label={data ? say.asOf(sayInstant(data.asOf, language)) : say.title}>
      <ul className="yc-plain staff-figures">
        {(Object.keys(behind) as Figure[]).map((figure) => (
          <li key={figure} className={figure === 'overdue' && (data?.overdue ?? 0) > 0 ? 'staff-red' : ''}>
            <Link to="/window-staff" search={{ ...keep, ...behind[figure] } as never}>
              <span>{say.figures[figure]}</span>
              <strong className="yc-numbers">{value(figure)}</strong>
            </Link>
            <p className="yc-muted yc-small">{say.figureWhat[figure]}</p>
          </li>
        ))}
      </ul>
      <p className="yc-muted yc-small">{data ? say.asOf(sayInstant(data.asOf, language)) : ''}</p>
    </section>
  );
}

function Members(): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  const [asked] = useAsked();
  const { outletId, chooser, names, name } = usePlace();
  const [sending, setSending] = useState<string>();
  const { printRead, reading, sheet } = usePrintRead();
  const state = memberStates.find((one) => one === asked.state);
  const flag = (value: string | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true');
  const query = {
    ...(outletId ? { outletId } : {}),
    ...(state ? { state } : {}),
    ...(asked.departmentId ? { departmentId: asked.departmentId } : {}),
    ...(flag(asked.active) === undefined ? {} : { active: flag(asked.active)! }),
    ...(flag(asked.qualified) === undefined ? {} : { qualified: flag(asked.qualified)! }),
    ...(asked.overdue === 'true' ? { overdue: true } : {}),
    ...(asked.q ? { words: asked.q } : {}),
  };
  const rows = useRows(ops.listMembers, { query });
  const { columns: titles, filters } = say;
  const qualified = (row: MemberLine): string =>
    row.errandIds.length > 0
      ? say.ofErrands(row.errandIds.filter((id) => row.qualifiedIds.includes(id)).length, row.errandIds.length)
      : String(row.qualifiedIds.length);
  const columns: Column<MemberLine>[] = [
    { key: 'name', title: titles.name, width: 8, grow: 1, render: (row) => row.name },
    {
      key: 'state',
      title: titles.state,
      width: 9,
      render: (row) => (
        <span className={`staff-state ${row.state}`}>
          {say.states[row.state]}
          {row.takenOver ? ` · ${say.takenOver}` : ''}
        </span>
      ),
    },
    { key: 'department', title: titles.department, width: 9, grow: 1, render: (row) => names.departmentName(row.departmentId) }, // prettier-ignore
    {
      key: 'until',
      title: titles.until,
      width: 13,
      render: ({ probationUntil, state: at, overdue }) =>
        at === 'probation' && probationUntil ? (
          <span className={overdue ? 'staff-red' : ''}>
            <Day short on={probationUntil} /> {overdue ? `▲ ${say.overdue}` : ''}
          </span>
        ) : (
          ''
        ),
    },
    { key: 'qualified', title: titles.qualified, width: 7, render: qualified },
    { key: 'errands', title: titles.errands, width: 12, grow: 2, render: ({ errandIds }) => oneByOne(errandIds.map(names.errandName)) }, // prettier-ignore
    { key: 'training', title: titles.training, width: 7, render: ({ trainingMinutes }) => say.hours(trainingMinutes) },
    { key: 'sent', title: titles.sent, width: 10, render: ({ sentAt }) => <Day short on={dayOf(sentAt)} /> },
  ];
  const printedList = async (): Promise<ReactNode> => {
    const all = await call(ops.listMembers, { query: { ...query, limit: 500 } });
    return (
      <>
        <h1>{say.listTitle(name)}</h1>
        <p>
          {sayDay(today(), language)} · {all.rows.length} / {all.total}
        </p>
        <table>
          <thead>
            <tr>
              {[titles.name, titles.department, titles.state, titles.until, titles.qualified].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.rows.map((row) => (
              <tr key={row.id}>
                <td className="yc-nowrap">{row.name}</td>
                <td>{names.departmentName(row.departmentId)}</td>
                <td className="yc-nowrap">{say.states[row.state]}</td>
                <td className="yc-nowrap">
                  {row.state === 'probation' && row.probationUntil ? sayDay(row.probationUntil, language) : ''}
                </td>
                <td>{oneByOne(row.qualifiedIds.map(names.errandName))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    );
  };
  return (
    <div className="staff-page">
      <PageHeader
        title={say.title}
        sub={say.houseRule}
        actions={
          hasRole(me, ['head', 'office']) ? (
            <Button type="primary" onClick={() => setSending(outletId)}>
              {say.send}
            </Button>
          ) : null
        }
      />
      <StaffTabs />
      <Figures outletId={outletId} />
      <DataTable
        name="window-staff"
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/window-staff/${id}`}
        height="calc(100dvh - 22rem)"
        filtered={Object.keys(query).length > 1}
        empty={Object.keys(query).length > 1 ? undefined : <Empty title={say.none}>{say.noneLine}</Empty>}
        filters={
          <>
            {chooser}
            <FilterText width={10} />
            <FilterSelect name="state" label={filters.state} width={9} options={memberStates.map((value) => ({ value, label: say.states[value] }))} />
            <FilterSelect name="departmentId" label={filters.department} width={10} options={names.departments} />
            <FilterSelect name="qualified" label={filters.qualified} width={10} options={[{ value: 'true', label: filters.yes }, { value: 'false', label: filters.no }]} />
          </>
        } // prettier-ignore
        actions={
          <Button loading={reading} onClick={() => void printRead(printedList)}>
            {say.printList}
          </Button>
        }
      />
      {sheet}
      {outletId ? (
        <SendMember
          open={sending !== undefined}
          outletId={sending ?? outletId}
          onClose={() => setSending(undefined)}
          onSent={(id) => void navigate({ to: '/window-staff/$id', params: { id } as never })}
        />
      ) : null}
    </div>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Members });
