/** The work list: what is to be done, by whom, until when. Conditions lie in the address; the count is the list's own. */
import './work-list.css';
import './live.ts';
import { PrinterOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { casesContract, doors, states } from '#modules/cases/contract';
import { call } from '#web/client/client.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterDay, FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { conditionNames, conditionsIn, queryOf } from './filter.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { listWords } from './list-words.ts';
import { useManySteps } from './many-steps.ts';
import { useColleagues, useDepartments } from './names.ts';
import { PrintedList } from './printed-list.tsx';
import { stepWords } from './step-words.ts';
import { useBeat } from './use-beat.ts';
import { Views } from './views.tsx';
import { useWorkColumns } from './work-columns.tsx';
import { caseWords } from './words.ts';

/** At most this many lines go onto paper: ten sheets. */
const printable = 400;

// The columns' own orders, and the operation's.
const orderOf: Record<string, string | undefined> = { submitted: 'oldest', '-submitted': 'newest', fatal: undefined };

/** The page. `itemFilter` and `actions` are given by the surface: choosing an item is the catalogue's business. */
export function WorkList(props: { itemFilter?: ReactNode; actions?: ReactNode }): ReactNode {
  const say = useWords(listWords);
  const names = useWords(caseWords);
  const { verbs } = useWords(stepWords);
  const general = useWords(generalWords);
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [asked, ask] = useAsked();
  const departments = useDepartments();
  const query = queryOf(asked);
  const rows = useRows(casesContract.workList, { query });
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [giving, setGiving] = useState(false);
  const { print, sheet } = usePrint();
  const search = useRef<HTMLDivElement>(null);
  const overseer = hasRole(me, ['office', 'auditor']);
  const shown = Array.from({ length: Math.min(rows.total ?? 0, 200) }, (_, at) => rows.at(at)).filter(
    (row) => row !== undefined,
  );
  const colleagues = useColleagues(shown.map(({ departmentId }) => departmentId).slice(0, 12));
  const many = useManySteps();
  useBeat();
  useEffect(() => setChosen(new Set()), [rows.list]);

  const take = async (ids: readonly string[]): Promise<void> => {
    await many.run(ids, 'take', {});
    setChosen(new Set());
  };
  const toPrint = async (): Promise<void> => {
    try {
      const all = await call(casesContract.workList, { query: { ...query, limit: printable } });
      await print(<PrintedList rows={all.rows} total={all.total} names={colleagues} title={say.list} />, 'a4');
    } catch {
      void message.error(general.states.failing);
    }
  };
  const columns = useWorkColumns(colleagues, (row) => void take([row.id]));
  useHotkeys([
    { key: '/', say: general.hotkeys.search, run: () => search.current?.querySelector('input')?.focus() },
    { key: 'p', say: say.printList, run: () => void toPrint() },
    ...(chosen.size > 0
      ? [
          { key: 't', say: verbs.take, run: () => void take([...chosen]) },
          { key: 'h', say: verbs.handOver, run: () => setGiving(true) },
        ]
      : []),
  ]);
  const options = <const W extends string>(list: readonly W[], say_: Readonly<Record<W, string>>) =>
    list.map((value) => ({ value, label: say_[value] }));
  const filtered = conditionNames.some((name) => name !== 'sort' && asked[name]);

  return (
    <div className="work">
      <PageHeader title={say.list} actions={props.actions} />
      <Views />
      <DataTable
        name="work"
        label={say.listOf}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) =>
          void navigate({ to: '/cases/$id', params: { id: row.id } as never, search: conditionsIn(asked) as never })
        }
        sort={Object.keys(orderOf).find((key) => key !== 'fatal' && orderOf[key] === asked.sort) ?? 'fatal'}
        onSort={(sort) => ask({ sort: orderOf[sort ?? 'fatal'] })}
        chosen={{ keys: chosen, set: setChosen }}
        filtered={filtered}
        height="calc(100dvh - 17rem)"
        empty={<Empty title={say.nothing}>{say.nothingHint}</Empty>}
        filters={
          <div ref={search} className="work-filters">
            <FilterText name="find" label={say.filters.find} width={13} />
            <FilterSelect name="state" label={say.filters.state} options={options(states, names.states)} width={8} />
            <FilterSelect
              name="light"
              label={say.filters.light}
              options={options(['red', 'yellow', 'green'], general.due)}
              width={6.5}
            />
            <FilterSelect
              name="holder"
              label={say.filters.holder}
              options={options(['me', 'nobody', 'others'], say.holders)}
              width={7}
            />
            {overseer || (me?.posts.length ?? 0) > 1 || hasRole(me, ['clerk']) ? (
              <FilterSelect
                name="departmentId"
                label={say.filters.department}
                options={departments.map(({ id, shortName }) => ({ value: id, label: shortName }))}
                width={9}
              />
            ) : null}
            {props.itemFilter}
            <FilterSelect name="door" label={say.filters.door} options={options(doors, names.doors)} width={6.5} />
            <FilterSelect
              name="open"
              label={say.filters.open}
              options={[
                { value: 'true', label: say.filters.isOpen },
                { value: 'false', label: say.filters.isClosed },
                { value: 'all', label: say.filters.all },
              ]}
              width={8}
            />
            <FilterDay name="from" label={say.filters.from} />
            <FilterDay name="to" label={say.filters.to} />
          </div>
        }
        actions={
          <>
            {chosen.size > 0 ? (
              <>
                <Button type="primary" loading={many.busy} onClick={() => void take([...chosen])}>
                  {say.takeChosen(chosen.size)} <Key name="t" />
                </Button>
                <Button onClick={() => setGiving(true)}>
                  {say.handOverChosen(chosen.size)} <Key name="h" />
                </Button>
              </>
            ) : null}
            <Button
              icon={<PrinterOutlined />}
              aria-label={say.printList}
              title={say.printList}
              onClick={() => void toPrint()}
            />
          </>
        }
      />
      <HandOverDialog
        open={giving}
        departmentIds={[...new Set(shown.filter(({ id }) => chosen.has(id)).map((row) => row.departmentId))]}
        title={say.handOverChosen(chosen.size)}
        onClose={() => setGiving(false)}
        onGive={async (toAccountId, reason) => {
          await many.run([...chosen], 'handOver', { toAccountId, ...(reason ? { reason } : {}) });
          setChosen(new Set());
        }}
      />
      {sheet}
    </div>
  );
}
