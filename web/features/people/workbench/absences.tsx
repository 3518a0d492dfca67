/** Who is away and who stands in: one's own absence by everybody, the department's by its head, all by the service office. */
import './staff.css';
import './staff-live.ts';
import { PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract, type AbsenceRow } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { AbsenceDialog } from './absence-dialog.tsx';
import { absenceWords } from './absence-words.ts';
import { usePlaces } from './post-fields.tsx';
import { StaffHead } from './staff-head.tsx';
import { staffReadings } from './staff-live.ts';
import { staffWords } from './staff-words.ts';

function Absences(): ReactNode {
  const say = useWords(absenceWords);
  const { department } = useWords(staffWords);
  const me = useMe();
  const { message } = App.useApp();
  const [asked] = useAsked();
  const places = usePlaces();
  const seesAll = hasRole(me, ['office', 'admin']);
  const heads = (me?.posts ?? []).flatMap(({ role, departmentId }) =>
    role === 'head' && departmentId ? [departmentId] : [],
  );
  const departmentId = asked.departmentId ?? (seesAll ? undefined : heads[0]);
  const rows = useRows(peopleContract.listAbsences, {
    query: {
      ...(departmentId ? { departmentId } : {}),
      ...(!seesAll && heads.length === 0 && me ? { accountId: me.accountId } : {}),
    },
  });
  const [entering, setEntering] = useState(false);
  const [cancelling, setCancelling] = useState<AbsenceRow>();
  useHotkeys([{ key: 'n', say: say.enter, run: () => setEntering(true) }]);
  const day = today();
  const { columns: names } = say;
  const columns: Column<AbsenceRow>[] = [
    { key: 'who', title: names.who, width: 7, render: ({ name }) => <strong>{name}</strong> },
    { key: 'from', title: names.from, width: 8, grow: 0, render: ({ fromOn }) => <Day on={fromOn} near /> },
    { key: 'until', title: names.until, width: 8, grow: 0, render: ({ untilOn }) => <Day on={untilOn} near /> },
    {
      key: 'standIn',
      title: names.standIn,
      width: 7,
      render: ({ standInName }) => standInName ?? <span className="yc-muted">{say.noStandIn}</span>,
    },
    { key: 'reason', title: names.reason, width: 8, grow: 2, render: ({ reason }) => reason },
    {
      key: 'state',
      title: names.state,
      width: 8,
      grow: 0,
      render: ({ fromOn }) => (fromOn <= day ? say.now : say.later),
    },
    {
      key: 'cancel',
      title: '',
      width: 6,
      grow: 0,
      render: (row) => (
        <Button size="small" onClick={() => setCancelling(row)} aria-label={`${say.cancel} ${row.name}`}>
          {say.cancel}
        </Button>
      ),
    },
  ];
  const choices = places.departments.filter(({ value }) => seesAll || heads.includes(value));
  return (
    <>
      <StaffHead />
      <p className="yc-muted staff-line">{say.line}</p>
      <DataTable
        name="absences"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height="calc(100dvh - 17rem)"
        empty={<Empty title={say.none} />}
        filters={
          choices.length > 1 ? (
            <FilterSelect
              name="departmentId"
              label={department}
              options={choices.map(({ value, short }) => ({ value, label: short }))}
              width={10}
            />
          ) : null
        }
        actions={
          <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEntering(true)}>
            {say.enter} <Key name="n" />
          </Button>
        }
      />
      <AbsenceDialog
        open={entering}
        departmentIds={seesAll ? (departmentId ? [departmentId] : []) : heads}
        onClose={() => setEntering(false)}
        onEntered={() => {
          void message.success(say.entered);
          void readAgain(...staffReadings);
        }}
      />
      <ConfirmDialog
        open={cancelling !== undefined}
        title={say.cancel}
        verb={say.cancel}
        danger
        onClose={() => setCancelling(undefined)}
        onConfirm={async () => {
          await call(peopleContract.cancelAbsence, { params: { id: cancelling?.id ?? '' } });
          await readAgain(...staffReadings);
        }}
      >
        {cancelling ? <p>{say.cancelWhat(cancelling.name)}</p> : null}
      </ConfirmDialog>
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'admin'], Component: Absences });
