/** Complaining about service at a window. With the code of a ticket in the address no account is needed. */
import '../complaints.css';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops } from '#modules/complaints/contract';
import { hallContract } from '#modules/hall/contract';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { BodyField, TextLine, WindowChoice } from '../complaint-fields.tsx';
import { complaintWords } from '../words.ts';

onLive('complaints.', [ops.myComplaints]);

function Complain(): ReactNode {
  const say = useWords(complaintWords);
  const me = useMe();
  const { href } = useLocation();
  const [asked] = useAsked();
  const code = asked.ticket;
  return (
    <div className="complaint-page">
      <PageHeader title={say.portalTitle} sub={say.portalLine} back={{ to: '/', say: say.home }} />
      {code ? <WithTicket code={code} /> : null}
      {!code && me ? <Form /> : null}
      {!code && !me ? (
        <p>
          {say.signIn}{' '}
          <Link to="/sign-in" search={{ next: href } as never}>
            {say.signInNow}
          </Link>
        </p>
      ) : null}
      {me ? <Mine /> : null}
    </div>
  );
}

function WithTicket({ code }: { code: string }): ReactNode {
  const say = useWords(complaintWords);
  const found = useOp(hallContract.lookTicket, { params: { code } });
  return (
    <Query of={found}>
      {({ number }) => (
        <>
          <p>{say.withTicket(number)}</p>
          <Form ticketCode={code} />
        </>
      )}
    </Query>
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
      className="complaint-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => {});
      }}
    >
      <BodyField value={body} set={setBody} faulty={checked && !body.trim()} />
      {ticketCode ? (
        <TextLine label={say.name} value={name} set={setName} max={40} />
      ) : (
        <WindowChoice value={windowId} set={setWindow} />
      )}
      <TextLine label={say.phone} value={phone} set={setPhone} max={30} type="tel" />
      <ProblemNote error={own.error ?? byTicket.error} />
      <div>
        <Button type="primary" size="large" htmlType="submit" loading={own.sending || byTicket.sending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
}

function Mine(): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const found = useOp(ops.myComplaints, { query: { limit: 20 } });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="complaints-mine">
      <h2 id="complaints-mine">{say.mine}</h2>
      <ul className="yc-plain yc-stack">
        {rows.map((row) => (
          <li key={row.code} className="complaint-card">
            <strong>{say.seenStates[row.state]}</strong>
            <p className="yc-muted yc-small">
              {row.number} · {sayInstant(row.madeAt, language)}
            </p>
            <Link to="/complaints/$code" params={{ code: row.code } as never}>
              {say.look}
              <span className="yc-hidden"> {row.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const page = definePage({ Component: Complain });
