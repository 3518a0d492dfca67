/** After a ticket was given at the desk: its number, large, and whether it has come out of the printer; once more if it has to be. */
import { Button, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type PrinterNow, type TicketSeen } from '#modules/hall/contract';
import { call, newKey } from '#web/client/client.ts';
import { usePrint } from '#web/ui/print.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { usePrintOut } from '../print-out.ts';
import { Slip } from './slip.tsx';
import { deskWords } from './words.ts';

/** What the browser of the desk itself prints on. */
export const byBrowser = 'browser';
const able = ({ state }: PrinterNow): boolean => state === 'ready' || state === 'nearEnd' || state === 'unknown';
/** The printer that is offered first: one that was seen to be able to print, else the browser's. */
export const firstPrinter = (printers: readonly PrinterNow[]): string =>
  printers.find(({ state }) => state === 'ready' || state === 'nearEnd')?.id ?? byBrowser;

/** Where it is printed, with how each printer is. */
export function ChoosePrinter(props: {
  printers: readonly PrinterNow[];
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const say = useWords(deskWords);
  return (
    <div className="yc-field">
      <label htmlFor="issue-printer" className="yc-field-title">
        {say.printer}
      </label>
      <Select
        id="issue-printer"
        value={props.value}
        onChange={props.onChange}
        options={[
          ...props.printers.map((printer) => ({
            value: printer.id,
            label: able(printer) ? printer.name : `${printer.name} · ${say.printerStates[printer.state]}`,
          })),
          { value: byBrowser, label: say.byBrowser },
        ]}
      />
    </div>
  );
}

export function PrintedTicket(props: {
  ticket: TicketSeen;
  /** By which it was asked for, and where. */
  printId: string;
  printer: PrinterNow;
  onClose: () => void;
}): ReactNode {
  const { ticket, printer } = props;
  const say = useWords(deskWords);
  const language = useLanguage();
  const { print, sheet } = usePrint();
  const [printId, setPrintId] = useState(props.printId);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const how = usePrintOut(printId);
  const again = async (): Promise<void> => {
    setSending(true);
    setError(undefined);
    try {
      const actionId = newKey();
      await call(hallContract.printTicket, { params: { id: printer.id }, body: { actionId, ticketId: ticket.id } });
      setPrintId(actionId);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Modal
        open
        title={pick(language, ticket.errandName, ticket.errandNameEn)}
        onCancel={props.onClose}
        footer={[
          <Button key="again" loading={sending} disabled={how === 'wait'} onClick={() => void again()}>
            {say.printAgain}
          </Button>,
          <Button key="browser" onClick={() => void print(<Slip ticket={ticket} />, 'slip')}>
            {say.byBrowser}
          </Button>,
          <Button key="done" type="primary" onClick={props.onClose}>
            {say.done}
          </Button>,
        ]}
      >
        <div className="desk-given">
          <strong className="yc-numbers">{ticket.number}</strong>
          <p role="status" className={how === 'not' ? 'desk-given-not' : ''}>
            {how === 'out' ? say.printOut(printer.name) : how === 'not' ? say.printNot(printer.name) : say.printWaits}
          </p>
          <p className="yc-muted yc-small">{say.slipCode(ticket.code)}</p>
          <ProblemNote error={error} />
        </div>
      </Modal>
      {sheet}
    </>
  );
}
