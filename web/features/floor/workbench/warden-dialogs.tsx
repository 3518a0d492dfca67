/** Planning who looks after a zone, and handing it over with a word. */
import { App, Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, halves as allHalves, type Half, type Warden } from '#modules/floor/contract';
import { peopleContract } from '#modules/people/contract';
import { mostLetters } from '#web/client/most-letters.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField, EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { today } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { useWords } from '#web/words/language.ts';
import { daysOf, mostDays } from '../days.ts';
import { roundWords } from '../round-words.ts';
import { WhichDays } from './which-days.tsx';

/** Staff of a hall to choose from; for those who may see the list. */
function useStaff(outletId: string, enabled: boolean): { value: string; label: string }[] {
  const staff = useOp(peopleContract.listStaff, { query: { outletId, limit: 500 } }, { enabled });
  return (staff.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }));
}

export function PlanWardenDialog(props: {
  outletId: string;
  zones: readonly string[];
  day: string;
  onClose: () => void;
}): ReactNode {
  const say = useWords(roundWords);
  const { message } = App.useApp();
  const begin = props.day < today() ? today() : props.day;
  const zoneName = useZoneName(props.outletId);
  const [zone, setZone] = useState(props.zones[0]!);
  const [accountId, setAccount] = useState<string>();
  const [span, setSpan] = useState({ from: begin, to: begin, noWeekend: true });
  const [halves, setHalves] = useState<Half[]>([...allHalves]);
  const [tried, setTried] = useState(false);
  const staff = useStaff(props.outletId, true);
  const act = useAct(floorContract.planWardens, { changes: [floorContract.readWardens] });
  const days = daysOf(span);
  const missing = !accountId ? say.planWho : days.length === 0 ? say.to : halves.length === 0 ? say.planHalves : undefined; // prettier-ignore
  const send = async (): Promise<boolean> => {
    setTried(true);
    if (!accountId || missing || days.length > mostDays) return false;
    const { planned } = await act.send({ params: { id: props.outletId }, body: { zone, accountId, days, halves } });
    void message.success(say.planned(planned));
    return true;
  };
  return (
    <ConfirmDialog open title={say.plan} verb={say.plan} onConfirm={send} onClose={props.onClose}>
      <EditSelect
        label={say.zone}
        value={zone}
        onChange={(chosen) => setZone(chosen ?? zone)}
        options={props.zones.map((value) => ({ value, label: zoneName(value) }))}
      />
      <EditSelect label={say.planWho} value={accountId} onChange={setAccount} options={staff} />
      <WhichDays span={span} say={say} onChange={setSpan} />
      <Checkbox.Group
        aria-label={say.planHalves}
        value={halves}
        onChange={(values) => setHalves(values as Half[])}
        options={allHalves.map((value) => ({ value, label: say.halves[value] }))}
      />
      {tried && missing ? (
        <p className="yc-fault" role="alert">
          {say.need(missing)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}

export function HandDialog(props: {
  warden: Warden;
  outletId: string;
  people: readonly { accountId: string; name: string }[];
  onClose: () => void;
}): ReactNode {
  const say = useWords(roundWords);
  const { message } = App.useApp();
  const { warden } = props;
  const zoneName = useZoneName(props.outletId);
  const [accountId, setAccount] = useState<string>();
  const [tried, setTried] = useState(false);
  const manages = hasRole(useMe(), ['office']);
  const staff = useStaff(props.outletId, manages);
  const there = props.people.map((one) => ({ value: one.accountId, label: one.name }));
  const options = (manages ? staff : there).filter(({ value }) => value !== warden.accountId);
  const act = useAct(floorContract.handOverWarden, { changes: [floorContract.readWardens] });
  return (
    <ConfirmDialog
      open
      title={say.handTitle(`${zoneName(warden.zone)} ${say.halves[warden.half]}`)}
      verb={say.handOver}
      reason="needed"
      reasonLabel={say.handNote}
      reasonMost={mostLetters(floorContract.handOverWarden, 'note')}
      onClose={props.onClose}
      onConfirm={async (note) => {
        setTried(true);
        if (!accountId) return false;
        await act.send({ params: { id: warden.id }, body: { actionId: act.key(), accountId, note } });
        void message.success(say.handedOver);
        return true;
      }}
    >
      <EditField label={say.handTo}>
        {(ties) => <Select {...ties} value={accountId} onChange={setAccount} showSearch={{ optionFilterProp: 'label' }} options={options} notFoundContent={say.nobodyThere} />}
      </EditField>
      {tried && !accountId ? (
        <p className="yc-fault" role="alert">
          {say.need(say.handTo)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore
