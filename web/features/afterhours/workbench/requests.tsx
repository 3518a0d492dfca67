/** Requests for service after hours, and what the staff did: figures by the same conditions as the list, and the sheet of the month. */
import '#web/ui/record.css';
import '../afterhours.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { afterhoursContract, states } from '#modules/afterhours/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useDepartmentShortName } from '#web/features/offices/departments.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { AskAtDesk } from './ask-at-desk.tsx';
import { Figures, MonthSheet } from './figures.tsx';
import { Offers } from './offers.tsx';
import { monthEnd, periodOf } from './period.ts';
import { StayTabs, useRequestColumns } from './request-table.tsx';
import { stayWords } from './words.ts';

onLive('afterhours.', [
  afterhoursContract.listRequests,
  afterhoursContract.countRequests,
  afterhoursContract.myStays,
  { operation: afterhoursContract.getRequest, subjectIs: 'id' },
]);

function Requests(): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const me = useMe();
  const [asked, ask] = useAsked();
  const [shown, setShown] = useState<'offers' | 'desk'>();
  const { print, sheet } = usePrint();
  const nameOf = useDepartmentShortName(say.noDepartment);
  const period = periodOf(asked);
  const state = states.find((one) => one === asked.state);
  const staffId = asked.staffId;
  const query = { from: period.from, ...(period.to ? { to: period.to } : {}), ...(staffId ? { staffId } : {}) };
  const counts = useOp(afterhoursContract.countRequests, { query }, { keepPrevious: true });
  const rows = useRows(afterhoursContract.listRequests, { query: { ...query, ...(state ? { state } : {}) } });
  const columns = useRequestColumns();
  return (
    <div className="yc-record">
      <PageHeader
        title={shared.title}
        sub={
          counts.data
            ? say.sub(
                sayDay(period.from, language),
                period.to && sayDay(period.to, language),
                sayInstant(counts.data.asOf, language),
              )
            : '…'
        }
        actions={
          <span className="yc-row">
            {hasRole(me, ['office']) ? <Button onClick={() => setShown('desk')}>{say.atDesk}</Button> : null}
            {hasRole(me, ['office']) ? <Button onClick={() => setShown('offers')}>{say.offers}</Button> : null}
            <Button
              disabled={!counts.data}
              onClick={() =>
                void print(
                  <MonthSheet
                    counts={counts.data!}
                    from={period.from}
                    to={period.to ?? monthEnd(period.from)}
                    nameOf={nameOf}
                  />,
                  'a4',
                )
              }
            >
              {say.print}
            </Button>
          </span>
        }
      />
      <StayTabs />
      <div className="yc-row">
        <FilterDay name="from" label={say.from} usual={period.from} />
        <FilterDay name="to" label={say.to} {...(period.to ? { usual: period.to } : {})} />
      </div>
      <Query of={counts} loading={<Loading rows={3} />}>
        {(now) => <Figures counts={now} nameOf={nameOf} state={state} staffId={staffId} ask={ask} />}
      </Query>
      <DataTable
        name="afterhours"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/after-hours/${id}`}
        height="30rem"
        filtered={state !== undefined || staffId !== undefined}
        empty={<Empty title={say.none} />}
        filters={
          <FilterSelect
            name="state"
            label={say.filterState}
            options={states.map((value) => ({ value, label: shared.states[value] }))}
            width={9}
          />
        }
      />
      {shown === 'offers' ? <Offers onClose={() => setShown(undefined)} /> : null}
      <AskAtDesk open={shown === 'desk'} onClose={() => setShown(undefined)} />
      {sheet}
    </div>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Requests });
