/** Taking a ticket back: of somebody who has left, holds another one, or took it to sell it. */
import './halls.css';
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, withdrawReasons, type TicketLine, type WithdrawReason } from '#modules/hall/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { waitingWords } from './waiting-words.ts';

export function WithdrawButton({ ticket, onPress }: { ticket: TicketLine; onPress: () => void }): ReactNode {
  const say = useWords(waitingWords);
  return (
    <span className="yc-row">
      <Button size="small" onClick={onPress} aria-label={`${say.withdraw} ${ticket.number}`}>
        {say.withdraw}
      </Button>
    </span>
  );
}

export function WithdrawDialog({ ticket, onClose }: { ticket: TicketLine; onClose: () => void }): ReactNode {
  const say = useWords(waitingWords);
  const hall = useWords(hallWords);
  const [reason, setReason] = useState<WithdrawReason>();
  const [missing, setMissing] = useState(false);
  const act = useAct(hallContract.withdrawTicket, {
    changes: [hallContract.listWaiting, hallContract.showHall, hallContract.showDesk],
  });
  return (
    <ConfirmDialog
      open
      danger
      title={say.withdrawTitle(ticket.number)}
      verb={say.withdraw}
      onClose={onClose}
      onConfirm={() => {
        if (reason) return act.send({ params: { id: ticket.id }, body: { actionId: act.key(), reason } });
        setMissing(true);
        return Promise.resolve(false);
      }}
    >
      <div className="yc-stack">
        <p>{say.withdrawWhat}</p>
        <Radio.Group
          className="hall-reasons"
          aria-label={say.why}
          value={reason}
          onChange={({ target }) => setReason(target.value as WithdrawReason)}
          options={withdrawReasons.map((one) => ({ value: one, label: hall.withdrawn[one] }))}
        />
        {missing && !reason ? (
          <p className="yc-fault" role="alert">
            {say.whyMissing}
          </p>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
