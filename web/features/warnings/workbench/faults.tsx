/** Ladders that could not be followed, for the service office: which, why, since when; and that it was put right. */
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { posts, warningsContract, type Fault } from '#modules/warnings/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { WarningsHead } from './warnings-head.tsx';
import { warningWords } from './words.ts';

function Faults(): ReactNode {
  const say = useWords(warningWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [asked] = useAsked();
  const maySettle = hasRole(useMe(), ['office']);
  const open = asked.state === 'all' ? undefined : asked.state !== 'settled';
  const rows = useRows(warningsContract.listFaults, { query: open === undefined ? {} : { open } });
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const nameOf = (id: string | null): string => {
    if (id === null) return say.district;
    const found = departments.data?.rows.find((one) => one.id === id);
    return found ? pick(language, found.name, found.nameEn) : '…';
  };
  const settle = async (id: string): Promise<void> => {
    try {
      await call(warningsContract.settleFault, { params: { id } });
      void message.success(say.settled);
    } catch (thrown) {
      void message.error(sayProblem(thrown, language).text);
    }
    await readAgain(warningsContract.listFaults);
  };
  const { columns: names } = say;
  const columns: Column<Fault>[] = [
    { key: 'department', title: names.department, width: 12, grow: 2, render: (row) => nameOf(row.departmentId) },
    { key: 'kind', title: names.kind, width: 9, grow: 0, render: ({ kind }) => say.kinds[kind] },
    {
      key: 'detail',
      title: names.detail,
      width: 10,
      grow: 2,
      render: ({ kind, detail }) => {
        const post = posts.find((one) => one === detail);
        return <span title={detail}>{kind === 'postEmpty' && post ? say.posts[post] : detail}</span>;
      },
    },
    { key: 'last', title: names.last, width: 11, grow: 0, render: ({ lastAt }) => <Instant at={lastAt} /> },
    {
      key: 'first',
      title: names.first,
      width: 11,
      grow: 0,
      hidden: true,
      render: ({ firstAt }) => <Instant at={firstAt} />,
    },
    { key: 'times', title: names.times, width: 5, grow: 0, align: 'end', render: ({ times }) => times },
    {
      key: 'settle',
      title: names.settle,
      width: 7,
      grow: 0,
      render: ({ id, settledAt }) =>
        settledAt === null && maySettle ? (
          <Button size="small" onClick={() => void settle(id)}>
            {say.settle}
          </Button>
        ) : null,
    },
  ];
  return (
    <div className="ladder-page">
      <WarningsHead line={say.faultsLine} />
      <DataTable
        name="ladder-faults"
        label={say.faults}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height="calc(100dvh - 17rem)"
        filtered={open === false}
        empty={<Empty title={say.noFaults}>{say.noFaultsLine}</Empty>}
        filters={
          <FilterSelect
            name="state"
            label={say.openOnly}
            options={[
              { value: 'settled', label: say.settledOnly },
              { value: 'all', label: say.allFaults },
            ]}
            width={9}
          />
        }
      />
    </div>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Faults });
