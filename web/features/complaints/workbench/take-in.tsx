/** Taking in a complaint that somebody makes by word of mouth; the code goes with them. */
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, type ComplaintSeen } from '#modules/complaints/contract';
import { useAct } from '#web/client/query.ts';
import { fieldsOfProblem } from '#web/client/say-problem.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { GivenCode } from '#web/ui/given-code.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { WindowChoice } from '../window-choice.tsx';
import { complaintWords } from '../words.ts';

export function TakeIn({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(complaintWords);
  const [made, setMade] = useState<ComplaintSeen>();
  const [body, setBody] = useState('');
  const [ticketCode, setTicket] = useState('');
  const [windowId, setWindow] = useState<string>();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.takeIn, { changes: [ops.listComplaints, ops.countComplaints] });
  // What the server refused, at its field.
  const wrong = fieldsOfProblem(act.error, useLanguage());
  if (made)
    return (
      <GivenCode
        open
        title={say.takeIn}
        line={say.givenCode(made.code)}
        at={`/complaints/${made.code}`}
        what={say.portalTitle}
        onClose={onClose}
      />
    );
  return (
    <ConfirmDialog
      open
      title={say.takeIn}
      verb={say.takeIn}
      width={560}
      onClose={onClose}
      onConfirm={async () => {
        setChecked(true);
        if (!body.trim()) return false;
        const where = ticketCode.trim() ? { ticketCode: ticketCode.trim() } : windowId ? { windowId } : {};
        setMade(await act.send({ body: { actionId: act.key(), body, name, phone, ...where } }));
        return false;
      }}
    >
      <p className="yc-muted">{say.takeInLine}</p>
      <EditText
        label={say.body}
        rows={5}
        maxLength={2000}
        placeholder={say.bodyHint}
        value={body}
        onChange={setBody}
        fault={checked && !body.trim() ? say.need(say.body) : wrong.body}
      />
      <EditText
        label={say.ticketCode}
        optional="unsaid"
        maxLength={80}
        value={ticketCode}
        onChange={setTicket}
        fault={wrong.ticketCode}
      />
      {ticketCode.trim() ? null : <WindowChoice value={windowId} set={setWindow} />}
      <EditText label={say.name} optional="unsaid" maxLength={40} value={name} onChange={setName} fault={wrong.name} />
      <EditText
        label={say.phone}
        optional="unsaid"
        wide
        kind="tel"
        maxLength={30}
        value={phone}
        onChange={setPhone}
        fault={wrong.phone ? say.phoneForm : undefined}
      />
    </ConfirmDialog>
  );
}
