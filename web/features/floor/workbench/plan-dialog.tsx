/** Planning turns: who, which days, morning or afternoon. */
import { App, Checkbox, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { floorContract } from '#modules/floor/contract';
import { officesContract } from '#modules/offices/contract';
import { peopleContract } from '#modules/people/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { daysOf } from '../days.ts';
import { floorWords } from '../words.ts';

const spans = { morning: { starts: '09:00', ends: '12:00' }, afternoon: { starts: '13:30', ends: '17:00' } } as const;
type Half = keyof typeof spans;

export function PlanDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(floorWords);
  const id = useId();
  const { message } = App.useApp();
  const [accountIds, setAccounts] = useState<string[]>([]);
  const [windowId, setWindow] = useState<string>();
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState(today());
  const [noWeekend, setNoWeekend] = useState(true);
  const [halves, setHalves] = useState<Half[]>(['morning', 'afternoon']);
  const [missing, setMissing] = useState<string>();
  const staff = useOp(peopleContract.listStaff, { query: { outletId, limit: 500 } });
  const windows = useOp(officesContract.listWindows, { query: { outletId, limit: 500 } });
  const act = useAct(floorContract.planTurns, { changes: [floorContract.listAttendance, floorContract.readAttendance] }); // prettier-ignore
  const send = async (): Promise<boolean> => {
    const days = daysOf(from, to, noWeekend);
    const lacking = accountIds.length === 0 ? say.planWho : days.length === 0 ? say.planTo : halves.length === 0 ? say.planSpans : undefined; // prettier-ignore
    setMissing(lacking);
    if (lacking) return false;
    const { planned } = await act.send({ params: { id: outletId }, body: { accountIds, days, spans: halves.map((half) => spans[half]), ...(windowId ? { windowId } : {}) } }); // prettier-ignore
    void message.success(say.planned(planned));
    return true;
  };
  return (
    <ConfirmDialog open title={say.plan} verb={say.plan} onConfirm={send} onClose={onClose}>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-who`}>
          {say.planWho}
        </label>
        <Select
          id={`${id}-who`}
          mode="multiple"
          value={accountIds}
          onChange={(chosen) => {
            setAccounts(chosen);
            setMissing(undefined);
          }}
          showSearch={{ optionFilterProp: 'label' }}
          options={(staff.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-window`}>
          {say.planWindow}
        </label>
        <Select
          id={`${id}-window`}
          allowClear
          value={windowId}
          onChange={setWindow}
          showSearch={{ optionFilterProp: 'label' }}
          options={(windows.data?.rows ?? []).map((one) => ({ value: one.id, label: one.number }))}
        />
      </div>
      <div className="yc-row">
        <label>
          {say.planFrom}{' '}
          <Input type="date" min={today()} value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {say.planTo}{' '}
          <Input
            type="date"
            min={from}
            value={to}
            onChange={({ target }) => {
              setTo(target.value);
              setMissing(undefined);
            }}
          />
        </label>
      </div>
      <Checkbox checked={noWeekend} onChange={({ target }) => setNoWeekend(target.checked)}>
        {say.weekdays}
      </Checkbox>
      <Checkbox.Group
        aria-label={say.planSpans}
        value={halves}
        onChange={(values) => {
          setHalves(values as Half[]);
          setMissing(undefined);
        }}
        options={[
          { value: 'morning', label: say.morning },
          { value: 'afternoon', label: say.afternoon },
        ]}
      />
      <p className="yc-muted">{say.planLine}</p>
      {missing ? (
        <p className="yc-fault" role="alert">
          {say.need(missing)}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
