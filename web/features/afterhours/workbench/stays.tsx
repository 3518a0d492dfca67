/** For whom one stays oneself. */
import '#web/ui/record.css';
import '../afterhours.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { afterhoursContract } from '#modules/afterhours/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { AskAtDesk } from './ask-at-desk.tsx';
import { StayTabs, useRequestColumns } from './request-table.tsx';
import { stayWords } from './words.ts';

function Stays(): ReactNode {
  const say = useWords(stayWords);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const rows = useRows(afterhoursContract.myStays, { query: {} });
  const columns = useRequestColumns();
  return (
    <div className="yc-record">
      <PageHeader
        title={say.stays}
        sub={say.staysLine}
        actions={
          hasRole(me, ['clerk', 'office']) ? <Button onClick={() => setAsking(true)}>{say.atDesk}</Button> : null
        }
      />
      <StayTabs />
      <DataTable
        name="stays"
        label={say.stays}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/after-hours/${id}`}
        empty={<Empty title={say.noStays} />}
      />
      <AskAtDesk open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office'], Component: Stays });
