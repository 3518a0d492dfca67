/** The side panel of an outlet: names, kind, address, place on the map, and where it belongs. */
import type { ReactNode } from 'react';
import { officesContract, outletKinds, type Outlet } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { textOf, useEdit, type Faults } from '#web/ui/edit/use-edit.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { isTelephone } from './department-editor.tsx';
import { MapPlace, type Point } from './map-place.tsx';
import type { Department, OutletRow } from './reading.ts';
import { placeWords } from './words.ts';
import './offices.css';

interface Draft {
  key: string;
  name: string;
  nameEn: string;
  kind: Outlet['kind'];
  address: string;
  addressEn: string;
  telephone: string;
  areaCode: string;
  /** As typed, in degrees. */
  longitude: string;
  latitude: string;
  parentId: string | null;
  departmentId: string | null;
}

/** Degrees as typed; undefined when they are none or out of reach. */
function degreesOf(text: string, most: number): number | undefined {
  if (!/^-?\d{1,3}(\.\d{1,8})?$/.test(text.trim())) return undefined;
  const degrees = Number(text);
  return Math.abs(degrees) <= most ? degrees : undefined;
}

function pointOf(draft: Draft): Point | undefined {
  const longitude = degreesOf(draft.longitude, 180);
  const latitude = degreesOf(draft.latitude, 90);
  return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
}

export function OutletEditor(props: {
  row: Outlet | undefined;
  outlets: readonly OutletRow[];
  departments: readonly Department[];
  onClose: () => void;
  onSaved: (saved: Outlet) => void;
  more?: ReactNode;
}): ReactNode {
  const { row } = props;
  const say = useWords(placeWords);
  const language = useLanguage();
  const general = useWords(editWords);
  const { fields, hints, faults } = say;
  const edit = useEdit<Outlet, Draft>({
    row,
    read: (from) => ({
      key: from?.key ?? '',
      name: from?.name ?? '',
      nameEn: from?.nameEn ?? '',
      kind: from?.kind ?? 'village',
      address: from?.address ?? '',
      addressEn: from?.addressEn ?? '',
      telephone: from?.telephone ?? '',
      areaCode: from?.areaCode ?? '',
      longitude: from?.longitude?.toString() ?? '',
      latitude: from?.latitude?.toString() ?? '',
      parentId: from?.parentId ?? null,
      departmentId: from?.departmentId ?? null,
    }),
    check: (draft) => {
      const wrong: Faults<Draft> = {};
      if (draft.name.trim() === '') wrong.name = general.required(fields.name);
      if (!row && !/^[a-z][a-z0-9-]{0,59}$/.test(draft.key)) wrong.key = faults.key;
      if (!isTelephone(draft.telephone)) wrong.telephone = faults.telephone;
      if (!/^(\d{6}|\d{9}|\d{12})?$/.test(draft.areaCode)) wrong.areaCode = faults.areaCode;
      if (draft.longitude !== '' && degreesOf(draft.longitude, 180) === undefined) wrong.longitude = faults.longitude;
      if (draft.latitude !== '' && degreesOf(draft.latitude, 90) === undefined) wrong.latitude = faults.latitude;
      if ((draft.longitude === '') !== (draft.latitude === ''))
        wrong[draft.longitude === '' ? 'longitude' : 'latitude'] = faults.bothOrNeither;
      return wrong;
    },
  });
  const { draft, set, fault } = edit;
  const text = textOf(edit, fields);
  const others = props.outlets.filter(({ id }) => id !== row?.id);
  const nameOf = (list: readonly { id: string; name: string }[], id: unknown): string =>
    list.find((one) => one.id === id)?.name ?? '';
  return (
    <EditDrawer
      open
      title={row ? say.edit.outlet : say.add.outlet}
      edit={edit}
      names={fields}
      sayValue={(name, value) =>
        name === 'parentId'
          ? nameOf(props.outlets, value)
          : name === 'departmentId'
            ? nameOf(props.departments, value)
            : name === 'kind'
              ? say.kinds[value as Draft['kind']]
              : String(value)
      }
      onClose={props.onClose}
      onSave={async ({ key, longitude, latitude, ...rest }, version) => {
        const point = pointOf({ key, longitude, latitude, ...rest });
        const body = { ...rest, longitude: point?.longitude ?? null, latitude: point?.latitude ?? null };
        const saved =
          row && version !== undefined
            ? await call(officesContract.updateOutlet, { params: { id: row.id }, body: { ...body, version } })
            : await call(officesContract.createOutlet, { body: { key, ...body } });
        props.onSaved(saved);
      }}
      more={props.more}
    >
      <EditText {...text('name')} wide focus maxLength={100} />
      <EditText {...text('nameEn')} optional wide maxLength={200} />
      <EditSelect
        label={fields.kind}
        value={draft.kind}
        fault={fault('kind')}
        options={outletKinds.map((value) => ({ value, label: say.kinds[value] }))}
        onChange={(kind) => set({ kind: kind ?? draft.kind })}
      />
      <EditText {...text('telephone')} optional maxLength={40} />
      <EditText {...text('address')} optional wide maxLength={300} />
      <EditText {...text('addressEn')} optional wide maxLength={300} />
      <fieldset>
        <legend>{fields.place}</legend>
        <p className="yc-muted yc-small">{hints.place}</p>
        <MapPlace
          outlets={others}
          value={pointOf(draft)}
          onChange={({ longitude, latitude }) => set({ longitude: String(longitude), latitude: String(latitude) })}
        />
      </fieldset>
      <EditText {...text('longitude')} optional kind="number" />
      <EditText {...text('latitude')} optional kind="number" />
      <EditSelect
        label={fields.parentId}
        optional
        value={draft.parentId ?? undefined}
        fault={fault('parentId')}
        placeholder={say.noParent}
        options={others.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
        onChange={(parentId) => set({ parentId: parentId ?? null })}
      />
      <EditSelect
        label={fields.departmentId}
        optional
        value={draft.departmentId ?? undefined}
        fault={fault('departmentId')}
        placeholder={say.noDepartment}
        options={props.departments.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
        onChange={(departmentId) => set({ departmentId: departmentId ?? null })}
      />
      <EditText {...text('areaCode')} hint={hints.areaCode} optional maxLength={12} />
      {row ? null : <EditText {...text('key')} hint={hints.key} wide maxLength={60} />}
    </EditDrawer>
  );
}
