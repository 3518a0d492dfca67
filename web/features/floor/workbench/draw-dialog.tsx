/** Drawing an unannounced check: which day, how many windows, who looks, at what, on what ground. */
import { App, Input, InputNumber } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { floorContract } from '#modules/floor/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { checkWords } from '../check-words.ts';
import { TeamSelect, type Member } from './team-select.tsx';

export function DrawDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(checkWords);
  const id = useId();
  const { message } = App.useApp();
  const [day, setDay] = useState(today());
  const [wanted, setWanted] = useState(3);
  const [team, setTeam] = useState<Member[]>([]);
  const [look, setLook] = useState<string>(say.lookUsual);
  const [basis, setBasis] = useState<string>(say.basisUsual);
  const [tried, setTried] = useState(false);
  const act = useAct(floorContract.drawCheck, { changes: [floorContract.listChecks] });
  const missing = team.length < 2 ? say.team : look.trim() === '' ? say.look : basis.trim() === '' ? say.basis : !day ? say.day : undefined; // prettier-ignore
  return (
    <ConfirmDialog
      open
      title={say.draw}
      verb={say.draw}
      width={560}
      onClose={onClose}
      onConfirm={async () => {
        setTried(true);
        if (missing) return false;
        await act.send({ params: { id: outletId }, body: { actionId: act.key(), day, wanted, team: team.map(({ value }) => value), look, basis } });
        void message.success(say.drawn);
        return true;
      }}
    >
      <p className="yc-muted">{say.drawWhat}</p>
      <div className="yc-row">
        <label>
          {say.day} <Input type="date" min={today()} value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
        <label htmlFor={`${id}-wanted`}>
          {say.wanted} <InputNumber id={`${id}-wanted`} min={1} max={50} precision={0} value={wanted} onChange={(value) => setWanted(value ?? 1)} />
        </label>
      </div>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-team`}>
          {say.team}
        </label>
        <TeamSelect id={`${id}-team`} team={team} onChange={setTeam} />
      </div>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-look`}>
          {say.look}
        </label>
        <Input.TextArea id={`${id}-look`} rows={2} maxLength={500} value={look} onChange={({ target }) => setLook(target.value)} />
      </div>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-basis`}>
          {say.basis}
        </label>
        <Input id={`${id}-basis`} maxLength={500} value={basis} onChange={({ target }) => setBasis(target.value)} />
      </div>
      {tried && missing ? (
        <p className="yc-fault" role="alert">
          {say.need(missing)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore
