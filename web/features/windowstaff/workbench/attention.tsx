/** What the manager is to know, and those who are there without a file, to be taken over by name. */
import '../live.ts';
import '../windowstaff.css';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops } from '#modules/windowstaff/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { StaffTabs, usePlace } from '../place.tsx';
import { staffWords } from '../words.ts';

const red: ReadonlySet<string> = new Set(['alone', 'objectionOverdue', 'probationOver']);

function Attention(): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const { outletId, chooser, names } = usePlace();
  const asked = { query: { outletId: outletId ?? '' } };
  const found = useOp(ops.listAttention, asked, { enabled: outletId !== undefined, every: 30_000 });
  return (
    <div className="staff-page">
      <PageHeader
        title={say.tabs.attention}
        sub={found.data ? `${say.attentionLine} ${say.asOf(sayInstant(found.data.asOf, language))}` : say.attentionLine}
      />
      <StaffTabs />
      {chooser}
      {outletId ? <Unfiled outletId={outletId} /> : null}
      <Query of={found} isEmpty={({ rows }) => rows.length === 0} empty={<Empty title={say.attentionNone} />}>
        {({ rows }) => (
          <ul className="yc-plain staff-lines yc-panel">
            {rows.map((row, i) => (
              <li key={`${row.kind} ${row.memberId ?? row.name} ${i}`}>
                <span>
                  <strong className={red.has(row.kind) ? 'staff-red' : ''}>
                    {red.has(row.kind) ? '▲ ' : ''}
                    {say.attention[row.kind]}
                  </strong>{' '}
                  {row.memberId ? (
                    <Link to="/window-staff/$id" params={{ id: row.memberId } as never}>
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                  <span className="yc-muted"> {row.departmentId ? names.departmentName(row.departmentId) : ''}</span>
                </span>
                <span className="yc-muted">
                  {[
                    row.windowNumber ? say.atWindow(row.windowNumber) : '',
                    oneByOne(row.errandIds.map(names.errandName)),
                    row.dueOn ? sayDay(row.dueOn, language) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Query>
    </div>
  );
}

function Unfiled({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const me = useMe();
  const { departmentName } = usePlace().names;
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const found = useOp(ops.listUnfiled, { query: { outletId } });
  const act = useAct(ops.takeOver, {
    changes: [ops.listUnfiled, ops.listMembers, ops.countMembers, ops.listAttention],
    onDone: () => setChosen([]),
  });
  const rows = found.data ?? [];
  if (rows.length === 0) return null;
  const mayTake = hasRole(me, ['office']);
  return (
    <section className="yc-panel" aria-labelledby="unfiled">
      <h2 id="unfiled">{say.unfiled(rows.length)}</h2>
      <p className="yc-muted yc-small">{say.unfiledLine}</p>
      <ul className="yc-plain staff-lines">
        {rows.map((row) => (
          <li key={row.accountId}>
            {mayTake ? (
              <Checkbox
                checked={chosen.includes(row.accountId)}
                disabled={row.accountId === me?.accountId}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, row.accountId] : chosen.filter((id) => id !== row.accountId))
                }
              >
                {row.name}
              </Checkbox>
            ) : (
              <span>{row.name}</span>
            )}
            <span className="yc-muted">
              {departmentName(row.departmentId)} · {say.since(sayDay(row.sinceOn, language))}
            </span>
          </li>
        ))}
      </ul>
      {mayTake ? (
        <div className="yc-row">
          <Button
            onClick={() => setChosen(rows.map(({ accountId }) => accountId).filter((id) => id !== me?.accountId))}
          >
            {say.all}
          </Button>
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
            {say.takeOverChosen(chosen.length)}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={say.takeOverChosen(chosen.length)}
        verb={say.takeOver}
        reason="needed"
        reasonLabel={say.reason}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => act.send({ body: { actionId: act.key(), outletId, accountIds: chosen, reason } })}
      >
        <p>{oneByOne(rows.filter(({ accountId }) => chosen.includes(accountId)).map(({ name }) => name))}</p>
      </ConfirmDialog>
    </section>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: Attention });
