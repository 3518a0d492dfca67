/** The departments of the district: list and editor. */
import './live.ts';
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { officesContract, type Department } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterText } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useLanguage, useWords, pick } from '#web/words/language.ts';
import { DepartmentEditor } from './department-editor.tsx';
import { officeReadings } from './live.ts';
import { AddButton, listHeight, OfficesHead, RetiredFilter, RetiredTag, useMayEdit } from './office-page.tsx';
import { occurs, sifted, useAllDepartments } from './reading.ts';
import { placeWords } from './words.ts';

function Departments(): ReactNode {
  const say = useWords(placeWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const mayEdit = useMayEdit();
  const [{ q, retired }] = useAsked();
  const [editing, setEditing] = useState<Department | 'new'>();
  const all = useAllDepartments(retired === 'true' ? { retired: true } : {});
  const rows = sifted(all, q ?? '', ({ name, shortName, nameEn, code, key }) =>
    occurs(q, name, shortName, nameEn, code, key),
  );
  const { fields } = say;
  const columns: Column<Department>[] = [
    {
      key: 'name',
      title: fields.name,
      width: 12,
      grow: 2,
      render: (row) => (
        <>
          <strong>{pick(language, row.name, row.nameEn)}</strong> <RetiredTag at={row.retiredAt} />
        </>
      ),
    },
    { key: 'shortName', title: fields.shortName, width: 7, render: ({ shortName }) => shortName },
    { key: 'code', title: fields.code, width: 10, render: ({ code }) => <span className="yc-numbers">{code}</span> },
    { key: 'telephone', title: fields.telephone, width: 8, render: ({ telephone }) => telephone },
    { key: 'sealName', title: fields.sealName, width: 12, grow: 2, render: ({ sealName }) => sealName },
    {
      key: 'position',
      title: fields.position,
      width: 5,
      grow: 0,
      align: 'end',
      hidden: true,
      render: ({ position }) => position,
    },
    { key: 'key', title: fields.key, width: 8, hidden: true, render: ({ key }) => key },
  ];
  return (
    <>
      <OfficesHead />
      <DataTable
        name="departments"
        label={say.tabs.departments}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height={listHeight}
        {...(mayEdit ? { onOpen: setEditing } : {})}
        filtered={Boolean(q)}
        filters={
          <>
            <FilterText label={say.find} />
            <RetiredFilter />
          </>
        }
        actions={mayEdit ? <AddButton label={say.add.department} onAdd={() => setEditing('new')} /> : null}
      />
      {editing ? (
        <DepartmentEditor
          key={editing === 'new' ? 'new' : editing.id}
          row={editing === 'new' ? undefined : editing}
          last={Math.max(0, ...all.all.map(({ position }) => position))}
          onClose={() => setEditing(undefined)}
          onSaved={(saved) => {
            void message.success(say.saved(saved.name));
            void readAgain(...officeReadings);
          }}
          onRetire={async (row, out) => {
            await call(officesContract.retireDepartment, {
              params: { id: row.id },
              body: { version: row.version, retired: out },
            });
            setEditing(undefined);
            await readAgain(...officeReadings);
          }}
        />
      ) : null}
    </>
  );
}

export const page = definePage({ roles: ['office', 'admin'], Component: Departments });
