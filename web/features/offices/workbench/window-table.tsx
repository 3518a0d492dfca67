/** The list of windows: all of them, or those of one outlet. */
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { readAgain } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { officeReadings } from './live.ts';
import { AddButton, listHeight, RetiredFilter, RetiredTag, useMayEdit } from './office-page.tsx';
import { occurs, sifted, useAllDepartments, useAllOutlets, useAllWindows, type Window } from './reading.ts';
import { WindowEditor } from './window-editor.tsx';
import { placeWords } from './words.ts';

export function WindowTable(props: { outletId?: string; height?: string }): ReactNode {
  const say = useWords(placeWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const mayEdit = useMayEdit();
  const [asked] = useAsked();
  const { q, departmentId, retired } = asked;
  const outletId = props.outletId ?? asked.outletId;
  const [editing, setEditing] = useState<Window | 'new'>();
  const all = useAllWindows({ ...(retired === 'true' ? { retired: true } : {}), ...(outletId ? { outletId } : {}) });
  const departments = useAllDepartments();
  const outlets = useAllOutlets();
  const rows = sifted(
    all,
    JSON.stringify([q, departmentId]),
    (row) =>
      (!departmentId || row.departmentId === departmentId) && occurs(q, row.number, row.name, row.nameEn, row.zone),
  );
  const { fields } = say;
  const columns: Column<Window>[] = [
    {
      key: 'number',
      title: fields.number,
      width: 6,
      grow: 0,
      render: (row) => (
        <>
          <strong className="yc-numbers">{row.number}</strong> <RetiredTag at={row.retiredAt} />
        </>
      ),
    },
    { key: 'name', title: fields.name, width: 12, grow: 2, render: (row) => pick(language, row.name, row.nameEn) },
    { key: 'zone', title: fields.zone, width: 6, render: ({ zone }) => zone },
    { key: 'kind', title: fields.kind, width: 6, grow: 0, render: ({ kind }) => say.windowKinds[kind] },
    {
      key: 'departmentId',
      title: fields.departmentId,
      width: 8,
      render: (row) => {
        const found = departments.all.find(({ id }) => id === row.departmentId);
        return found ? pick(language, found.shortName, found.nameEn) : '–';
      },
    },
    ...(props.outletId
      ? []
      : [
          {
            key: 'outletId',
            title: fields.outletId,
            width: 10,
            render: (row: Window) => {
              const found = outlets.all.find(({ id }) => id === row.outletId);
              return found ? pick(language, found.name, found.nameEn) : '–';
            },
          },
        ]),
  ];
  return (
    <>
      <DataTable
        name={props.outletId ? 'outlet-windows' : 'windows'}
        label={say.tabs.windows}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        {...(mayEdit ? { onOpen: setEditing } : {})}
        height={props.height ?? listHeight}
        filtered={Boolean(q ?? departmentId)}
        {...(props.outletId && !q ? { empty: <Empty title={say.noWindows} /> } : {})}
        filters={
          <>
            <FilterText label={say.find} width={10} />
            {props.outletId ? null : (
              <FilterSelect
                name="outletId"
                label={fields.outletId}
                options={outlets.all.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
                width={12}
              />
            )}
            <FilterSelect
              name="departmentId"
              label={fields.departmentId}
              options={departments.all.map((one) => ({
                value: one.id,
                label: pick(language, one.shortName, one.nameEn),
              }))}
              width={10}
            />
            <RetiredFilter />
          </>
        }
        actions={mayEdit ? <AddButton label={say.add.window} onAdd={() => setEditing('new')} /> : null}
      />
      {editing ? (
        <WindowEditor
          key={editing === 'new' ? 'new' : editing.id}
          row={editing === 'new' ? undefined : editing}
          {...(outletId ? { outletId } : {})}
          outlets={outlets.all}
          departments={departments.all}
          onClose={() => setEditing(undefined)}
          onSaved={(saved) => {
            void message.success(say.saved(saved.number));
            void readAgain(...officeReadings);
          }}
        />
      ) : null}
    </>
  );
}
