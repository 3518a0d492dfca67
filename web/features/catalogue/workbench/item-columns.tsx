/** The columns of the list of items, and the list on paper. */
import type { ReactNode } from 'react';
import type { ManagedLine } from '#modules/catalogue/contract';
import type { Column } from '#web/ui/data-table.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { sayLegalName, sayLimit, sayName } from '../portal/say-item.ts';
import { catalogueWords } from '../portal/words.ts';
import { itemsWords } from './items-words.ts';
import { StateTag } from './state-tag.tsx';

export function useItemColumns(): Column<ManagedLine>[] {
  const say = useWords(itemsWords);
  const words = useWords(catalogueWords);
  const language = useLanguage();
  const { columns } = say;
  return [
    {
      key: 'name',
      title: columns.name,
      width: 13,
      grow: 4,
      sortable: true,
      render: (row) => (
        <>
          <strong>{sayName(row, language) || '–'}</strong>{' '}
          {row.verified ? null : <span className="item-unverified">{say.unverified}</span>}
        </>
      ),
    },
    {
      key: 'legal',
      title: words.legalName,
      width: 9,
      grow: 3,
      render: (row) => sayLegalName(row, language) ?? '',
    },
    {
      key: 'department',
      title: columns.department,
      width: 7,
      grow: 2,
      render: (row) => pick(language, row.departmentName, row.departmentNameEn),
    },
    { key: 'kind', title: columns.kind, width: 5.5, grow: 2, render: ({ kind }) => words.kinds[kind] },
    {
      key: 'state',
      title: columns.state,
      width: language === 'en' ? 7.5 : 5.5,
      grow: 0,
      render: ({ state }) => <StateTag state={state} />,
    },
    {
      key: 'version',
      title: columns.version,
      width: 4,
      grow: 0,
      align: 'end',
      render: ({ current }) => (current ? <span className="yc-numbers">{current.version}</span> : ''),
    },
    {
      key: 'next',
      title: columns.next,
      width: 6.5,
      grow: 1,
      render: ({ next }) =>
        next ? (
          <span>
            {say.version(next.version)} · <Day on={next.inForceFrom} />
          </span>
        ) : (
          ''
        ),
    },
    {
      key: 'changed',
      title: columns.draft,
      width: 8,
      grow: 1,
      sortable: true,
      render: ({ draft }) =>
        draft ? (
          <span>
            <Instant at={draft.changedAt} /> {say.by(draft.changedBy)}
          </span>
        ) : (
          ''
        ),
    },
    {
      key: 'limit',
      title: columns.limit,
      width: 7,
      hidden: true,
      render: ({ immediate, promisedLimit }) =>
        immediate ? words.atOnce : promisedLimit ? sayLimit(promisedLimit, language) : '',
    },
    {
      key: 'places',
      title: columns.places,
      width: 5.5,
      grow: 0,
      align: 'end',
      render: ({ offeredBy }) => (offeredBy > 0 ? <span className="yc-numbers">{offeredBy}</span> : ''),
    },
    {
      key: 'code',
      title: columns.code,
      width: 14,
      grow: 2,
      sortable: true,
      hidden: true,
      render: ({ code }) => <span className="yc-numbers">{code}</span>,
    },
  ];
}

/** The list on paper: what an office keeps in its folder. */
export function PrintedItems(props: { rows: readonly ManagedLine[]; total: number; title: string }): ReactNode {
  const say = useWords(itemsWords);
  const words = useWords(catalogueWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const { columns } = say;
  return (
    <div className="items-printed">
      <h1>{props.title}</h1>
      <p>
        {exactInstant(new Date())} · {general.table.total(props.total)}
        {props.rows.length < props.total ? ` · ${say.printed(props.rows.length)}` : ''}
      </p>
      <table>
        <thead>
          <tr>
            {[columns.name, columns.code, columns.department, columns.kind, columns.state, columns.limit].map(
              (title) => (
                <th key={title}>{title}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.itemId}>
              <td>
                {sayName(row, language)}
                {row.verified ? '' : ` (${say.unverified})`}
                {sayLegalName(row, language) ? <div>{sayLegalName(row, language)}</div> : null}
              </td>
              <td>{row.code}</td>
              <td>{pick(language, row.departmentName, row.departmentNameEn)}</td>
              <td>{words.kinds[row.kind]}</td>
              <td>
                <StateTag state={row.state} /> {row.current ? say.version(row.current.version) : ''}
              </td>
              <td>{row.immediate ? words.atOnce : row.promisedLimit ? sayLimit(row.promisedLimit, language) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
