/** Planning turns: who, which days, morning or afternoon. */
import { App, Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract } from '#modules/floor/contract';
import { officesContract } from '#modules/offices/contract';
import { peopleContract } from '#modules/people/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField, EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { daysOf, mostDays } from '../days.ts';
import { floorWords } from '../words.ts';
import { WhichDays } from './which-days.tsx';

const spans = { morning: { starts: '09:00', ends: '12:00' }, afternoon: { starts: '13:30', ends: '17:00' } } as const;
type Half = keyof typeof spans;

export function PlanDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(floorWords);
  const { message } = App.useApp();
  const [accountIds, setAccounts] = useState<string[]>([]);
  const [windowId, setWindow] = useState<string>();
  const [span, setSpan] = useState({ from: today(), to: today(), noWeekend: true });
  const [halves, setHalves] = useState<Half[]>(['morning', 'afternoon']);
  const [missing, setMissing] = useState<string>();
  const staff = useOp(peopleContract.listStaff, { query: { outletId, limit: 500 } });
  const windows = useOp(officesContract.listWindows, { query: { outletId, limit: 500 } });
  const act = useAct(floorContract.planTurns, { changes: [floorContract.listAttendance, floorContract.readAttendance] }); // prettier-ignore
  const send = async (): Promise<boolean> => {
    const days = daysOf(span);
    const lacking = accountIds.length === 0 ? say.planWho : days.length === 0 ? say.planTo : halves.length === 0 ? say.planSpans : undefined; // prettier-ignore
    setMissing(lacking);
    if (lacking || days.length > mostDays) return false;
    const { planned, over } = await act.send({ params: { id: outletId }, body: { accountIds, days, spans: halves.map((half) => spans[half]), ...(windowId ? { windowId } : {}) } }); // prettier-ignore
    const there = accountIds.length * days.length * halves.length - planned - over;
    void message.success(say.planned(planned, over, there));
    return true;
  };
  return (
    <ConfirmDialog open title={say.plan} verb={say.plan} onConfirm={send} onClose={onClose}>
      <EditField label={say.planWho}>
        {(ties) => (
          <Select
            {...ties}
            mode="multiple"
            value={accountIds}
            onChange={(chosen) => {
              setAccounts(chosen);
              setMissing(undefined);
            }}
            showSearch={{ optionFilterProp: 'label' }}
            options={(staff.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </EditField>
      <EditSelect
        label={say.planWindow}
        optional="unsaid"
        value={windowId}
        onChange={setWindow}
        options={(windows.data?.rows ?? []).map((one) => ({ value: one.id, label: one.number }))}
      />
      <WhichDays
        span={span}
        say={{ from: say.planFrom, to: say.planTo, weekdays: say.weekdays }}
        onChange={(next) => {
          setSpan(next);
          setMissing(undefined);
        }}
      />
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
