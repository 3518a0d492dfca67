/** Turns and what they came to: figures by person, the list behind each, corrections, export and print. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, marks, type PersonTally, type TurnLine } from '#modules/floor/contract';
import { hrefOf } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { sayDay, sayTime, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { HallPage } from '../head.tsx';
import { floorWords } from '../words.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { AmendDialog, RemoveDialog, TurnDialog } from './turn-dialogs.tsx';
import { bad, Result } from './turn-result.tsx';

function Attendance(): ReactNode {
  const say = useWords(floorWords);
  return (
    <HallPage title={say.attendance} sub={say.sub}>
      {(outletId) => <Turns outletId={outletId} />}
    </HallPage>
  );
}

function Turns({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(floorWords);
  const language = useLanguage();
  const me = useMe();
  const { print, sheet } = usePrint();
  const [asked] = useAsked();
  const [planning, setPlanning] = useState(false);
  const [ruling, setRuling] = useState(false);
  const [amending, setAmending] = useState<TurnLine>();
  const [removing, setRemoving] = useState<TurnLine>();
  const [opened, setOpened] = useState<TurnLine>();
  const span = { from: asked.from ?? today(), to: asked.to ?? asked.from ?? today() };
  const mark = marks.find((one) => one === asked.mark);
  const query = { ...span, ...(mark ? { mark } : {}), ...(asked.accountId ? { accountId: asked.accountId } : {}) };
  const rows = useRows(floorContract.listAttendance, { params: { id: outletId }, query });
  const figures = useOp(floorContract.readAttendance, { params: { id: outletId }, query: span });
  const manages = hasRole(me, ['office']);
  const corrects = hasRole(me, ['office', 'head']);
  const { columns: names } = say;
  const columns: Column<TurnLine>[] = [
    { key: 'name', title: names.name, width: 6, render: ({ name }) => name },
    { key: 'day', title: names.day, width: 6, render: ({ day }) => <Day short on={day} /> },
    { key: 'turn', title: names.turn, width: 8, render: ({ starts, ends }) => (starts ? `${starts}–${ends}` : '–') },
    { key: 'came', title: names.came, width: 5, render: ({ firstAt }) => (firstAt ? sayTime(firstAt) : '–') },
    {
      key: 'left',
      title: names.left,
      width: 5,
      render: ({ firstAt, lastAt }) => (lastAt ? sayTime(lastAt) : firstAt ? say.still : '–'),
    },
    { key: 'mark', title: names.mark, width: 16, grow: 3, render: (row) => <Result row={row} /> },
    { key: 'there', title: names.there, width: 6, align: 'end', render: (row) => say.minutes(row.thereMinutes) },
    { key: 'breaks', title: names.breaks, width: 6, align: 'end', render: (row) => say.minutes(row.breakMinutes) },
    {
      key: 'act',
      title: names.act,
      width: 7,
      grow: 0,
      render: (row) => {
        if (!row.id) return '';
        // One that was planned after it had begun is not taken away.
        if (row.mark === 'pending' && !row.lateFrom)
          return manages ? (
            <Button
              size="small"
              onClick={(event) => {
                event.stopPropagation();
                setRemoving(row);
              }}
            >
              {say.remove}
            </Button>
          ) : (
            ''
          );
        return corrects && row.accountId !== me?.accountId ? (
          <Button
            size="small"
            onClick={(event) => {
              event.stopPropagation();
              setAmending(row);
            }}
          >
            {say.amend}
          </Button>
        ) : (
          ''
        );
      },
    },
  ];
  const people = figures.data?.people ?? [];
  return (
    <>
      {figures.data ? (
        <dl className="floor-figures">
          {marks
            .filter((one) => figures.data.all[one] > 0 || bad.has(one))
            .map((one) => (
              <div key={one}>
                <dt>{say.marks[one]}</dt>
                <dd className={`yc-numbers${bad.has(one) && figures.data.all[one] > 0 ? ' floor-bad' : ''}`}>
                  {figures.data.all[one]}
                </dd>
              </div>
            ))}
        </dl>
      ) : null}
      {figures.data ? <p className="yc-muted yc-small">{say.grace(figures.data.graceMinutes)}</p> : null}
      <DataTable
        name="attendance"
        label={say.attendance}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id ?? `${row.accountId} ${row.day}`}
        onOpen={setOpened}
        height="calc(100dvh - 22rem)"
        filtered={mark !== undefined || asked.accountId !== undefined}
        empty={<Empty title={say.noTurns}>{say.noTurnsWhat}</Empty>}
        filters={
          <>
            <FilterDay name="from" label={say.from} usual={span.from} />
            <FilterDay name="to" label={say.to} usual={span.to} />
            <FilterSelect name="mark" label={say.mark} options={marks.map((value) => ({ value, label: say.marks[value] }))} width={8} />
            <FilterSelect name="accountId" label={say.person} options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))} width={9} />
          </>
        } // prettier-ignore
        actions={
          <>
            <Button
              href={hrefOf(floorContract.exportAttendance, { params: { id: outletId }, query: { ...span, language } })}
              download
            >
              {say.file}
            </Button>
            <Button
              onClick={() =>
                void print(
                  <Sheet
                    title={`${say.sheet} ${sayDay(span.from, language)} – ${sayDay(span.to, language)}`}
                    people={people}
                  />,
                  'a4',
                )
              }
            >
              {say.print}
            </Button>
            {manages ? <Button onClick={() => setRuling(true)}>{say.rule}</Button> : null}
            {manages ? (
              <Button type="primary" onClick={() => setPlanning(true)}>
                {say.plan}
              </Button>
            ) : null}
          </>
        }
      />
      {planning ? <PlanDialog outletId={outletId} onClose={() => setPlanning(false)} /> : null}
      {ruling ? <RuleDialog outletId={outletId} onClose={() => setRuling(false)} /> : null}
      {amending ? <AmendDialog turn={amending} onClose={() => setAmending(undefined)} /> : null}
      {removing ? <RemoveDialog turn={removing} onClose={() => setRemoving(undefined)} /> : null}
      {opened ? <TurnDialog turn={opened} onClose={() => setOpened(undefined)} /> : null}
      {sheet}
    </>
  );
}

function Sheet({ title, people }: { title: string; people: readonly PersonTally[] }): ReactNode {
  const say = useWords(floorWords);
  const shown = marks.filter((mark) => people.some(({ tally }) => tally[mark] > 0));
  return (
    <>
      <h1>{title}</h1>
      <table>
        <thead>
          <tr>
            {[say.columns.name, say.turns, ...shown.map((mark) => say.marks[mark]), say.columns.there].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ accountId, name, turns, tally, thereMinutes }) => (
            <tr key={accountId}>
              <td>{name}</td>
              <td>{turns}</td>
              {shown.map((mark) => (
                <td key={mark}>{tally[mark]}</td>
              ))}
              <td>{say.hours((thereMinutes / 60).toFixed(1))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Attendance });
