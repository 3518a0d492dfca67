/** Complaining about service at a window. With the code of a ticket in the address no account is needed. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, keptDays } from '#modules/complaints/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { fieldsOfProblem } from '#web/client/say-problem.ts';
import { useMe } from '#web/client/session.tsx';
import { ByTicket } from '#web/ui/by-ticket.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Mine } from '#web/ui/record.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { WindowChoice } from '../window-choice.tsx';
import { complaintWords } from '../words.ts';

function Complain(): ReactNode {
  const say = useWords(complaintWords);
  const me = useMe();
  return (
    <div className="yc-record">
      <PageHeader title={say.portalTitle} sub={say.portalLine} back={{ to: '/', say: say.home }} />
      <ByTicket say={say} own={<Form />} byTicket={(_, code) => <Form ticketCode={code} />} />
      {me ? <MyComplaints /> : null}
    </div>
  );
}

function Form({ ticketCode }: { ticketCode?: string }): ReactNode {
  const say = useWords(complaintWords);
  const navigate = useNavigate();
  const [body, setBody] = useState('');
  const [windowId, setWindow] = useState<string>();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [checked, setChecked] = useState(false);
  const own = useAct(ops.complain, { changes: [ops.myComplaints] });
  const byTicket = useAct(ops.complainWithTicket, { changes: [ops.myComplaints] });
  // What the server refused, at its field.
  const wrong = fieldsOfProblem(own.error ?? byTicket.error, useLanguage());
  const send = async (): Promise<void> => {
    setChecked(true);
    if (!body.trim()) return focusFault();
    const made = await (ticketCode
      ? byTicket.send({ body: { actionId: byTicket.key(), ticketCode, body, name, phone } })
      : own.send({ body: { actionId: own.key(), body, phone, ...(windowId ? { windowId } : {}) } }));
    void navigate({ to: '/complaints/$code', params: { code: made.code } as never });
  };
  return (
    <form
      className="yc-record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(focusFault);
      }}
    >
      <EditText
        label={say.body}
        rows={5}
        maxLength={2000}
        placeholder={say.bodyHint}
        value={body}
        onChange={setBody}
        fault={checked && !body.trim() ? say.need(say.body) : wrong.body}
      />
      {ticketCode ? (
        <EditText
          label={say.name}
          optional="unsaid"
          maxLength={40}
          value={name}
          onChange={setName}
          fault={wrong.name}
        />
      ) : (
        <WindowChoice value={windowId} set={setWindow} />
      )}
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
      <p className="yc-muted yc-small">{say.kept(keptDays)}</p>
      <ProblemNote error={own.error ?? byTicket.error} />
      <div>
        <Button type="primary" size="large" htmlType="submit" loading={own.sending || byTicket.sending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
}

function MyComplaints(): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const found = useOp(ops.myComplaints, { query: { limit: 20 } }, { every: 60_000 });
  return (
    <Mine title={say.mine} rows={found.data?.rows ?? []} to="/complaints/$code" look={say.look}>
      {(row) => (
        <>
          <strong>{say.seenStates[row.state]}</strong>
          <p className="yc-muted yc-small">
            {row.number} · {sayInstant(row.madeAt, language)}
          </p>
        </>
      )}
    </Mine>
  );
}

export const page = definePage({ Component: Complain });
