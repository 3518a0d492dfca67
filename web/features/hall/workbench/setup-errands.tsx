/** What tickets are taken for: added, changed, retired, taken up again. */
import { AutoComplete, Button, Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type ErrandSetup } from '#modules/hall/contract';
import { newKey } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField } from '#web/ui/edit/edit-fields.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useZoneName } from '../zone-names.ts';
import { NumberField } from './setup-rule.tsx';
import type { Setup } from './setup.tsx';
import { setupWords } from './setup-words.ts';

const changes = [hallContract.showSetup, hallContract.showHall, hallContract.showPlace];
const isPrefix = (text: string): boolean => /^[A-Z][A-Z0-9]?$/.test(text);
/** What is sent of an errand. */
const bodyOf = ({ id: _, waiting: __, booked: ___, windows: ____, ...body }: ErrandSetup) => body;

export function ErrandsSetup(props: { outletId: string; setup: Setup; mayChange: boolean }): ReactNode {
  const { errands } = props.setup;
  const say = useWords(setupWords);
  const [editing, setEditing] = useState<ErrandSetup | 'new'>();
  return (
    <section aria-labelledby="setup-errands">
      <div className="yc-row hall-setup-head">
        <h2 id="setup-errands">{say.errands}</h2>
        {props.mayChange ? <Button onClick={() => setEditing('new')}>{say.add}</Button> : null}
      </div>
      {errands.length === 0 ? <p className="yc-muted">{say.errandsNone}</p> : null}
      <ul className="yc-plain hall-setup-list">
        {errands.map((errand) => (
          <OneErrand
            key={errand.id}
            errand={errand}
            {...(props.mayChange ? { onEdit: () => setEditing(errand) } : {})}
          />
        ))}
      </ul>
      <p className="yc-muted yc-small">{say.duties}</p>
      {editing ? (
        <ErrandDialog
          outletId={props.outletId}
          setup={props.setup}
          errand={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </section>
  );
}

function OneErrand({ errand, onEdit }: { errand: ErrandSetup; onEdit?: () => void }): ReactNode {
  const say = useWords(setupWords);
  const language = useLanguage();
  const [retiring, setRetiring] = useState(false);
  const [evenSo, setEvenSo] = useState(false);
  const act = useAct(hallContract.saveErrand, { changes });
  const { id, prefix, name, nameEn, zone, minutes, slotMinutes, slotCapacity, retired, waiting, booked, windows } =
    errand;
  const zoneName = useZoneName(errand.outletId);
  const title = `${prefix} ${pick(language, name, nameEn)}`;
  // The refusal knows also who came since the page was read.
  const waited = act.error?.code === 'hall.errandWaitedFor' ? act.error.facts : { waiting, booked };
  const [stillWaiting, stillBooked] = [Number(waited.waiting), Number(waited.booked)];
  const send = (to: boolean) => act.send({ params: { id }, body: { ...bodyOf(errand), retired: to, evenSo } });
  return (
    <li className={retired ? 'retired' : ''}>
      <strong>{title}</strong>
      <span className="yc-small">
        {[
          retired ? say.retired : '',
          zoneName(zone),
          say.about(minutes),
          say.booked(slotMinutes, slotCapacity),
          say.windows(windows),
          waiting > 0 ? say.waiting(waiting) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {onEdit ? (
        <span className="yc-row">
          <Button size="small" onClick={onEdit} aria-label={`${say.edit} ${title}`}>
            {say.edit}
          </Button>
          <Button
            size="small"
            loading={act.sending}
            onClick={() => (retired ? void send(false).catch(() => {}) : setRetiring(true))}
            aria-label={`${retired ? say.resume : say.retire} ${title}`}
          >
            {retired ? say.resume : say.retire}
          </Button>
        </span>
      ) : null}
      {retiring ? null : <ProblemNote error={act.error} />}
      <ConfirmDialog
        open={retiring}
        title={say.retireTitle(title)}
        verb={say.retire}
        danger
        onClose={() => setRetiring(false)}
        onConfirm={() => send(true)}
      >
        <div className="yc-stack">
          <p>{say.retireWhat}</p>
          {stillWaiting + stillBooked > 0 ? (
            <Checkbox checked={evenSo} onChange={({ target }) => setEvenSo(target.checked)}>
              {say.retireWaited(stillWaiting, stillBooked)}
            </Checkbox>
          ) : null}
        </div>
      </ConfirmDialog>
    </li>
  );
}

function ErrandDialog(props: {
  outletId: string;
  setup: Setup;
  errand: ErrandSetup | undefined;
  onClose: () => void;
}): ReactNode {
  const { errand, setup } = props;
  const say = useWords(setupWords);
  const language = useLanguage();
  const [id] = useState(() => errand?.id ?? newKey());
  const [draft, setDraft] = useState(() =>
    errand
      ? bodyOf(errand)
      : { outletId: props.outletId, prefix: '', name: '', nameEn: '', zone: setup.zones[0] ?? '', departmentId: null, minutes: 10, slotMinutes: 30, slotCapacity: 0, position: setup.errands.length + 1, retired: false },
  ); // prettier-ignore
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const [checked, setChecked] = useState(false);
  const act = useAct(hallContract.saveErrand, { changes });
  const { fields } = say;
  const prefixFault = checked && !isPrefix(draft.prefix) ? say.prefixWrong : undefined;
  const nameFault = checked && draft.name.trim() === '' ? say.missing : undefined;
  return (
    <ConfirmDialog
      open
      title={errand ? say.change(`${errand.prefix} ${pick(language, errand.name, errand.nameEn)}`) : say.add}
      verb={errand ? say.save : say.add}
      width={640}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        if (!isPrefix(draft.prefix) || draft.name.trim() === '') return false;
        await act.send({ params: { id }, body: { ...draft, name: draft.name.trim(), nameEn: draft.nameEn.trim() } });
        return true;
      }}
    >
      <div className="hall-setup">
        <EditField label={fields.prefix} hint={say.prefixWhat} fault={prefixFault}>
          {(ties) => (
            <Input
              {...ties}
              value={draft.prefix}
              maxLength={2}
              onChange={({ target }) => set({ prefix: target.value.toUpperCase() })}
            />
          )}
        </EditField>
        <EditField label={fields.zone} hint={say.zoneNew}>
          {({ id: zoneId }) => (
            <AutoComplete
              id={zoneId}
              value={draft.zone}
              onChange={(zone: string) => set({ zone: zone.slice(0, 50) })}
              options={setup.zones.map((value) => ({ value }))}
            />
          )}
        </EditField>
        <EditField label={fields.name} fault={nameFault}>
          {(ties) => (
            <Input {...ties} value={draft.name} maxLength={60} onChange={({ target }) => set({ name: target.value })} />
          )}
        </EditField>
        <EditField label={fields.nameEn} optional>
          {(ties) => (
            <Input
              {...ties}
              value={draft.nameEn}
              maxLength={120}
              onChange={({ target }) => set({ nameEn: target.value })}
            />
          )}
        </EditField>
        <EditField label={fields.departmentId} wide>
          {({ id: departmentId }) => (
            <Select
              id={departmentId}
              value={draft.departmentId ?? ''}
              onChange={(value) => set({ departmentId: value || null })}
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: '', label: say.noDepartment },
                ...setup.departments.map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) })),
              ]}
            />
          )}
        </EditField>
        {(
          [
            ['minutes', 1, 240],
            ['slotMinutes', 5, 240],
            ['slotCapacity', 0, 500],
            ['position', 0, 10_000],
          ] as const
        ).map(([name, min, max]) => (
          <NumberField
            key={name}
            label={fields[name]}
            value={draft[name]}
            min={min}
            max={max}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
    </ConfirmDialog>
  );
}
