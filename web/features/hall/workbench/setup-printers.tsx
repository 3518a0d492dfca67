/** The ticket printers of a hall: how each is, asked and tried from here. */
import { App, AutoComplete, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type PrinterNow } from '#modules/hall/contract';
import { newKey } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField } from '#web/ui/edit/edit-fields.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { inBrackets, useLanguage, useWords } from '#web/words/language.ts';
import { NumberField } from './setup-rule.tsx';
import { setupWords } from './setup-words.ts';

onLive('hall.printerChanged', [hallContract.listPrinters]);
const changes = [hallContract.listPrinters, hallContract.showSetup];

export function PrintersSetup(props: { outletId: string; zones: readonly string[]; mayChange: boolean }): ReactNode {
  const say = useWords(setupWords);
  const [editing, setEditing] = useState<PrinterNow | 'new'>();
  const found = useOp(hallContract.listPrinters, { params: { id: props.outletId } }, { every: 30_000 });
  return (
    <section aria-labelledby="setup-printers">
      <div className="yc-row hall-setup-head">
        <h2 id="setup-printers">{say.printers}</h2>
        {props.mayChange ? <Button onClick={() => setEditing('new')}>{say.addPrinter}</Button> : null}
      </div>
      <Query of={found}>
        {(printers) => (
          <>
            {printers.length === 0 ? <p className="yc-muted">{say.printersNone}</p> : null}
            <ul className="yc-plain hall-setup-list">
              {printers.map((printer) => (
                <OnePrinter
                  key={printer.id}
                  printer={printer}
                  {...(props.mayChange ? { onEdit: () => setEditing(printer) } : {})}
                />
              ))}
            </ul>
          </>
        )}
      </Query>
      {editing ? (
        <PrinterDialog
          outletId={props.outletId}
          zones={props.zones}
          printer={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </section>
  );
}

const bodyOf = ({ outletId, name, zone, host, port }: PrinterNow) => ({ outletId, name, zone, host, port });

function OnePrinter({ printer, onEdit }: { printer: PrinterNow; onEdit?: () => void }): ReactNode {
  const say = useWords(setupWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [taking, setTaking] = useState(false);
  const { id, name, zone, host, port, state, stateAt, waiting } = printer;
  const params = { id };
  const check = useAct(hallContract.checkPrinter, { changes });
  const test = useAct(hallContract.testPrinter, {
    changes,
    onDone: ({ printed }) => void (printed ? message.success(say.tested(true)) : message.warning(say.tested(false))),
  });
  const take = useAct(hallContract.savePrinter, { changes });
  const isWell = state === 'ready' || state === 'unknown';
  return (
    <li className={isWell ? '' : 'ill'}>
      <strong>{name}</strong>
      <span className="yc-small">
        {zone} <span className="yc-numbers">{`${host}:${port}`}</span>
      </span>
      <span className="yc-small">
        <span className={isWell ? '' : 'hall-ill'}>{say.state[state]}</span>
        {stateAt ? ` · ${sayInstant(stateAt, language)}` : ''}
        {waiting > 0 ? ` · ${say.queued(waiting)}` : ''}
      </span>
      {onEdit ? (
        <span className="yc-row">
          <Button
            size="small"
            loading={check.sending}
            onClick={() => void check.send({ params }).catch(() => {})}
            aria-label={`${say.check} ${name}`}
          >
            {say.check}
          </Button>
          <Button
            size="small"
            loading={test.sending}
            onClick={() => void test.send({ params }).catch(() => {})}
            aria-label={`${say.test} ${name}`}
          >
            {say.test}
          </Button>
          <Button size="small" onClick={onEdit} aria-label={`${say.edit} ${name}`}>
            {say.edit}
          </Button>
          <Button size="small" onClick={() => setTaking(true)} aria-label={`${say.take} ${name}`}>
            {say.take}
          </Button>
        </span>
      ) : null}
      <ProblemNote error={check.error ?? test.error} />
      <ConfirmDialog
        open={taking}
        title={say.takeTitle(name)}
        verb={say.take}
        danger
        onClose={() => setTaking(false)}
        onConfirm={() => take.send({ params, body: { ...bodyOf(printer), retired: true } })}
      >
        <p>{say.takeWhat}</p>
      </ConfirmDialog>
    </li>
  );
}

function PrinterDialog(props: {
  outletId: string;
  zones: readonly string[];
  printer: PrinterNow | undefined;
  onClose: () => void;
}): ReactNode {
  const { printer } = props;
  const say = useWords(setupWords);
  const [id] = useState(() => printer?.id ?? newKey());
  const [draft, setDraft] = useState(() =>
    printer ? bodyOf(printer) : { outletId: props.outletId, name: '', zone: '', host: '', port: 9100 },
  );
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const [checked, setChecked] = useState(false);
  const act = useAct(hallContract.savePrinter, { changes });
  const isHost = /^[A-Za-z0-9.:-]+$/.test(draft.host);
  const isWhole = draft.name.trim() !== '' && isHost;
  return (
    <ConfirmDialog
      open
      title={printer ? say.change(printer.name) : say.addPrinter}
      verb={printer ? say.save : say.addPrinter}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        if (!isWhole) return false;
        await act.send({ params: { id }, body: { ...draft, name: draft.name.trim(), retired: false } });
        return true;
      }}
    >
      <div className="hall-setup">
        <EditField label={say.printerName} fault={checked && draft.name.trim() === '' ? say.missing : undefined} wide>
          {(ties) => (
            <Input {...ties} value={draft.name} maxLength={40} onChange={({ target }) => set({ name: target.value })} />
          )}
        </EditField>
        <EditField label={say.host} hint={say.hostWhat} fault={checked && !isHost ? say.missing : undefined}>
          {(ties) => (
            <Input
              {...ties}
              value={draft.host}
              maxLength={120}
              onChange={({ target }) => set({ host: target.value.trim() })}
            />
          )}
        </EditField>
        <NumberField
          label={`${say.port}${inBrackets(say.portWhat)}`}
          value={draft.port}
          min={1}
          max={65_535}
          onChange={(port) => set({ port })}
        />
        <EditField label={say.fields.zone} optional>
          {({ id: zoneId }) => (
            <AutoComplete
              id={zoneId}
              value={draft.zone}
              onChange={(zone: string) => set({ zone: zone.slice(0, 50) })}
              options={props.zones.map((value) => ({ value }))}
            />
          )}
        </EditField>
      </div>
    </ConfirmDialog>
  );
}
