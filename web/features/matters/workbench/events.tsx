/** The life events that the service office keeps. */
import '../matters.css';
import '../live.ts';
import { PlusOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Empty } from '#web/ui/states.tsx';
import type { ReplyOf } from '#platform/contract';
import { useWords } from '#web/words/language.ts';
import { newKey } from '#web/client/client.ts';
import { JointHead } from './head.tsx';
import { eventWords } from './event-words.ts';

type Line = ReplyOf<typeof mattersContract.listManagedEvents>['rows'][number];

function Events(): ReactNode {
  const say = useWords(eventWords);
  const navigate = useNavigate();
  const mayEdit = hasRole(useMe(), ['office']);
  const found = useOp(mattersContract.listManagedEvents, {});
  const rows = found.data?.rows;
  const { eventColumns: names, eventStates: states } = say;
  const stateOf = ({ version, withdrawnFrom, hasDraft }: Line): string =>
    withdrawnFrom ? states.withdrawn : version === null ? states.draft : hasDraft ? states.changed : states.inForce;
  const columns: Column<Line>[] = [
    { key: 'name', title: names.name, width: 12, grow: 2, render: ({ name }) => <strong>{name}</strong> },
    { key: 'code', title: names.code, width: 9, render: ({ code }) => <span className="yc-numbers">{code}</span> },
    { key: 'members', title: names.members, width: 5, grow: 0, render: ({ members }) => members },
    { key: 'version', title: names.version, width: 5, grow: 0, render: ({ version }) => version ?? '' },
    {
      key: 'from',
      title: names.from,
      width: 9,
      grow: 0,
      render: ({ inForceFrom }) => (inForceFrom ? <Day on={inForceFrom} /> : ''),
    },
    { key: 'state', title: names.state, width: 9, grow: 1, render: stateOf },
  ];
  return (
    <>
      <JointHead />
      <DataTable
        name="life-events"
        label={say.eventsList}
        columns={columns}
        rows={{
          total: rows?.length,
          at: (index) => rows?.[index],
          want: () => {},
          list: 'life-events',
          stale: false,
          error: found.error ?? undefined,
          retry: () => void found.refetch(),
        }}
        rowKey={({ id }) => id}
        to={({ id }) => `/life-events/${id}`}
        empty={<Empty title={say.eventsNone}>{say.eventsNoneLine}</Empty>}
        actions={
          mayEdit ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden="true" />}
              onClick={() => void navigate({ to: `/life-events/${newKey()}`, search: { new: '1' } } as never)}
            >
              {say.newEvent}
            </Button>
          ) : null
        }
      />
    </>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Events });
