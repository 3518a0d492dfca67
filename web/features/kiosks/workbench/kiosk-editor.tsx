/** The side panel in which a kiosk is added, or said anew what it is called and where it stands. */
import { Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { kiosksContract, type Kiosk } from '#modules/kiosks/contract';
import { useAllOutlets } from '#web/features/offices/workbench/reading.ts';
import { call, newKey } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { textOf, useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { kiosksWords } from './words.ts';

interface Draft {
  outletId: string | undefined;
  name: string;
  nameEn: string;
  place: string;
  idleSeconds: string;
  hasPrinter: boolean;
  printerId: string | null;
}

/** What the contract takes. */
const [leastSeconds, mostSeconds] = [30, 600];

export function KioskEditor(props: {
  row: Kiosk | undefined;
  onClose: () => void;
  onSaved: (saved: Kiosk) => void;
}): ReactNode {
  const { row } = props;
  const say = useWords(kiosksWords);
  const general = useWords(editWords);
  const language = useLanguage();
  const outlets = useAllOutlets();
  // The same until it has succeeded: a second press is no second kiosk.
  const [id] = useState(newKey);
  const { fields } = say;
  const edit = useEdit<Kiosk, Draft>({
    row,
    read: (from) => ({
      outletId: from?.outletId,
      name: from?.name ?? '',
      nameEn: from?.nameEn ?? '',
      place: from?.place ?? '',
      idleSeconds: String(from?.idleSeconds ?? 90),
      hasPrinter: from ? from.printer !== 'none' : true,
      printerId: from?.printerId ?? null,
    }),
    check: (draft) => {
      const wrong: Faults<Draft> = {};
      if (!draft.outletId) wrong.outletId = general.required(fields.outletId);
      for (const name of ['name', 'place'] as const)
        if (draft[name].trim() === '') wrong[name] = general.required(fields[name]);
      const seconds = Number(draft.idleSeconds);
      if (!Number.isInteger(seconds) || seconds < leastSeconds || seconds > mostSeconds)
        wrong.idleSeconds = say.secondsWrong(leastSeconds, mostSeconds);
      return wrong;
    },
  });
  const { draft, set, fault } = edit;
  const printers = useOp(
    hallContract.listPrinters,
    { params: { id: draft.outletId ?? '' } },
    { enabled: draft.outletId !== undefined },
  );
  const text = textOf(edit, fields);
  return (
    <EditDrawer
      open
      title={row ? say.change : say.add}
      edit={edit}
      names={fields}
      onClose={props.onClose}
      onSave={async ({ outletId = '', idleSeconds, ...rest }) => {
        const body = { ...rest, outletId, idleSeconds: Number(idleSeconds) };
        props.onSaved(
          row
            ? await call(kiosksContract.updateKiosk, { params: { id: row.id }, body })
            : await call(kiosksContract.createKiosk, { body: { id, ...body } }),
        );
      }}
    >
      <EditSelect
        label={fields.outletId}
        wide
        value={draft.outletId}
        fault={fault('outletId')}
        options={outlets.all.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
        // Its printers stay where they are.
        onChange={(outletId) => set({ outletId, printerId: null })}
      />
      <EditText {...text('name')} hint={say.hints.name} maxLength={60} />
      <EditText {...text('nameEn')} optional maxLength={120} />
      <EditText {...text('place')} hint={say.hints.place} wide maxLength={100} />
      <EditText {...text('idleSeconds')} hint={say.hints.idleSeconds} kind="number" />
      <EditField label={fields.hasPrinter} hint={say.hints.hasPrinter}>
        {({ id: fieldId }) => (
          <span>
            <Switch id={fieldId} checked={draft.hasPrinter} onChange={(hasPrinter) => set({ hasPrinter })} />
          </span>
        )}
      </EditField>
      <EditSelect
        label={fields.printerId}
        hint={say.hints.printerId}
        optional
        value={draft.printerId ?? undefined}
        fault={fault('printerId')}
        placeholder={say.noTicketPrinter}
        options={(printers.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        onChange={(printerId) => set({ printerId: printerId ?? null })}
      />
    </EditDrawer>
  );
}
