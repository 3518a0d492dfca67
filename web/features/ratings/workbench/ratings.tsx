/** What people said of the service: figures and, behind each, the list of its ratings; low ones first to be looked into. */
import './ratings.css';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { badLevels, isBad, levels, ratingsContract, type Level, type RatingLine } from '#modules/ratings/contract';
import { officesContract } from '#modules/offices/contract';
import type { ReplyOf } from '#platform/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Chart } from '#web/ui/chart.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ratingWords } from '../words.ts';
import { ratedWords } from './words.ts';

onLive('ratings.', [ratingsContract.listRatings, ratingsContract.countRatings]);

type Counts = ReplyOf<typeof ratingsContract.countRatings>;

/** Thirty days up to today, unless the address says otherwise. */
function periodOf(asked: Record<string, string | undefined>): { from: string; to: string } {
  const to = asked.to ?? today();
  const before = new Date(Date.parse(`${to}T00:00:00Z`) - 29 * 86_400_000).toISOString().slice(0, 10);
  return { from: asked.from ?? before, to };
}

const badOf = (counts: Record<Level, number>): number => badLevels.reduce((sum, level) => sum + counts[level], 0);

/** A level with a mark of its own: colour never alone. */
export function LevelName({ level }: { level: Level }): ReactNode {
  const { levels: names } = useWords(ratingWords);
  return (
    <span className={isBad(level) ? 'rating-bad' : 'rating-good'}>
      <span aria-hidden="true">{isBad(level) ? '▼' : '●'}</span> {names[level]}
    </span>
  );
}

function Ratings(): ReactNode {
  const say = useWords(ratedWords);
  const rating = useWords(ratingWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  const [asked, ask] = useAsked();
  const period = periodOf(asked);
  const seesAll = hasRole(me, ['office', 'auditor']);
  const own = (me?.posts ?? []).flatMap(({ role, departmentId }) =>
    role === 'head' && departmentId ? [departmentId] : [],
  );
  const departmentId = asked.departmentId ?? (seesAll ? undefined : own[0]);
  const about = { ...period, ...(departmentId ? { departmentId } : {}) };
  const level = levels.find((one) => one === asked.level);
  const bad = asked.bad === 'true';
  const counts = useOp(ratingsContract.countRatings, { query: about }, { keepPrevious: true });
  const rows = useRows(ratingsContract.listRatings, {
    query: { ...about, ...(level ? { level } : {}), ...(bad ? { bad: true } : {}) },
  });
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const nameOf = (id: string): string => {
    const found = departments.data?.rows.find((one) => one.id === id);
    return found ? pick(language, found.shortName, found.nameEn) : '…';
  };
  const { columns: names } = say;
  const columns: Column<RatingLine>[] = [
    {
      key: 'level',
      title: names.level,
      width: language === 'en' ? 11 : 8,
      grow: 0,
      render: (row) => <LevelName level={row.level} />,
    },
    { key: 'at', title: names.at, width: 11, grow: 0, render: ({ at }) => <Instant at={at} /> },
    { key: 'item', title: names.item, width: 10, grow: 2, render: ({ itemName }) => itemName },
    { key: 'department', title: names.department, width: 6, render: (row) => nameOf(row.departmentId) },
    {
      key: 'reasons',
      title: names.reasons,
      width: 9,
      grow: 1.5,
      render: ({ reasons }) => reasons.map((reason) => rating.reasons[reason]).join(' · '),
    },
    {
      key: 'comment',
      title: names.comment,
      width: 9,
      grow: 2,
      render: ({ comment }) => <span title={comment}>{comment}</span>,
    },
    {
      key: 'handling',
      title: names.handling,
      width: 7,
      grow: 0,
      render: ({ handling }) => (handling ? say.handling[handling] : ''),
    },
    { key: 'number', title: names.number, width: 12, grow: 0, hidden: true, render: ({ caseNumber }) => caseNumber },
    { key: 'via', title: names.via, width: 5, grow: 0, hidden: true, render: ({ via }) => say.via[via] },
  ];
  const choices = (departments.data?.rows ?? []).filter(({ id }) => seesAll || own.includes(id));
  return (
    <div className="ratings">
      <PageHeader
        title={say.title}
        sub={
          counts.data
            ? say.sub(
                sayDay(period.from, language),
                sayDay(period.to, language),
                sayInstant(counts.data.asOf, language),
              )
            : '…'
        }
      />
      <div className="yc-row">
        <FilterDay name="from" label={say.from} />
        <FilterDay name="to" label={say.to} />
        {choices.length > 1 ? (
          <FilterSelect
            name="departmentId"
            label={say.department}
            options={choices.map((one) => ({ value: one.id, label: pick(language, one.shortName, one.nameEn) }))}
            width={10}
          />
        ) : null}
      </div>
      <Query of={counts} loading={<Loading rows={4} />}>
        {(now) => <Figures counts={now} nameOf={nameOf} level={level} bad={bad} ask={ask} />}
      </Query>
      <DataTable
        name="ratings"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ caseId }) => void navigate({ to: '/cases/$id', params: { id: caseId } as never })}
        height="32rem"
        filtered={level !== undefined || bad}
        empty={<Empty title={say.none} />}
        filters={
          <>
            <FilterSelect
              name="level"
              label={say.level}
              options={levels.map((value) => ({ value, label: rating.levels[value] }))}
              width={9}
            />
            <Checkbox
              checked={bad}
              onChange={({ target }) => ask({ bad: target.checked ? 'true' : undefined, level: undefined })}
            >
              {say.onlyBad}
            </Checkbox>
            {bad ? <span className="yc-muted yc-small">{say.badHint}</span> : null}
          </>
        }
      />
    </div>
  );
}

