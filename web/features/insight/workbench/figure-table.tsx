/** The figures side by side, in groups: each cell says its numerator and denominator and opens the cases behind it. */
import './insight.css';
import './live.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  figures,
  insightContract,
  isSet,
  valueOf,
  type Figure,
  type Group,
  type Totals,
} from '#modules/insight/contract';
import { useOp } from '#web/client/query.ts';
import { FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { FigureFilters } from './dashboard.tsx';
import { sayFigure } from './figure-tile.tsx';
import { filterOf } from './period.ts';
import { insightWords } from './words.ts';

const groupings = ['department', 'town', 'outlet', 'item', 'month', 'door'] as const;
type Grouping = (typeof groupings)[number];
const isGrouping = (asked: unknown): asked is Grouping => groupings.includes(asked as Grouping);

/** The condition that a group is, for the list behind its cells. A month is a period, as far as it lies within the one asked for. */
function conditionOf(by: Grouping, key: string, { from, to }: { from: string; to: string }): object {
  if (by !== 'month') return { [by === 'door' ? 'door' : `${by}Id`]: key };
  const [year, month] = key.split('-').map(Number) as [number, number];
  const last = `${key}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
  return { from: from > `${key}-01` ? from : `${key}-01`, to: to < last ? to : last };
}

function Cell(props: { figure: Figure; row: Group; search: object }): ReactNode {
  const { figure, row, search } = props;
  const language = useLanguage();
  const say = useWords(insightWords);
  const { open, overdue, ...counts } = row;
  if (figure.now && open === null) return '–';
  const totals: Totals = { ...counts, open: open ?? 0, overdue: overdue ?? 0 };
  const { value, numerator, denominator } = valueOf(figure, totals);
  const set = isSet(figure.numerator) ? figure.numerator : (figure.behind ?? figure.denominator);
  const unit = figure.kind === 'average' ? (figure.unit ?? 'day') : null;
  const said = sayFigure({ kind: figure.kind, value, unit }, language);
  return (
    <>
      {set && isSet(set) ? (
        <Link to="/figures/$set" params={{ set } as never} search={search as never}>
          {said}
          <span className="yc-hidden"> {say.list(figure.name[language])}</span>
        </Link>
      ) : (
        said
      )}
      {denominator === null ? null : (
        <div className="yc-small yc-muted">{say.of(String(numerator), String(denominator))}</div>
      )}
    </>
  );
}

function FigureTable(): ReactNode {
  const say = useWords(insightWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const filter = filterOf(asked);
  const by: Grouping = isGrouping(asked.by) ? asked.by : 'department';
  const found = useOp(insightContract.getGroups, { query: { ...filter, by } }, { keepPrevious: true });
  const nameOf = (row: Group): string =>
    by === 'month'
      ? row.key
      : by === 'door'
        ? (say.doors[row.key as keyof typeof say.doors] ?? row.key)
        : pick(language, row.name ?? row.key, row.nameEn);
  return (
    <div className="figures">
      <PageHeader
        title={say.table}
        back={{ to: '/figures', say: say.back }}
        sub={
          found.data
            ? say.tableSub(
                sayDay(found.data.from, language),
                sayDay(found.data.to, language),
                sayInstant(found.data.asOf, language),
              )
            : '…'
        }
      />
      <div className="figure-bar">
        <FilterSelect
          name="by"
          label={say.by}
          options={groupings.map((value) => ({ value, label: say.groups[value] }))}
          width={8}
        />
        <FigureFilters />
      </div>
      <Query
        of={found}
        loading={<Loading rows={8} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty title={say.none} />}
      >
        {({ rows }) => (
          // Wider than a telephone: it is scrolled sideways, also with the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="figure-table" role="region" aria-label={say.table} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.groups[by]}</th>
                  {figures.map(({ id, name, definition }) => (
                    <th key={id} scope="col" title={definition[language]}>
                      {name[language]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{nameOf(row)}</th>
                    {figures.map((figure) => (
                      <td key={figure.id} className="yc-numbers">
                        <Cell figure={figure} row={row} search={{ ...filter, ...conditionOf(by, row.key, filter) }} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Query>
      <dl className="figure-definitions yc-small">
        {figures.map(({ id, name, definition }) => (
          <div key={id}>
            <dt>{name[language]}</dt>
            <dd>{definition[language]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: FigureTable });
