/** Who looked, opened and used, newest first. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { lockersContract, type LockerUsage } from '#modules/lockers/contract';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayName } from '../say-entry.ts';
import { lockerWords } from '../words.ts';

const piece = 30;

export function Usages(props: {
  owner: { organisationId?: string };
  entryId: string | undefined;
  onAll: () => void;
}): ReactNode {
  const { owner, entryId } = props;
  const say = useWords(lockerWords);
  const [limit, setLimit] = useState(piece);
  const query = { ...owner, ...(entryId ? { entryId } : {}), limit };
  const found = useOp(lockersContract.listUsages, { query }, { keepPrevious: true });
  return (
    <section className="lockers" aria-label={say.usages}>
      <p className="yc-muted">{say.copyStays}</p>
      {entryId ? (
        <div>
          <Button onClick={props.onAll}>{say.showAll}</Button>
        </div>
      ) : null}
      <Query
        of={found}
        isEmpty={({ total }) => total === 0}
        empty={<Empty title={say.noUsages}>{say.noUsagesLine}</Empty>}
      >
        {({ rows, total }) => (
          <>
            <ul className="yc-plain lockers-lines">
              {rows.map((usage) => (
                <li key={usage.id}>
                  <Line usage={usage} />
                </li>
              ))}
            </ul>
            {rows.length < total ? (
              <div>
                <Button loading={found.isFetching} onClick={() => setLimit(limit + piece)}>
                  {say.more}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Query>
    </section>
  );
}

function Line({ usage }: { usage: LockerUsage }): ReactNode {
  const say = useWords(lockerWords);
  const language = useLanguage();
  const role = say.roles[usage.role as keyof typeof say.roles] ?? usage.role;
  const who = usage.by ?? (usage.office ? say.byStaff(usage.office, role) : role);
  const what = usage.kind ? sayName({ kind: usage.kind, name: usage.name }, language) : say.title;
  return (
    <>
      <div className="yc-row">
        <strong>
          {say.how[usage.how]} {what}
        </strong>
        <span className="yc-muted yc-small">
          <Instant at={usage.at} />
        </span>
      </div>
      <p>
        {who} <span className="yc-muted yc-small">{say.bases[usage.basis]}</span>
      </p>
      <p className="yc-muted yc-small">
        {usage.itemName ? say.forItem(usage.itemName) : ''}{' '}
        {usage.caseId && usage.caseNumber ? (
          <Link to="/mine/cases/$id" params={{ id: usage.caseId } as never}>
            {usage.caseNumber}
          </Link>
        ) : null}
      </p>
    </>
  );
}
