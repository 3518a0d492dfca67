/** The side panel of a window. */
import type { ReactNode } from 'react';
import { officesContract, type Window } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { textOf, useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ChangesButton } from './changes.tsx';
import { RetireButton } from './office-page.tsx';
import type { Department } from './reading.ts';
import { placeWords } from './words.ts';

interface Draft {
  outletId: string | undefined;
  number: string;
  zone: string;
  name: string;
  nameEn: string;
  kind: Window['kind'];
  departmentId: string | null;
}

export function WindowEditor(props: {
  row: Window | undefined;
  /** Where a new one is; absent: to be chosen. */
  outletId?: string;
  outlets: readonly { id: string; name: string; nameEn: string }[];
  departments: readonly Department[];
  onClose: () => void;
  onSaved: (saved: Window) => void;
}): ReactNode {
  const { row } = props;
  const say = useWords(placeWords);
  const language = useLanguage();
  const general = useWords(editWords);
  const { fields, faults } = say;
  const edit = useEdit<Window, Draft>({
    row,
    read: (from) => ({
      outletId: from?.outletId ?? props.outletId,
      number: from?.number ?? '',
      zone: from?.zone ?? '',
      name: from?.name ?? '',
      nameEn: from?.nameEn ?? '',
      kind: from?.kind ?? 'general',
      departmentId: from?.departmentId ?? null,
    }),
    check: (draft) => {
      const wrong: Faults<Draft> = {};
      if (!draft.outletId) wrong.outletId = general.required(fields.outletId);
      for (const name of ['number', 'name'] as const)
        if (draft[name].trim() === '') wrong[name] = general.required(fields[name]);
      if (draft.kind === 'special' && !draft.departmentId) wrong.departmentId = faults.windowDepartment;
      return wrong;
    },
  });
  const { draft, set, fault } = edit;
  const text = textOf(edit, fields);
  return (
    <EditDrawer
      open
      title={row ? say.edit.window : say.add.window}
      edit={edit}
      names={fields}
      sayValue={(name, value) =>
        name === 'departmentId'
          ? (props.departments.find(({ id }) => id === value)?.name ?? '')
          : name === 'kind'
            ? say.windowKinds[value as Draft['kind']]
            : String(value)
      }
      onClose={props.onClose}
      onSave={async ({ outletId, ...body }, version) => {
        const saved =
          row && version !== undefined
            ? await call(officesContract.updateWindow, { params: { id: row.id }, body: { ...body, version } })
            : await call(officesContract.createWindow, { body: { outletId: outletId ?? '', ...body } });
        props.onSaved(saved);
      }}
      more={
        row ? (
          <>
            <RetireButton
              name={row.number}
              retired={row.retiredAt !== null}
              question={say.retireWindow}
              onRetire={async (retired) => {
                const body = { version: row.version, retired };
                props.onSaved(await call(officesContract.retireWindow, { params: { id: row.id }, body }));
                props.onClose();
              }}
            />
            <ChangesButton id={row.id} />
          </>
        ) : null
      }
    >
      {row || props.outletId ? null : (
        <EditSelect
          label={fields.outletId}
          wide
          value={draft.outletId}
          fault={fault('outletId')}
          options={props.outlets.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
          onChange={(outletId) => set({ outletId })}
        />
      )}
      <EditText {...text('number')} focus maxLength={20} />
      <EditText {...text('zone')} optional maxLength={50} />
      <EditText {...text('name')} wide maxLength={100} />
      <EditText {...text('nameEn')} optional wide maxLength={200} />
      <EditSelect
        label={fields.kind}
        value={draft.kind}
        options={(['general', 'special'] as const).map((value) => ({ value, label: say.windowKinds[value] }))}
        onChange={(kind) => set({ kind: kind ?? 'general' })}
      />
      <EditSelect
        label={fields.departmentId}
        hint={say.hints.windowDepartment}
        optional={draft.kind === 'general'}
        value={draft.departmentId ?? undefined}
        fault={fault('departmentId')}
        placeholder={say.noDepartment}
        options={props.departments.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
        onChange={(departmentId) => set({ departmentId: departmentId ?? null })}
      />
    </EditDrawer>
  );
}
