/** A ticket for somebody without a phone: chosen here, printed as a slip with the code that follows it. */
import { Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type PrinterNow, type TicketSeen } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ElsewhereList } from '../elsewhere-list.tsx';
import { useWhoComes } from '../who-comes.tsx';
import { hallWords } from '../words.ts';
import { ChoosePrinter, firstPrinter, PrintedTicket } from './printed-ticket.tsx';
import { Slip } from './slip.tsx';
import { deskWords } from './words.ts';

/** What stands against a ticket, and may be gone over. For a party, or since the page was read, only the refusal knows it. */
const refusals: Readonly<Record<string, 'full' | 'closed'>> = { 'hall.dayFull': 'full', 'hall.notOpen': 'closed' };

export function IssueTicket(props: { outletId: string; open: boolean; onClose: () => void }): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const { print, sheet } = usePrint();
  const [errandId, setErrandId] = useState<string>();
  const who = useWhoComes({ priority: say.priorityLabel, none: say.noPriority });
  const [evenSo, setEvenSo] = useState(false);
  const [checked, setChecked] = useState(false);
  const input = { params: { id: props.outletId } };
  const place = useOp(hallContract.showPlace, input, { enabled: props.open, every: 10_000 });
  const printers = useOp(hallContract.listPrinters, input, { enabled: props.open, every: 30_000 }).data ?? [];
  const [chosenPrinter, setChosenPrinter] = useState<string>();
  const at = chosenPrinter ?? firstPrinter(printers);
  const [given, setGiven] = useState<{ ticket: TicketSeen; printId: string; printer: PrinterNow }>();
  const act = useAct(hallContract.issueTicket, { changes: [hallContract.showDesk, hallContract.showPlace] });
  const chosen = place.data?.errands.find(({ id }) => id === errandId);
  const against = refusals[act.error?.code ?? ''] ?? (chosen?.takes === 'yes' ? undefined : chosen?.takes);
  const close = (): void => {
    // Whoever comes next may want the same: theirs is a ticket of their own.
    act.abandon();
    setErrandId(undefined);
    who.reset();
    setEvenSo(false);
    setChecked(false);
    props.onClose();
  };
  return (
    <>
      <ConfirmDialog
        open={props.open}
        title={say.issueTitle}
        verb={say.give}
        onClose={close}
        onConfirm={async () => {
          setChecked(true);
          if (!chosen) return false;
          const printer = printers.find(({ id }) => id === at);
          const actionId = act.key();
          const asked = { actionId, errandId: chosen.id, ...who.given, evenSo: evenSo && against !== undefined };
          const ticket = await act.send({ ...input, body: printer ? { ...asked, printerId: printer.id } : asked });
          if (printer) setGiven({ ticket, printId: actionId, printer });
          else void print(<Slip ticket={ticket} />, 'slip');
          return true;
        }}
      >
        <div className="yc-stack">
          <p className="yc-muted">{say.issueLine}</p>
          <div className="yc-field">
            <label htmlFor="issue-errand" className="yc-field-title">
              {say.errand}
            </label>
            <Select
              id="issue-errand"
              value={errandId ?? null}
              onChange={(id) => {
                setErrandId(id);
                // Said of what was chosen before.
                act.reset();
                setEvenSo(false);
              }}
              showSearch={{ optionFilterProp: 'label' }}
              options={(place.data?.errands ?? []).map(({ id, prefix, name, nameEn, waiting, takes }) => ({
                value: id,
                label: `${prefix} ${pick(language, name, nameEn)} · ${hall.people(waiting)}${takes === 'yes' ? '' : ` · ${say.takes[takes]}`}`,
              }))}
            />
            {checked && !chosen ? (
              <p className="yc-fault" role="alert">
                {say.chooseErrand}
              </p>
            ) : null}
          </div>
          {who.fields}
          {printers.length > 0 ? <ChoosePrinter printers={printers} value={at} onChange={setChosenPrinter} /> : null}
          {chosen ? <ElsewhereList errand={chosen} /> : null}
          {against ? (
            <Checkbox checked={evenSo} onChange={({ target }) => setEvenSo(target.checked)}>
              {say.although[against]}
            </Checkbox>
          ) : null}
        </div>
      </ConfirmDialog>
      {given ? <PrintedTicket key={given.printId} {...given} onClose={() => setGiven(undefined)} /> : null}
      {sheet}
    </>
  );
}
