/** The fees of a case at the workbench: what was asked, what was paid, and entering money that is taken at a window. */
import './fees.css';
import { App, Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { paymentsContract, type Fee } from '#modules/payments/contract';
import { call, hrefOf } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant, Money } from '#web/ui/due.tsx';
import { Failing } from '#web/ui/states.tsx';
import { sayMoney } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { feeWords } from './words.ts';

onLive('payments.', [paymentsContract.listFees]);
onLive('cases.', [paymentsContract.listFees]);

/** Nothing is drawn for a case that never had a fee. */
export function CaseFees(props: { caseId: string }): ReactNode {
  const say = useWords(feeWords);
  const query = useOp(paymentsContract.listFees, { query: { subjectId: props.caseId } });
  if (query.error && !query.data) return <Failing error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className="fees" aria-labelledby="case-fees">
      <h2 id="case-fees">{say.title}</h2>
      {query.data.map((fee) => (
        <OneFee key={fee.id} fee={fee} />
      ))}
    </section>
  );
}

function OneFee({ fee }: { fee: Fee }): ReactNode {
  const say = useWords(feeWords);
  const language = useLanguage();
  const me = useMe();
  const { message } = App.useApp();
  const [taking, setTaking] = useState(false);
  const [method, setMethod] = useState<'cash' | 'card'>('cash');
  const sum = sayMoney(fee.totalFen, language);
  const record = async (): Promise<void> => {
    await call(paymentsContract.recordPayment, { params: { id: fee.id }, body: { method } });
    void message.success(say.recorded(sum));
    await readAgain(
      paymentsContract.listFees,
      casesContract.getCase,
      casesContract.workList,
      documentsContract.listDocuments,
    );
  };
  return (
    <div className="fee">
      <div className="fee-head">
        <strong>{say.states[fee.state]}</strong>
        <span className="yc-numbers">{say.total(sum)}</span>
        {fee.state === 'asked' && hasRole(me, ['clerk', 'head', 'office']) ? (
          <Button size="small" onClick={() => setTaking(true)}>
            {say.record}
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
      <ul className="yc-plain">
        {fee.items.map(({ name, amountFen, basis }) => (
          <li key={name}>
            <span>{name}</span>
            <Money fen={amountFen} />
            <span className="yc-muted yc-small">
              {say.basis} {basis}
            </span>
          </li>
        ))}
      </ul>
      {fee.movements.length > 0 ? (
        <ul className="yc-plain fee-movements">
          {fee.movements.map((movement, at) => (
            <li key={at}>
              <Instant at={movement.at} /> · {say.movements[movement.kind]} <Money fen={movement.amountFen} />
              {movement.method
                ? ` · ${say.methods[movement.method as keyof typeof say.methods] ?? movement.method}`
                : ''}
              {movement.reason ? <span className="yc-muted"> · {movement.reason}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <ConfirmDialog
        open={taking}
        title={say.record}
        verb={say.record}
        onClose={() => setTaking(false)}
        onConfirm={record}
      >
        <p>{say.recordWhat(sum)}</p>
        <Radio.Group
          value={method}
          aria-label={say.record}
          options={[
            { value: 'cash', label: say.cash },
            { value: 'card', label: say.card },
          ]}
          onChange={({ target }) => setMethod(target.value as 'cash' | 'card')}
        />
      </ConfirmDialog>
    </div>
  );
}
