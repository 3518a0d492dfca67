/** A department sends somebody: who, for what, which conditions are met, and the papers that show it. */
import { Checkbox, Drawer, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { windowStaffContract as ops } from '#modules/windowstaff/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { sendFile } from '#web/features/documents/send-file.ts';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { useMedia } from '#web/ui/preferences.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useNames } from '../place.tsx';
import { staffWords } from '../words.ts';
import { WhichErrands } from './which-errands.tsx';

const empty = { name: '', departmentId: undefined, accountId: undefined, errandIds: [], text: '' };
interface Draft {
  name: string;
  departmentId: string | undefined;
  accountId: string | undefined;
  errandIds: string[];
  text: string;
}

export function SendMember(props: {
  open: boolean;
  outletId: string;
  onClose: () => void;
  onSent: (id: string) => void;
}): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const me = useMe();
  const narrow = useMedia('(max-width: 44rem)');
  const names = useNames(props.outletId);
  const [draft, setDraft] = useState<Draft>(empty);
  const [meets, setMeets] = useState<string[]>([]);
  const [files, setFiles] = useState<Record<string, UploadedFile[]>>({});
  const [checked, setChecked] = useState(false);
  const standard = useOp(ops.getStandard, { query: { outletId: props.outletId } }, { enabled: props.open });
  const leads = (me?.posts ?? []).flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : [])); // prettier-ignore
  const departmentId = draft.departmentId ?? leads[0];
  const colleagues = useOp(peopleContract.listColleagues, { query: { departmentId: departmentId ?? '' } }, { enabled: props.open && departmentId !== undefined }); // prettier-ignore
  const act = useAct(ops.sendMember, { changes: [ops.listMembers, ops.countMembers] });
  useEffect(() => {
    if (props.open) return;
    setDraft(empty);
    setMeets([]);
    setFiles({});
    setChecked(false);
    act.reset();
  }, [props.open]);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const criteria = standard.data?.now.criteria ?? [];
  const lacks = criteria.filter(({ key, paper }) => !meets.includes(key) || (paper && (files[key] ?? []).length === 0));
  const fault = (empties: boolean, what: string): { fault?: string } => (checked && empties ? { fault: say.need(what) } : {}); // prettier-ignore
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (draft.name.trim() === '' || !departmentId || lacks.length > 0) return;
    const papers = criteria.flatMap(({ key }) => (files[key] ?? []).map(({ id }) => ({ criterion: key, fileId: id })));
    const body = { actionId: act.key(), outletId: props.outletId, departmentId, name: draft.name, accountId: draft.accountId ?? null, errandIds: draft.errandIds, meets, papers, text: draft.text }; // prettier-ignore
    const made = await act.send({ body }).catch(() => undefined);
    if (!made) return;
    props.onClose();
    props.onSent(made.id);
  };
  return (
    <Drawer
      open={props.open}
      title={say.sendTitle}
      size={narrow ? '100%' : 600}
      onClose={props.onClose}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <div className="edit-foot">
          <Button type="primary" loading={act.sending} onClick={() => void submit()}>
            {say.send}
          </Button>
        </div>
      }
    >
      <div className="edit-form staff-form">
        <EditSelect
          label={say.department}
          value={departmentId}
          disabled={leads.length === 1}
          options={names.departments}
          onChange={(value) => set({ departmentId: value, accountId: undefined })}
          {...fault(!departmentId, say.department)}
        />
        <EditSelect
          label={say.account}
          optional
          value={draft.accountId}
          options={(colleagues.data?.rows ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
          onChange={(value) =>
            set({
              accountId: value,
              name: colleagues.data?.rows.find(({ accountId }) => accountId === value)?.name ?? draft.name,
            })
          }
        />
        <EditText
          label={say.name}
          maxLength={40}
          value={draft.name}
          onChange={(name) => set({ name })}
          {...fault(draft.name.trim() === '', say.name)}
        />
        <WhichErrands
          label={say.errands}
          wide
          errands={names.errands}
          chosen={draft.errandIds}
          onChange={(errandIds) => set({ errandIds })}
        />
        <fieldset className="staff-criteria wide">
          <legend>{say.conditions}</legend>
          <p className="yc-muted yc-small">{say.houseRule}</p>
          {criteria.map((one) => (
            <div key={one.key}>
              <Checkbox
                checked={meets.includes(one.key)}
                onChange={({ target }) =>
                  setMeets(target.checked ? [...meets, one.key] : meets.filter((key) => key !== one.key))
                }
              >
                {pick(language, one.zh, one.en)}
              </Checkbox>
              {one.paper ? (
                <FileField
                  label={say.paperOf(pick(language, one.zh, one.en))}
                  files={files[one.key] ?? []}
                  onChange={(next) => setFiles((before) => ({ ...before, [one.key]: next }))}
                  upload={sendFile}
                  max={5}
                />
              ) : null}
              {checked && lacks.includes(one) ? (
                <p className="yc-fault" role="alert">
                  {say.need(pick(language, one.zh, one.en))}
                </p>
              ) : null}
            </div>
          ))}
        </fieldset>
        <EditText
          label={say.remark}
          optional
          wide
          rows={3}
          maxLength={500}
          value={draft.text}
          onChange={(text) => set({ text })}
        />
        <ProblemNote error={act.error} />
      </div>
    </Drawer>
  );
}
