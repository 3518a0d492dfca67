/** What the steward does from the project's page: notes, reminders, the hand-over, the end. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops } from '#modules/projects/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { useDepartmentOptions } from '#web/features/offices/departments.ts';
import { benchWords } from './words.ts';

const changes = { changes: [ops.getProject] };

export function NoteHelp(props: { id: string }): ReactNode {
  const say = useWords(benchWords);
  const [open, setOpen] = useState(false);
  const act = useAct(ops.noteHelp, changes);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.help}
      </Button>
      <ConfirmDialog
        open={open}
        title={say.helpTitle}
        verb={say.help}
        reason="needed"
        reasonLabel={say.note}
        onConfirm={(note) => act.send({ params: { id: props.id }, body: { actionId: act.key(), note } })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

export function RemindMe(props: { id: string }): ReactNode {
  const say = useWords(benchWords);
  const [open, setOpen] = useState(false);
  const [onDay, setOnDay] = useState('');
  const [what, setWhat] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.remindMe, changes);
  const fault = (value: string): string | undefined => (checked && value.trim() === '' ? say.fields.needed : undefined);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.remind}</Button>
      <ConfirmDialog
        open={open}
        title={say.remindTitle}
        verb={say.remind}
        onConfirm={() => {
          setChecked(true);
          if (!onDay || what.trim() === '') return Promise.resolve(false);
          return act.send({ params: { id: props.id }, body: { actionId: act.key(), onDay, what: what.trim() } });
        }}
        onClose={() => setOpen(false)}
      >
        <p>{say.remindLine}</p>
        <EditText label={say.day} kind="date" value={onDay} onChange={setOnDay} fault={fault(onDay)} />
        <EditText label={say.what} value={what} onChange={setWhat} maxLength={200} fault={fault(what)} />
      </ConfirmDialog>
    </>
  );
}

export function HandOver(props: { id: string; contact: string }): ReactNode {
  const say = useWords(benchWords);
  const [open, setOpen] = useState(false);
  const [departmentId, setDepartmentId] = useState<string>();
  const [stewardId, setStewardId] = useState<string>();
  const [contact, setContact] = useState(props.contact);
  const departments = useDepartmentOptions();
  const query = { departmentId: departmentId ?? '' };
  const colleagues = useOp(ops.findStewards, { query }, { enabled: departmentId !== undefined });
  const act = useAct(ops.appointSteward, { changes: [ops.getProject, ops.listProjects] });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.handOver}</Button>
      <ConfirmDialog
        open={open}
        title={say.handOverTitle}
        verb={say.handOver}
        reason="optional"
        reasonLabel={say.note}
        onConfirm={(note) => {
          if (!stewardId || contact.trim() === '') return Promise.resolve(false);
          const body = { actionId: act.key(), stewardId, contact: contact.trim(), ...(note ? { note } : {}) };
          return act.send({ params: { id: props.id }, body });
        }}
        onClose={() => setOpen(false)}
      >
        <p>{say.handOverLine}</p>
        <EditSelect
          label={say.department}
          value={departmentId}
          options={departments}
          onChange={(value) => {
            setDepartmentId(value);
            setStewardId(undefined);
          }}
        />
        <EditSelect
          label={say.colleague}
          value={stewardId}
          disabled={!departmentId}
          options={(colleagues.data?.rows ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
          onChange={setStewardId}
        />
        <EditText label={say.contact} value={contact} onChange={setContact} maxLength={120} />
      </ConfirmDialog>
    </>
  );
}

export function EndProject(props: { id: string }): ReactNode {
  const say = useWords(benchWords);
  const [open, setOpen] = useState(false);
  const [how, setHow] = useState<'done' | 'abandoned'>('done');
  const act = useAct(ops.endProject, { changes: [ops.getProject, ops.listProjects] });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.end}</Button>
      <ConfirmDialog
        open={open}
        title={say.endTitle}
        verb={say.end}
        danger={how === 'abandoned'}
        reason="optional"
        reasonLabel={say.note}
        onConfirm={(note) =>
          act.send({ params: { id: props.id }, body: { actionId: act.key(), how, ...(note ? { note } : {}) } })
        }
        onClose={() => setOpen(false)}
      >
        <EditSelect
          label={say.endHow}
          value={how}
          options={[
            { value: 'done', label: say.endDone },
            { value: 'abandoned', label: say.endAbandoned },
          ]}
          onChange={(value) => value && setHow(value)}
        />
      </ConfirmDialog>
    </>
  );
}
