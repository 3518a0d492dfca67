/** The cases behind a figure: as many as it says, in the same period, under the same conditions. */
import './insight.css';
import './live.ts';
import { DownloadOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { insightContract, isSet, type FigureCase } from '#modules/insight/contract';
import { officesContract } from '#modules/offices/contract';
import { sayProblem } from '#web/client/say-problem.ts';
import { useOp } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Missing } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { FigureFilters } from './dashboard.tsx';
import { download } from './download.ts';
import { filterOf } from './period.ts';
import { insightWords } from './words.ts';

const day = (on: string | null): ReactNode => (on ? <Day short on={on} /> : '–');

function List({ set }: { set: FigureSet }): ReactNode {
  const say = useWords(insightWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [asked] = useAsked();
  const [busy, setBusy] = useState(false);
  const filter = filterOf(asked);
  const rows = useRows(insightContract.listCases, { query: { ...filter, set } });
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const { columns: names } = say;
  const columns: Column<FigureCase>[] = [
    {
      key: 'number',
      title: names.number,
      width: 12,
      grow: 0,
      render: (row) => (
        <Link to="/cases/$id" params={{ id: row.id } as never} onClick={(event) => event.stopPropagation()}>
          {row.number}
        </Link>
      ),
    },
    { key: 'item', title: names.item, width: 9, grow: 3, render: ({ itemName }) => itemName },
    {
      key: 'department',
      title: names.department,
      width: 6,
      grow: 1,
      render: ({ departmentId }) => {
        const found = departments.data?.rows.find(({ id }) => id === departmentId);
        return found ? pick(language, found.shortName, found.nameEn) : '…';
      },
    },
    { key: 'door', title: names.door, width: 5.2, grow: 0, render: ({ door }) => say.doors[door] },
    { key: 'applicant', title: names.applicant, width: 6, grow: 1, render: ({ applicantName }) => applicantName },
    { key: 'submitted', title: names.submitted, width: 7.5, grow: 0, render: (row) => day(row.submittedOn) },
    { key: 'accepted', title: names.accepted, width: 7.5, grow: 0, render: (row) => day(row.acceptedOn) },
    { key: 'decided', title: names.decided, width: 7.5, grow: 0, render: (row) => day(row.decidedOn) },
    { key: 'ended', title: names.ended, width: 7.5, grow: 0, hidden: true, render: (row) => day(row.endedOn) },
    { key: 'fatal', title: names.fatal, width: 7.5, grow: 0, render: (row) => day(row.fatalOn) },
    {
      key: 'used',
      title: names.used,
      width: 4.5,
      grow: 0,
      align: 'end',
      render: ({ usedDays }) => (usedDays === null ? '–' : usedDays),
    },
    {
      key: 'promised',
      title: names.promised,
      width: 4.5,
      grow: 0,
      align: 'end',
      hidden: true,
      render: ({ promisedDays }) => (promisedDays === null ? '–' : promisedDays),
    },
    {
      key: 'spared',
      title: names.spared,
      width: 4.5,
      grow: 0,
      align: 'end',
      hidden: set !== 'withMaterials',
      render: ({ sparedMaterials, requiredMaterials }) =>
        requiredMaterials === null ? '–' : `${sparedMaterials}/${requiredMaterials}`,
    },
    {
      key: 'inTime',
      title: names.inTime,
      width: 4.5,
      grow: 0,
      render: ({ inTime }) =>
        inTime === null ? '–' : inTime ? say.yes : <strong className="figure-late">{say.no}</strong>,
    },
  ];
  const exportAs = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setBusy(true);
    try {
      await download(insightContract.exportCases, { ...filter, set, format, language });
      void message.success(say.exported);
    } catch (thrown) {
      void message.error(sayProblem(thrown, language).text, 6);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="figures">
      <PageHeader
        title={say.sets[set]}
        sub={
          set === 'open' || set === 'overdue'
            ? say.now
            : `${sayDay(filter.from, language)} – ${sayDay(filter.to, language)}`
        }
        back={{ to: '/figures', say: say.back }}
      />
      <DataTable
        name="figure-cases"
        label={say.sets[set]}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/cases/$id', params: { id } as never })}
        filters={<FigureFilters />}
        height="calc(100dvh - 15rem)"
        actions={
          <Dropdown
            trigger={['click']}
            disabled={busy || !rows.total}
            menu={{
              items: [
                { key: 'xlsx', label: say.xlsx, onClick: () => void exportAs('xlsx') },
                { key: 'csv', label: say.csv, onClick: () => void exportAs('csv') },
              ],
            }}
          >
            <Button icon={<DownloadOutlined />} loading={busy}>
              {say.export}
            </Button>
          </Dropdown>
        }
      />
    </div>
  );
}

type FigureSet = keyof (typeof insightWords)['zh-CN']['sets'];

function FigureList(): ReactNode {
  const set = useParam('set');
  return isSet(set) ? <List set={set} /> : <Missing />;
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: FigureList });
