/** The figures of the district or of one's department: each with its definition, and the list of its cases behind it. */
import './insight.css';
import './live.ts';
import { DownloadOutlined, TableOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { insightContract } from '#modules/insight/contract';
import { officesContract } from '#modules/offices/contract';
import type { ReplyOf } from '#platform/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Chart } from '#web/ui/chart.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { FigureTile } from './figure-tile.tsx';
import { before, daysBetween, filterOf, usualPeriods } from './period.ts';
import { insightWords } from './words.ts';

type Groups = ReplyOf<typeof insightContract.getGroups>;

/** Shares are shown with one place behind the point; nothing to divide by stays nothing. */
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** The conditions above the figures; also above the list behind one of them. */
export function FigureFilters(): ReactNode {
  const say = useWords(insightWords);
  const language = useLanguage();
  const me = useMe();
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const own = new Set((me?.posts ?? []).map(({ departmentId }) => departmentId));
  const rows = (departments.data?.rows ?? []).filter(({ id }) => hasRole(me, ['office', 'auditor']) || own.has(id));
  return (
    <div className="yc-row">
      <FilterDay name="from" label={say.from} />
      <FilterDay name="to" label={say.to} />
      {rows.length > 1 ? (
        <FilterSelect
          name="departmentId"
          label={say.department}
          options={rows.map(({ id, shortName, nameEn }) => ({ value: id, label: pick(language, shortName, nameEn) }))}
          width={10}
        />
      ) : null}
      <FilterSelect
        name="door"
        label={say.door}
        options={Object.entries(say.doors).map(([value, label]) => ({ value, label }))}
        width={8}
      />
    </div>
  );
}

function Periods(): ReactNode {
  const { periods: say } = useWords(insightWords);
  const [asked] = useAsked();
  const now = filterOf(asked);
  return (
    <nav className="figure-periods" aria-label={say.label}>
      {usualPeriods().map(({ key, from, to }) => (
        <Link
          key={key}
          to="."
          search={((all: object) => ({ ...all, from, to })) as never}
          aria-current={now.from === from && now.to === to ? 'true' : undefined}
          className={now.from === from && now.to === to ? 'active' : ''}
        >
          {say[key]}
        </Link>
      ))}
    </nav>
  );
}

function Dashboard(): ReactNode {
  const say = useWords(insightWords);
  const language = useLanguage();
  const me = useMe();
  const [asked] = useAsked();
  const filter = filterOf(asked);
  const figures = useOp(insightContract.getFigures, { query: filter }, { keepPrevious: true });
  const earlier = useOp(
    insightContract.getFigures,
    { query: before(filter) },
    { keepPrevious: true, staleTime: 300_000 },
  );
  const read = figures.data;
  return (
    <div className="figures">
      <PageHeader
        title={say.title}
        sub={
          read ? say.sub(sayDay(read.from, language), sayDay(read.to, language), sayInstant(read.asOf, language)) : '…'
        }
        actions={
          <span className="yc-row">
            <Link to="/figures/table" search={filter as never}>
              <TableOutlined aria-hidden="true" /> {say.table}
            </Link>
            {hasRole(me, ['office', 'auditor']) ? (
              <Link to="/figures/exports">
                <DownloadOutlined aria-hidden="true" /> {say.exports}
              </Link>
            ) : null}
          </span>
        }
      />
      <div className="figure-bar">
        <Periods />
        <FigureFilters />
      </div>
      <Query of={figures} loading={<Loading rows={8} />}>
        {(now) => (
          <section aria-label={say.figures} className={`figure-grid${figures.isPlaceholderData ? ' stale' : ''}`}>
            {now.figures.map((figure) => (
              <FigureTile
                key={figure.id}
                figure={figure}
                earlier={figure.now ? undefined : earlier.data?.figures.find(({ id }) => id === figure.id)}
                filter={filter}
              />
            ))}
          </section>
        )}
      </Query>
      <Charts filter={filter} />
    </div>
  );
}

function Charts(props: { filter: ReturnType<typeof filterOf> }): ReactNode {
  const { filter } = props;
  const say = useWords(insightWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const keep = { keepPrevious: true };
  const byDay = useOp(insightContract.getGroups, { query: { ...filter, by: 'day' } }, keep);
  const dayBefore = useOp(insightContract.getGroups, { query: { ...before(filter), by: 'day' } }, keep);
  const byDepartment = useOp(insightContract.getGroups, { query: { ...filter, by: 'department' } }, keep);
  const byDoor = useOp(insightContract.getGroups, { query: { ...filter, by: 'door' } }, keep);
  const open = (set: string, change: object): void =>
    void navigate({ to: '/figures/$set', params: { set } as never, search: { ...filter, ...change } as never });
  const name = (row: Groups['rows'][number]): string => pick(language, row.name ?? row.key, row.nameEn);
  const days = daysBetween(filter.from, filter.to);
  return (
    <div className="figure-charts">
      <Query of={byDay} loading={<Loading rows={5} />}>
        {({ rows }) => (
          <Chart
            kind={days > 1 ? 'lines' : 'bars'}
            title={say.byDay}
            labels={rows.map(({ key }) => sayDay(key, language))}
            series={[
              {
                name: say.receivedBefore,
                comparison: true,
                values: rows.map((_, at) => dayBefore.data?.rows[at]?.received ?? null),
              },
              { name: say.received, values: rows.map(({ received }) => received) },
              { name: say.closed, values: rows.map(({ closed }) => closed) },
            ]}
            onPick={(at, series) =>
              series === 0
                ? undefined
                : open(series === 1 ? 'received' : 'closed', { from: rows[at]?.key, to: rows[at]?.key })
            }
          />
        )}
      </Query>
      <Query
        of={byDepartment}
        loading={<Loading rows={5} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<span />}
      >
        {({ rows }) => {
          const some = rows.toSorted((one, other) => other.received - one.received);
          const all = rows.reduce(
            (sum, row) => ({ inTime: sum.inTime + row.inTime, decided: sum.decided + row.decided }),
            { inTime: 0, decided: 0 },
          );
          const decided = some.filter((row) => row.decided > 0);
          return (
            <>
              <Chart
                kind="bars"
                lying
                title={say.byDepartment}
                labels={some.map(name)}
                height={Math.max(140, some.length * 46 + 36)}
                series={[
                  { name: say.received, values: some.map(({ received }) => received) },
                  { name: say.closed, values: some.map(({ closed }) => closed) },
                ]}
                onPick={(at, series) => open(series === 0 ? 'received' : 'closed', { departmentId: some[at]?.key })}
              />
              {decided.length > 0 ? (
                <Chart
                  kind="bars"
                  lying
                  title={say.byDepartmentTime}
                  unit="%"
                  labels={decided.map(name)}
                  height={Math.max(140, decided.length * 46 + 36)}
                  series={[
                    { name: say.inTime, values: decided.map((row) => percent(row.inTime, row.decided)) },
                    {
                      name: say.average,
                      comparison: true,
                      values: decided.map(() => percent(all.inTime, all.decided)),
                    },
                  ]}
                  onPick={(at) => open('decided', { departmentId: decided[at]?.key })}
                />
              ) : null}
            </>
          );
        }}
      </Query>
      <Query of={byDoor} loading={<Loading rows={4} />} isEmpty={({ rows }) => rows.length === 0} empty={<span />}>
        {({ rows }) => (
          <Chart
            kind="bars"
            title={say.byDoor}
            labels={rows.map(({ key }) => say.doors[key as keyof typeof say.doors] ?? key)}
            series={[{ name: say.received, values: rows.map(({ received }) => received) }]}
            onPick={(at) => open('received', { door: rows[at]?.key })}
          />
        )}
      </Query>
    </div>
  );
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: Dashboard });
