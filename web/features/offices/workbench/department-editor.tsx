/** The side panel of a department. */
import type { ReactNode } from 'react';
import { officesContract, type Department } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { textOf, useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { useWords } from '#web/words/language.ts';
import { ChangesButton } from './changes.tsx';
import { RetireButton } from './office-page.tsx';
import { placeWords } from './words.ts';

interface Draft {
  key: string;
  name: string;
  shortName: string;
  nameEn: string;
  code: string;
  telephone: string;
  sealName: string;
  position: string;
}

/** What a telephone may be written with: as the contract says. */
export const isTelephone = (text: string): boolean => /^[0-9+() ,;/转-]*$/.test(text);

export function DepartmentEditor(props: {
  row: Department | undefined;
  /** The last place in the list. */
  last: number;
  onClose: () => void;
  onSaved: (saved: Department) => void;
  onRetire: (row: Department, retired: boolean) => Promise<unknown>;
}): ReactNode {
  const { row } = props;
  const say = useWords(placeWords);
  const general = useWords(editWords);
  const { fields, hints, faults } = say;
  const edit = useEdit<Department, Draft>({
    row,
    read: (from) => ({
      key: from?.key ?? '',
      name: from?.name ?? '',
      shortName: from?.shortName ?? '',
      nameEn: from?.nameEn ?? '',
      code: from?.code ?? '',
      telephone: from?.telephone ?? '',
      sealName: from?.sealName ?? '',
      position: String(from?.position ?? props.last + 10),
    }),
    check: (draft) => {
      const wrong: Faults<Draft> = {};
      for (const name of ['name', 'shortName', 'sealName'] as const)
        if (draft[name].trim() === '') wrong[name] = general.required(fields[name]);
      if (!row && !/^[a-z][a-z0-9-]{0,39}$/.test(draft.key)) wrong.key = faults.key;
      if (!isTelephone(draft.telephone)) wrong.telephone = faults.telephone;
      if (!/^\d{1,6}$/.test(draft.position) || Number(draft.position) > 100_000) wrong.position = faults.position;
      return wrong;
    },
  });
  const text = textOf(edit, fields);
  return (
    <EditDrawer
      open
      title={row ? say.edit.department : say.add.department}
      edit={edit}
      names={fields}
      onClose={props.onClose}
      onSave={async ({ key, position, ...rest }, version) => {
        const body = { ...rest, position: Number(position) };
        const saved =
          row && version !== undefined
            ? await call(officesContract.updateDepartment, { params: { id: row.id }, body: { ...body, version } })
            : await call(officesContract.createDepartment, { body: { key, ...body } });
        props.onSaved(saved);
      }}
      more={
        row ? (
          <>
            <RetireButton
              name={row.name}
              retired={row.retiredAt !== null}
              question={say.retireDepartment}
              onRetire={(retired) => props.onRetire(row, retired)}
            />
            <ChangesButton id={row.id} />
          </>
        ) : null
      }
    >
      <EditText {...text('name')} wide focus maxLength={100} />
      <EditText {...text('shortName')} maxLength={30} />
      <EditText {...text('code')} optional maxLength={80} />
      <EditText {...text('nameEn')} optional wide maxLength={200} />
      <EditText {...text('sealName')} hint={hints.sealName} wide maxLength={100} />
      <EditText {...text('telephone')} hint={hints.telephone} optional maxLength={40} />
      <EditText {...text('position')} hint={hints.position} kind="number" maxLength={6} />
      {row ? null : <EditText {...text('key')} hint={hints.key} wide maxLength={40} />}
    </EditDrawer>
  );
}
