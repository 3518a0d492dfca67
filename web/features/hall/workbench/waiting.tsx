/** Who waits for an errand. */
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type TicketLine } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { Empty, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { TicketRow } from './desk-lists.tsx';
import { waitingWords } from './waiting-words.ts';
import { WithdrawButton, WithdrawDialog } from './withdraw-ticket.tsx';

/** All who wait for an errand; `mayWithdraw`: with a way to take a ticket back. */
export function WaitingDialog(props: {
  outletId: string;
  errand: { id: string; name: string };
  mayWithdraw: boolean;
  onClose: () => void;
}): ReactNode {
  const say = useWords(waitingWords);
  const hall = useWords(hallWords);
  const [chosen, setChosen] = useState<TicketLine>();
  const found = useOp(
    hallContract.listWaiting,
    { params: { id: props.outletId }, query: { errandId: props.errand.id } },
    { every: 15_000 },
  );
  return (
    <Modal open title={say.title(props.errand.name)} onCancel={props.onClose} footer={null}>
      <Query of={found} isEmpty={(all) => all.length === 0} empty={<Empty title={say.nobody}>{say.nobodyWhat}</Empty>}>
        {(tickets) => (
          <ol className="yc-plain hall-waiting" aria-label={say.title(props.errand.name)}>
            {tickets.map((ticket) => (
              <TicketRow key={ticket.id} ticket={ticket}>
                {ticket.state === 'waiting' ? null : (
                  <span className={`hall-state ${ticket.state}`}>{hall.states[ticket.state]}</span>
                )}
                {props.mayWithdraw ? <WithdrawButton ticket={ticket} onPress={() => setChosen(ticket)} /> : null}
              </TicketRow>
            ))}
          </ol>
        )}
      </Query>
      {chosen ? <WithdrawDialog ticket={chosen} onClose={() => setChosen(undefined)} /> : null}
    </Modal>
  );
}
