/** A ticket for somebody without a phone: chosen here, printed as a slip with the code that follows it. */
import { Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type TicketSeen } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useWhoComes } from '../who-comes.tsx';
import { hallWords } from '../words.ts';
import { deskWords } from './words.ts';

export function IssueTicket(props: { outletId: string; open: boolean; onClose: () => void }): ReactNode {
  const say = useWords(deskWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const { print, sheet } = usePrint();
  const [errandId, setErrandId] = useState<string>();
  const who = useWhoComes({ priority: say.priorityLabel, none: say.noPriority });
  const [evenSo, setEvenSo] = useState(false);
  const [checked, setChecked] = useState(false);
  const input = { params: { id: props.outletId } };
  const place = useOp(hallContract.showPlace, input, { enabled: props.open, every: 10_000 });
  const act = useAct(hallContract.issueTicket, { changes: [hallContract.showDesk, hallContract.showPlace] });
  const chosen = place.data?.errands.find(({ id }) => id === errandId);
  const close = (): void => {
    act.reset();
    setErrandId(undefined);
    who.reset();
    setEvenSo(false);
    setChecked(false);
    props.onClose();
  };
  return (
    <>
      <ConfirmDialog
        open={props.open}
        title={say.issueTitle}
        verb={say.give}
        onClose={close}
        onConfirm={async () => {
          setChecked(true);
          if (!chosen || (chosen.takes !== 'yes' && !evenSo)) return false;
          const body = { actionId: act.key(), errandId: chosen.id, ...who.given, evenSo };
          const ticket = await act.send({ ...input, body });
          void print(<Slip ticket={ticket} />, 'slip');
          return true;
        }}
      >
        <div className="yc-stack">
          <p className="yc-muted">{say.issueLine}</p>
          <div className="yc-field">
            <label htmlFor="issue-errand" className="yc-field-title">
              {say.errand}
            </label>
            <Select
              id="issue-errand"
              value={errandId ?? null}
              onChange={setErrandId}
              showSearch={{ optionFilterProp: 'label' }}
              options={(place.data?.errands ?? []).map(({ id, prefix, name, nameEn, waiting, takes }) => ({
                value: id,
                label: `${prefix} ${pick(language, name, nameEn)} · ${hall.people(waiting)}${takes === 'yes' ? '' : ` · ${say.takes[takes]}`}`,
              }))}
            />
            {checked && !chosen ? (
              <p className="yc-fault" role="alert">
                {say.chooseErrand}
              </p>
            ) : null}
          </div>
          {who.fields}
          {chosen && chosen.takes !== 'yes' ? (
            <Checkbox checked={evenSo} onChange={({ target }) => setEvenSo(target.checked)}>
              {say.although[chosen.takes]}
            </Checkbox>
          ) : null}
        </div>
      </ConfirmDialog>
      {sheet}
    </>
  );
}

function Slip({ ticket }: { ticket: TicketSeen }): ReactNode {
  const say = useWords(deskWords);
  const language = useLanguage();
  return (
    <div className="hall-slip">
      <p>{pick(language, ticket.outletName, ticket.outletNameEn)}</p>
      <p className="hall-slip-number">{ticket.number}</p>
      <p>
        {pick(language, ticket.errandName, ticket.errandNameEn)} · {ticket.zone}
      </p>
      <p>{say.slipAhead(ticket.ahead ?? 0)}</p>
      <QrCode text={`${location.origin}/tickets/${ticket.code}`} what={say.slipScan} size={150} />
      <p>{say.slipScan}</p>
      <p>{say.slipCode(ticket.code)}</p>
      <p>{exactInstant(ticket.takenAt)}</p>
    </div>
  );
}
