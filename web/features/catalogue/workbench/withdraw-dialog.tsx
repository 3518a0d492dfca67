/** Withdrawing an item from a day on, with the reason; running cases go on. */
import { Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { RunningCases } from './publish-dialog.tsx';
import { catalogueReadings } from './reading.ts';
import { versionWords } from './version-words.ts';

export function WithdrawDialog(props: { itemId: string; open: boolean; onClose: () => void }): ReactNode {
  const say = useWords(versionWords);
  const id = useId();
  const [day, setDay] = useState(today());
  const withdraw = useAct(catalogueContract.withdrawItem, { changes: catalogueReadings });
  return (
    <ConfirmDialog
      open={props.open}
      title={say.withdraw}
      verb={say.withdraw}
      danger
      reason="needed"
      onClose={props.onClose}
      onConfirm={(reason) =>
        withdraw.send({ params: { id: props.itemId }, body: { fromDay: day || today(), reason: reason.slice(0, 500) } })
      }
    >
      <p>{say.withdrawWhat}</p>
      <RunningCases itemId={props.itemId} />
      <div className="hand-day">
        <label htmlFor={id}>{say.withdrawDay}</label>
        <Input id={id} type="date" min={today()} value={day} onChange={({ target }) => setDay(target.value)} />
      </div>
    </ConfirmDialog>
  );
}
