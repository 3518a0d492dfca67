/** The fees of a case: what, by which rule, how they stand; and the way to pay. */
import './payments.css';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import { paymentsContract, type Fee } from '#modules/payments/contract';
import { hrefOf } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { sayMoney } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { paymentWords } from './words.ts';

onLive('payments.', [paymentsContract.listFees, paymentsContract.getFee]);
onLive('cases.', [paymentsContract.listFees]);

export function Fees(props: { caseId: string }): ReactNode {
  const [asked] = useAsked();
  const waiting = asked.paid !== undefined;
  const found = useOp(
    paymentsContract.listFees,
    { query: { subjectId: props.caseId } },
    // The payment service reports a moment after the person has come back.
    waiting ? { every: 3_000 } : {},
  );
  if (!found.data || found.data.length === 0) return null;
  return (
    <>
      {found.data.map((fee) => (
        <FeeBox key={fee.id} fee={fee} waiting={asked.paid === fee.id} />
      ))}
    </>
  );
}

function FeeBox(props: { fee: Fee; waiting: boolean }): ReactNode {
  const { fee, waiting } = props;
  const say = useWords(paymentWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const act = useAct(paymentsContract.startPayment);
  const open = fee.state === 'asked';
  const pay = async (): Promise<void> => {
    const started = await act.send({ params: { id: fee.id } }).catch(() => undefined);
    if (!started) return;
    setLeaving(true);
    const url = new URL(started.payUrl, location.href);
    // The simulator is a page of this site, by whatever name it was reached.
    if (url.pathname.startsWith('/pay/')) void navigate({ href: `${url.pathname}${url.search}` });
    else location.assign(url);
  };
  return (
    <section className={`payments-box${open ? ' open' : ''}`} aria-labelledby={`fee-${fee.id}`}>
      <h2 id={`fee-${fee.id}`}>
        {open ? say.toPay : say.title} <span className="payments-state">{say.states[fee.state]}</span>
      </h2>
      <ul className="yc-plain">
        {fee.items.map((item) => (
          <li key={`${item.name}-${item.amountFen}`} className="payments-item">
            <span>
              {item.name}
              <span className="yc-muted yc-small"> {item.basis}</span>
            </span>
            <span className="yc-numbers">{sayMoney(item.amountFen, language)}</span>
          </li>
        ))}
        <li className="payments-item total">
          <span>{say.total}</span>
          <span className="yc-numbers">{sayMoney(fee.totalFen, language)}</span>
        </li>
      </ul>
      {fee.refundedFen > 0 ? <p>{say.refunded(sayMoney(fee.refundedFen, language))}</p> : null}
      {open && waiting ? <p role="status">{say.waiting}</p> : null}
      <ProblemNote error={act.error} />
      <div className="yc-row">
        {open ? (
          <Button type="primary" size="large" loading={act.sending || leaving} onClick={() => void pay()}>
            {say.pay(sayMoney(fee.totalFen, language))}
          </Button>
        ) : null}
        {fee.receiptId ? (
          <a
            href={hrefOf(documentsContract.openDocument, { params: { id: fee.receiptId }, query: {} })}
            target="_blank"
            rel="noreferrer"
          >
            {say.receipt}
          </a>
        ) : null}
      </div>
    </section>
  );
}
