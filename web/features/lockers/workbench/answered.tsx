/** What a department issued or compared with the original, and answers for: found by number, revoked by the head with a reason. */
import '../lockers.css';
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { lockersContract, type AnsweredEntry } from '#modules/lockers/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { FilterText } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayName } from '../say-entry.ts';
import { lockerWords } from '../words.ts';
import { answeredWords } from './answered-words.ts';

const kinds = ['issued', 'checked'] as const;

function Answered(): ReactNode {
  const say = useWords(answeredWords);
  const { states, always } = useWords(lockerWords);
  const language = useLanguage();
  const me = useMe();
  const [asked, ask] = useAsked();
  const [revoking, setRevoking] = useState<AnsweredEntry>();
  const [said, setSaid] = useState<string>();
  const which = kinds.find((one) => one === asked.which) ?? 'issued';
  const number = asked.number?.trim();
  const rows = useRows(lockersContract.answeredEntries, { query: { which, ...(number ? { number } : {}) } });
  // Only the head of the department that answers for it.
  const headOf = new Set(
    (me?.posts ?? []).flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : [])),
  );
  const { columns: names } = say;
  const columns: Column<AnsweredEntry>[] = [
    { key: 'name', title: names.name, width: 9, grow: 2, render: (entry) => sayName(entry, language) },
    {
      key: 'number',
      title: names.number,
      width: 19.5,
      grow: 0,
      // What was issued here leads to the case by which it was.
      render: ({ number, caseId, caseNumber }) =>
        caseId ? (
          <Link to="/cases/$id" params={{ id: caseId } as never} title={caseNumber ?? ''} className="yc-numbers">
            {number || caseNumber}
          </Link>
        ) : (
          <span className="yc-numbers">{number || '–'}</span>
        ),
    },
    { key: 'owner', title: names.owner, width: 7.5, grow: 2, render: ({ ownerName }) => ownerName },
    {
      key: 'since',
      title: names.since[which],
      width: 9,
      grow: 0,
      render: ({ since }) => <Day on={today(new Date(since))} />,
    },
    {
      key: 'until',
      title: names.until,
      width: 11,
      grow: 0,
      render: ({ validUntil }) => (validUntil ? <Day on={validUntil} /> : <span title={always}>{say.always}</span>),
    },
    {
      key: 'state',
      title: names.state,
      width: 5,
      grow: 0,
      render: ({ state, revokedReason }) => <span title={revokedReason ?? undefined}>{states[state]}</span>,
    },
    {
      key: 'act',
      title: names.act,
      width: 6,
      grow: 0,
      render: (entry) =>
        entry.state !== 'revoked' && headOf.has(entry.departmentId) ? (
          <Button
            size="small"
            danger
            aria-label={`${say.revoke} ${sayName(entry, language)} ${entry.number}`}
            onClick={() => setRevoking(entry)}
          >
            {say.revoke}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <PageHeader title={say.title} sub={say.line} />
      <p role="status" className={said ? 'lockers-said' : ''}>
        {said}
      </p>
      <DataTable
        name="answered"
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        filtered={number !== undefined && number !== ''}
        filters={
          <>
            <Radio.Group
              optionType="button"
              size="small"
              aria-label={say.which}
              value={which}
              options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
              onChange={({ target }) =>
                ask({ which: target.value === 'issued' ? undefined : (target.value as string) })
              }
            />
            <FilterText name="number" label={say.find} width={18} />
          </>
        }
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
      />
      <ConfirmDialog
        open={revoking !== undefined}
        title={say.revokeTitle(revoking ? sayName(revoking, language) : '', revoking?.ownerName ?? '')}
        verb={say.revoke}
        danger
        reason="needed"
        reasonLabel={say.reason}
        onConfirm={async (reason) => {
          await call(lockersContract.revokeEntry, { params: { id: revoking!.id }, body: { reason } });
          setSaid(say.revoked(sayName(revoking!, language)));
          await readAgain(lockersContract.answeredEntries);
        }}
        onClose={() => setRevoking(undefined)}
      >
        <p>{say.revokeLine}</p>
        {revoking?.source === 'issued' ? <p className="yc-muted">{say.decisionLine}</p> : null}
      </ConfirmDialog>
    </>
  );
}

export const page = definePage({ roles: ['examiner', 'head'], Component: Answered });
