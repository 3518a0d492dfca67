/** The outlets of the district, with what is open now; each leads to its page. */
import './live.ts';
import './offices.css';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { outletKinds } from '#modules/offices/contract';
import { readAgain } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { officeReadings } from './live.ts';
import { AddButton, listHeight, OfficesHead, RetiredFilter, RetiredTag, useMayEdit } from './office-page.tsx';
import { Opens } from './opens.tsx';
import { OutletEditor } from './outlet-editor.tsx';
import { occurs, sifted, useAllDepartments, useAllOutlets, type OutletRow } from './reading.ts';
import { placeWords } from './words.ts';

function Outlets(): ReactNode {
  const say = useWords(placeWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const mayEdit = useMayEdit();
  const [{ q, kind, departmentId, retired }] = useAsked();
  const [adding, setAdding] = useState(false);
  const all = useAllOutlets(retired === 'true' ? { retired: true } : {});
  const departments = useAllDepartments();
  const rows = sifted(
    all,
    JSON.stringify([q, kind, departmentId]),
    (row) =>
      (!kind || row.kind === kind) &&
      (!departmentId || row.departmentId === departmentId) &&
      occurs(q, row.name, row.nameEn, row.address, row.key),
  );
  const { fields } = say;
  const columns: Column<OutletRow>[] = [
    {
      key: 'name',
      title: fields.name,
      width: 14,
      grow: 2,
      render: (row) => (
        <>
          <strong>{pick(language, row.name, row.nameEn)}</strong> <RetiredTag at={row.retiredAt} />
        </>
      ),
    },
    {
      key: 'kind',
      title: fields.kind,
      width: language === 'en' ? 10 : 6,
      grow: 0,
      render: (row) => say.kinds[row.kind],
    },
    {
      key: 'opening',
      title: say.opening,
      width: language === 'en' ? 20 : 16,
      grow: 0,
      render: ({ opening }) => <Opens opening={opening} />,
    },
    {
      key: 'address',
      title: fields.address,
      width: 13,
      grow: 2,
      render: (row) => pick(language, row.address, row.addressEn),
    },
    { key: 'telephone', title: fields.telephone, width: 8, render: ({ telephone }) => telephone },
    {
      key: 'parentId',
      title: fields.parentId,
      width: 9,
      hidden: true,
      render: ({ parentId }) => all.all.find(({ id }) => id === parentId)?.name ?? '–',
    },
    {
      key: 'departmentId',
      title: fields.departmentId,
      width: 8,
      hidden: true,
      render: (row) => departments.all.find(({ id }) => id === row.departmentId)?.shortName ?? '–',
    },
  ];
  return (
    <>
      <OfficesHead />
      <DataTable
        name="outlets"
        label={say.tabs.outlets}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height={listHeight}
        onOpen={({ id }) => void navigate({ to: '/offices/outlets/$id', params: { id } as never })}
        filtered={Boolean(q ?? kind ?? departmentId)}
        filters={
          <>
            <FilterText label={say.find} />
            <FilterSelect
              name="kind"
              label={fields.kind}
              options={outletKinds.map((value) => ({ value, label: say.kinds[value] }))}
              width={8}
            />
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
        actions={mayEdit ? <AddButton label={say.add.outlet} onAdd={() => setAdding(true)} /> : null}
      />
      {adding ? (
        <OutletEditor
          row={undefined}
          outlets={all.all}
          departments={departments.all}
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            void message.success(say.saved(saved.name));
            void readAgain(...officeReadings);
            void navigate({ to: '/offices/outlets/$id', params: { id: saved.id } as never });
          }}
        />
      ) : null}
    </>
  );
}

export const page = definePage({ roles: ['office', 'admin'], Component: Outlets });
