/** Taking in a complaint that somebody makes by word of mouth; the code goes with them. */
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, type ComplaintSeen } from '#modules/complaints/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { useWords } from '#web/words/language.ts';
import { BodyField, TextLine, WindowChoice } from '../complaint-fields.tsx';
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
  if (made)
    return (
      <Modal open title={say.takeIn} footer={null} onCancel={onClose}>
        <div className="yc-stack">
          <p role="status">{say.givenCode(made.code)}</p>
          <QrCode text={`${location.origin}/complaints/${made.code}`} what={say.portalTitle} size={180} />
        </div>
      </Modal>
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
      <BodyField value={body} set={setBody} faulty={checked && !body.trim()} />
      <TextLine label={say.ticketCode} value={ticketCode} set={setTicket} max={80} />
      {ticketCode.trim() ? null : <WindowChoice value={windowId} set={setWindow} />}
      <TextLine label={say.name} value={name} set={setName} max={40} />
      <TextLine label={say.phone} value={phone} set={setPhone} max={30} type="tel" />
    </ConfirmDialog>
  );
}