function Figures(props: {
  counts: Counts;
  nameOf: (id: string) => string;
  level: Level | undefined;
  bad: boolean;
  ask: (change: Record<string, string | undefined>) => void;
}): ReactNode {
  const { counts, ask } = props;
  const say = useWords(ratedWords);
  const language = useLanguage();
  const { all } = counts;
  const bad = badOf(all);
  const good = all.total - bad;
  const percent = all.total === 0 ? '–' : (Math.round((good / all.total) * 1000) / 10).toString();
  const most = Math.max(1, ...levels.map((level) => all[level]));
  const worst = counts.byDepartment
    .map((row) => ({ ...row, bad: badOf(row) }))
    .filter((row) => row.bad > 0)
    .toSorted((one, other) => other.bad - one.bad)
    .slice(0, 8);
  return (
    <div className="rating-figures">
      <section className="yc-panel" aria-label={say.counts}>
        <h2>{say.good}</h2>
        <p className="rating-share yc-numbers">{all.total === 0 ? '–' : say.share(percent, good, all.total)}</p>
        <p className="yc-muted yc-small">{say.goodLine}</p>
        <ul className="yc-plain rating-bars">
          {levels.map((level) => (
            <li key={level}>
              <button
                type="button"
                aria-pressed={props.level === level}
                onClick={() => ask({ level: props.level === level ? undefined : level, bad: undefined })}
              >
                <LevelName level={level} />
                <span className="rating-bar" aria-hidden="true">
                  <span style={{ width: `${(all[level] / most) * 100}%` }} className={isBad(level) ? 'bad' : ''} />
                </span>
                <span className="yc-numbers">{all[level]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Chart
        kind="lines"
        title={say.byDay}
        labels={counts.byDay.map(({ day }) => sayDay(day, language))}
        series={[
          { name: say.total, values: counts.byDay.map(({ total }) => total) },
          { name: say.bad, values: counts.byDay.map(badOf) },
        ]}
        onPick={(at, series) => {
          const day = counts.byDay[at]?.day;
          ask({ from: day, to: day, bad: series === 1 ? 'true' : undefined, level: undefined });
        }}
      />
      {worst.length > 1 ? (
        <Chart
          kind="bars"
          lying
          title={say.byDepartment}
          labels={worst.map((row) => props.nameOf(row.departmentId))}
          height={Math.max(140, worst.length * 34 + 36)}
          series={[{ name: say.bad, values: worst.map((row) => row.bad) }]}
          onPick={(at) => ask({ departmentId: worst[at]?.departmentId, bad: 'true', level: undefined })}
        />
      ) : null}
    </div>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Ratings });
