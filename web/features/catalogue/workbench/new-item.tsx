/** Beginning an item: code, department and name; everything else is filled in by the editor. */
import { useState, type ReactNode } from 'react';
import { catalogueContract, type ItemBody } from '#modules/catalogue/contract';
import { useAct } from '#web/client/query.ts';
import { EditDrawer } from '#web/ui/edit/edit-drawer.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useEdit } from '#web/ui/edit/use-edit.ts';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { itemsWords } from './items-words.ts';
import { catalogueReadings, useKeptDepartments } from './reading.ts';

/** What a new item says before anybody has filled it in: no more than is certain. */
const emptyBody = (name: string): ItemBody => ({
  name,
  synonyms: [],
  kind: 'publicService',
  level: 'district',
  topics: [],
  immediate: false,
  visits: 1,
  applicants: ['person', 'organisation'],
  conditions: [],
  situations: [],
  materials: [],
  form: {
    type: 'object',
    properties: {
      applicantName: {
        type: 'string',
        title: '申请人姓名或单位名称',
        titleEn: 'Name of the person or organisation',
        'x-from': 'name',
        maxLength: 100,
      },
      phone: {
        type: 'string',
        title: '联系电话',
        titleEn: 'Telephone',
        'x-widget': 'phone',
        'x-from': 'phone',
        maxLength: 20,
      },
    },
    required: ['applicantName', 'phone'],
  },
  fees: [],
  basis: [],
  procedure: [],
  verified: false,
});

interface Fresh {
  code: string;
  baseCode: string;
  departmentId: string;
  name: string;
}

export function NewItem(props: { onClose: () => void; onMade: (itemId: string) => void }): ReactNode {
  const { fresh: say } = useWords(itemsWords);
  const { form } = useWords(generalWords);
  const language = useLanguage();
  const departments = useKeptDepartments();
  const create = useAct(catalogueContract.createItem, { changes: catalogueReadings });
  const only = departments.length === 1 ? (departments[0]?.id ?? '') : '';
  const [made, setMade] = useState<string>();
  const edit = useEdit<object, Fresh>({
    row: undefined,
    read: () => ({ code: '', baseCode: '', departmentId: only, name: '' }),
    check: (draft) => ({
      ...(draft.code.trim() === ''
        ? { code: form.required(say.code) }
        : draft.code !== draft.code.trim()
          ? { code: say.codeSpaces }
          : {}),
      ...(draft.departmentId || only ? {} : { departmentId: form.requiredChoice(say.department) }),
      ...(draft.name.trim() === '' ? { name: form.required(say.name) } : {}),
    }),
  });
  const { draft, set, fault } = edit;
  return (
    <EditDrawer
      open={made === undefined}
      title={say.title}
      edit={edit}
      verb={say.verb}
      names={{ code: say.code, baseCode: say.baseCode, departmentId: say.department, name: say.name }}
      onClose={props.onClose}
      onSave={async ({ code, baseCode, departmentId, name }) => {
        const draftMade = await create.send({
          body: { code, baseCode: baseCode.trim(), departmentId: departmentId || only, body: emptyBody(name.trim()) },
        });
        setMade(draftMade.itemId);
        props.onMade(draftMade.itemId);
      }}
    >
      <EditText
        wide
        focus
        label={say.name}
        value={draft.name}
        maxLength={300}
        fault={fault('name')}
        onChange={(name) => set({ name })}
      />
      <EditSelect
        wide
        label={say.department}
        value={draft.departmentId || only || undefined}
        options={departments.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))}
        fault={fault('departmentId')}
        onChange={(departmentId) => set({ departmentId: departmentId ?? '' })}
      />
      <EditText
        wide
        label={say.code}
        hint={say.codeHint}
        value={draft.code}
        maxLength={120}
        fault={fault('code')}
        onChange={(code) => set({ code })}
      />
      <EditText
        wide
        optional
        label={say.baseCode}
        value={draft.baseCode}
        maxLength={120}
        onChange={(baseCode) => set({ baseCode })}
      />
    </EditDrawer>
  );
}
