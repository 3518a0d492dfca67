/** The payment page of the demo district: what a payment service would show. */
import './payments.css';
import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { paymentsContract } from '#modules/payments/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { sayMoney } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { paymentWords } from './words.ts';

function Simulator(): ReactNode {
  const say = useWords(paymentWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const id = useParam('id');
  const [asked] = useAsked();
  const found = useOp(paymentsContract.getFee, { params: { id } });
  const [failed, setFailed] = useState(false);
  const act = useAct(paymentsContract.simulatePayment, {
    changes: [paymentsContract.listFees, paymentsContract.getFee, casesContract.getCase, casesContract.myCases],
  });
  return (
    <Query of={found}>
      {(fee) => {
        const go = async (outcome: 'paid' | 'failed' | 'unheard'): Promise<void> => {
          setFailed(false);
          const done = await act.send({ body: { ref: asked.ref ?? '', outcome } }).then(
            () => true,
            () => false,
          );
          if (!done) return;
          if (outcome === 'failed') return setFailed(true);
          void navigate({
            to: '/mine/cases/$id',
            params: { id: fee.subjectId } as never,
            search: { paid: fee.id } as never,
            replace: true,
          });
        };
        return (
          <div className="payments-page">
            <PageHeader title={say.simulator} sub={say.simulatorLine} />
            <dl className="payments-facts">
              <dt>{say.matter}</dt>
              <dd>{fee.itemName}</dd>
              <dt>{say.department}</dt>
              <dd>{fee.departmentName}</dd>
              <dt>{say.total}</dt>
              <dd className="payments-amount yc-numbers">{sayMoney(fee.totalFen, language)}</dd>
            </dl>
            {failed ? (
              <p className="yc-problem" role="alert">
                {say.failed}
              </p>
            ) : null}
            <ProblemNote error={act.error} />
            <div className="yc-stack">
              <Button
                type="primary"
                size="large"
                loading={act.sending}
                disabled={fee.state !== 'asked'}
                onClick={() => void go('paid')}
              >
                {say.payNow}
              </Button>
              <Button disabled={fee.state !== 'asked'} onClick={() => void go('failed')}>
                {say.fail}
              </Button>
              <Button disabled={fee.state !== 'asked'} onClick={() => void go('unheard')}>
                {say.unheard}
              </Button>
              <Link to="/mine/cases/$id" params={{ id: fee.subjectId } as never}>
                {say.back}
              </Link>
            </div>
          </div>
        );
      }}
    </Query>
  );
}

export const page = definePage({ roles: ['resident'], Component: Simulator });
