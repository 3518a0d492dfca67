/** Handing a ticket on: to another errand, and perhaps to one window. */
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type Desk, type TicketLine } from '#modules/hall/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { deskWords } from './words.ts';

export function TransferTicket(props: { desk: Desk; ticket: TicketLine; onClose: () => void }): ReactNode {
  const { elsewhere } = props.desk;
  const say = useWords(deskWords);
  const language = useLanguage();
  const [errandId, setErrandId] = useState<string>('');
  const [windowId, setWindowId] = useState<string>('');
  const errandOf = errandId || props.ticket.errandId;
  const windows = elsewhere.windows.filter(({ errandIds }) => errandIds.includes(errandOf));
  const act = useAct(hallContract.transferTicket, { changes: [hallContract.showDesk] });
  return (
    <ConfirmDialog
      open
      title={say.transferTitle(props.ticket.number)}
      verb={say.transfer}
      onClose={props.onClose}
      onConfirm={() =>
        act.send({
          params: { id: props.ticket.id },
          body: { actionId: act.key(), ...(errandId ? { errandId } : {}), ...(windowId ? { windowId } : {}) },
        })
      }
    >
      <div className="yc-stack">
        <div className="yc-field">
          <label htmlFor="transfer-errand" className="yc-field-title">
            {say.toErrand}
          </label>
          <Select
            id="transfer-errand"
            value={errandId}
            onChange={(id) => {
              setErrandId(id);
              setWindowId('');
            }}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: say.same },
              ...elsewhere.errands.map(({ id, prefix, name, nameEn }) => ({
                value: id,
                label: `${prefix} ${pick(language, name, nameEn)}`,
              })),
            ]}
          />
        </div>
        <div className="yc-field">
          <label htmlFor="transfer-window" className="yc-field-title">
            {say.toWindow}
          </label>
          <Select
            id="transfer-window"
            value={windowId}
            onChange={setWindowId}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: say.anyWindow },
              ...windows.map(({ id, number, name, nameEn }) => ({
                value: id,
                label: `${number} ${pick(language, name, nameEn)}`,
              })),
            ]}
          />
        </div>
        <p className="yc-muted yc-small">{say.keepsPlace}</p>
      </div>
    </ConfirmDialog>
  );
}
