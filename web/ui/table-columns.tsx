/** The columns of a table, which of them are shown, and in which order the rows stand. */
import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';
import { usePreference } from './preferences.ts';

export interface Column<R> {
  key: string;
  title: string;
  render: (row: R) => ReactNode;
  /** Least width in rem; the column takes its part of what is left by `grow` (1 unless said, 0 for none). */
  width?: number;
  grow?: number;
  align?: 'end';
  /** Rows can be ordered by it: the operation takes `sort=<key>` and `sort=-<key>`. */
  sortable?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
}

/** The columns that this person has chosen, kept for the table's name. The first column is always there. */
export function useColumns<R>(
  name: string,
  columns: readonly Column<R>[],
): { shown: readonly Column<R>[]; chooser: ReactNode } {
  const say = useWords(generalWords);
  const [kept, keep] = usePreference(
    `table.${name}`,
    columns
      .filter(({ hidden }) => hidden)
      .map(({ key }) => key)
      .join(' '),
  );
  const hidden = new Set(kept.split(' '));
  const chooser = (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="yc-column-choice" role="group" aria-label={say.table.columns}>
          {columns.slice(1).map(({ key, title }) => (
            <Checkbox
              key={key}
              checked={!hidden.has(key)}
              onChange={({ target }) => {
                if (target.checked) hidden.delete(key);
                else hidden.add(key);
                keep([...hidden].join(' '));
              }}
            >
              {title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<SettingOutlined aria-hidden="true" />} aria-label={say.table.columns} title={say.table.columns} />
    </Popover>
  );
  return { shown: columns.filter(({ key }, index) => index === 0 || !hidden.has(key)), chooser };
}

/** The head of a column; pressing it orders the rows: ascending, descending, as they come. */
export function ColumnHead<R>(props: {
  column: Column<R>;
  index: number;
  sort: string | undefined;
  onSort?: ((sort: string | undefined) => void) | undefined;
}): ReactNode {
  const { column, sort, onSort } = props;
  const say = useWords(generalWords);
  const order = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const next = order === undefined ? column.key : order === 'ascending' ? `-${column.key}` : undefined;
  const canSort = column.sortable && onSort;
  return (
    <div
      role="columnheader"
      aria-colindex={props.index + 1}
      className={`yc-cell ${column.align ?? ''}`}
      {...(canSort ? { 'aria-sort': order ?? 'none' } : {})}
    >
      {canSort ? (
        <button type="button" onClick={() => onSort(next)} title={say.table.sort}>
          {column.title}
          <span aria-hidden="true" className="yc-order">
            {order === 'ascending' ? '▲' : order === 'descending' ? '▼' : '↕'}
          </span>
        </button>
      ) : (
        column.title
      )}
    </div>
  );
}

/** The grid that head and rows share. */
export function gridOf<R>(columns: readonly Column<R>[], ticked: boolean): { columns: string; width: string } {
  // The box for ticking stands in the first column.
  const widths = columns.map(({ width = 6 }, at) => width + (ticked && at === 0 ? 2 : 0));
  return {
    columns: columns.map(({ grow = 1 }, at) => `minmax(${widths[at]}rem, ${grow}fr)`).join(' '),
    width: `${widths.reduce((sum, width) => sum + width, 0)}rem`,
  };
}
