/** Circulars: how many, naming how many findings, each figure leading to its list where the reader has all of it; and making one. */
import { App, Button, Checkbox, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { findingSources, floorContract, type CircularLine, type FindingSource } from '#modules/floor/contract';
import { hrefOf } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Link } from '@tanstack/react-router';
import { checkWords } from '../check-words.ts';
import { findingsOf, seeAllFindings } from '../findings-of.ts';
import { HallPage } from '../head.tsx';

const shownYears = 5;

function Circulars(): ReactNode {
  const say = useWords(checkWords);
  return (
    <HallPage title={say.circulars} sub={say.circularsSub}>
      {(outletId) => <List outletId={outletId} />}
    </HallPage>
  );
}

function List({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(checkWords);
  const language = useLanguage();
  const me = useMe();
  const [asked] = useAsked();
  const [making, setMaking] = useState(false);
  const thisYear = Number(today().slice(0, 4));
  const year = asked.year ?? String(thisYear);
  const query = { year: Number(year) };
  const rows = useRows(floorContract.listCirculars, { params: { id: outletId }, query });
  const sums = useOp(floorContract.listCirculars, { params: { id: outletId }, query: { ...query, limit: 1 } });
  const seesAll = hasRole(me, seeAllFindings);
  const { circularColumns: names } = say;
  const columns: Column<CircularLine>[] = [
    { key: 'issue', title: names.issue, width: 8, render: (row) => say.issue(row.year, row.serial) },
    { key: 'days', title: names.days, width: 12, grow: 1, render: ({ from, to }) => <><Day short on={from} /> – <Day short on={to} /></> },
    {
      key: 'findings',
      title: names.findings,
      width: 6,
      render: ({ id, findings }) =>
        seesAll ? (
          <Link {...findingsOf(outletId, { circular: id })}>
            {say.of(findings)}
          </Link>
        ) : (
          say.of(findings)
        ),
    },
    { key: 'closed', title: names.closed, width: 6, render: ({ closed }) => say.of(closed) },
    { key: 'at', title: names.at, width: 9, render: ({ madeAt }) => <Instant at={madeAt} /> },
    { key: 'by', title: names.by, width: 6, render: ({ madeBy }) => madeBy },
    {
      key: 'file',
      title: names.file,
      width: 6,
      grow: 0,
      render: ({ id, year: of, serial }) => (
        <a href={hrefOf(floorContract.openCircular, { params: { id }, query: { language } })} target="_blank" rel="noreferrer" aria-label={`${say.open} ${say.issue(of, serial)}`}>
          {say.open}
        </a>
      ),
    },
  ]; // prettier-ignore
  const all = sums.data?.all;
  return (
    <>
      {all ? (
        <p className="yc-numbers">
          {say.sums(all.circulars, year)} ·{' '}
          {seesAll ? (
            <Link {...findingsOf(outletId, { year })}>{say.sumFindings(all.findings)}</Link>
          ) : (
            say.sumFindings(all.findings)
          )}{' '}
          ·{' '}
          {seesAll ? (
            <Link {...findingsOf(outletId, { year, state: 'closed' })}>{say.sumClosed(all.closed)}</Link>
          ) : (
            say.sumClosed(all.closed)
          )}
        </p>
      ) : null}
      <DataTable
        name="circulars"
        label={say.circulars}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height="calc(100dvh - 20rem)"
        empty={<Empty title={say.noCirculars}>{say.noCircularsWhat}</Empty>}
        filters={
          <FilterSelect
            name="year"
            label={say.yearOf(String(thisYear))}
            options={Array.from({ length: shownYears }, (_, ago) => String(thisYear - ago)).map((value) => ({ value, label: say.yearOf(value) }))}
            width={8}
          />
        } // prettier-ignore
        actions={
          hasRole(me, ['office']) ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {say.make}
            </Button>
          ) : null
        }
      />
      {making ? <MakeDialog outletId={outletId} onClose={() => setMaking(false)} /> : null}
    </>
  );
}

function MakeDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(checkWords);
  const id = useId();
  const { message } = App.useApp();
  const [from, setFrom] = useState(`${today().slice(0, 8)}01`);
  const [to, setTo] = useState(today());
  const [sources, setSources] = useState<FindingSource[]>(['patrol', 'check']);
  const [demand, setDemand] = useState<string>(say.demandUsual);
  const [tried, setTried] = useState(false);
  const act = useAct(floorContract.makeCircular, { changes: [floorContract.listCirculars, floorContract.listFindings] });
  return (
    <ConfirmDialog
      open
      title={say.make}
      verb={say.make}
      onClose={onClose}
      onConfirm={async () => {
        setTried(true);
        if (sources.length === 0) return false;
        await act.send({ params: { id: outletId }, body: { actionId: act.key(), from, to, sources, demand } });
        void message.success(say.made);
        return true;
      }}
    >
      <p className="yc-muted">{say.makeWhat}</p>
      <div className="yc-row">
        <label>
          {say.fromDay} <Input type="date" max={today()} value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {say.toDay} <Input type="date" max={today()} value={to} onChange={({ target }) => setTo(target.value)} />
        </label>
      </div>
      <Checkbox.Group aria-label={say.sources} value={sources} onChange={(values) => setSources(values as FindingSource[])} options={findingSources.map((value) => ({ value, label: say.sourceNames[value] }))} />
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-demand`}>
          {say.sayDemand}
        </label>
        <Input.TextArea id={`${id}-demand`} rows={3} maxLength={2000} value={demand} onChange={({ target }) => setDemand(target.value)} />
      </div>
      {tried && sources.length === 0 ? (
        <p className="yc-fault" role="alert">
          {`${say.sources}？`}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'],
  Component: Circulars,
});
