/** The items that somebody keeps, in every state: search, shelves with counts, drafts in preparation; print, hand down. */
import './items.css';
import { PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  catalogueContract,
  itemKinds,
  itemShelves,
  type ItemShelf,
  type ManagedLine,
} from '#modules/catalogue/contract';
import { call } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterSelect, FilterText } from '#web/ui/filters.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { catalogueWords } from '../portal/words.ts';
import { HandDownDialog } from './hand-down-dialog.tsx';
import { PrintedItems, useItemColumns } from './item-columns.tsx';
import { ItemsHead } from './items-head.tsx';
import { itemsWords } from './items-words.ts';
import { NewItem } from './new-item.tsx';
import { useKeptDepartments, useMayEdit, useMayPublish } from './reading.ts';

/** At most this many items go onto paper. */
const printable = 500;
const sorts = ['name', '-name', 'code', '-code', 'changed', '-changed'] as const;

/** The conditions in the address, as the operation takes them; what it would refuse is left out. */
function queryOf(asked: Record<string, string | undefined>) {
  const of = <W extends string>(list: readonly W[], value: string | undefined): W | undefined =>
    list.find((one) => one === value);
  const { q, departmentId, verified } = asked;
  const shelf = of(itemShelves, asked.shelf);
  const kind = of(itemKinds, asked.kind);
  const sort = of(sorts, asked.sort);
  return {
    ...(q ? { q: q.slice(0, 200) } : {}),
    ...(departmentId ? { departmentId } : {}),
    ...(kind ? { kind } : {}),
    ...(verified === 'true' || verified === 'false' ? { verified: verified === 'true' } : {}),
    ...(shelf ? { shelf } : {}),
    ...(sort ? { sort } : {}),
  };
}

function Shelves(props: { asked: ItemShelf | undefined; onAsk: (shelf: ItemShelf | undefined) => void }): ReactNode {
  const { shelves: say } = useWords(itemsWords);
  const [asked] = useAsked();
  const { shelf: _, ...rest } = queryOf(asked);
  const counts = useOp(catalogueContract.listManaged, { query: { ...rest, limit: 1 } }, { keepPrevious: true }).data
    ?.counts;
  return (
    <div className="item-shelves" role="group" aria-label={say.label}>
      {([undefined, ...itemShelves] as const).map((shelf) => (
        <button
          key={shelf ?? 'all'}
          type="button"
          aria-pressed={props.asked === shelf}
          onClick={() => props.onAsk(shelf)}
        >
          {say[shelf ?? 'all']}
          <span className="yc-numbers yc-muted">{counts?.[shelf ?? 'all'] ?? ''}</span>
        </button>
      ))}
    </div>
  );
}

function Items(): ReactNode {
  const say = useWords(itemsWords);
  const general = useWords(generalWords);
  const words = useWords(catalogueWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [asked, ask] = useAsked();
  const mayEdit = useMayEdit();
  const mayPublish = useMayPublish();
  const departments = useKeptDepartments();
  const query = queryOf(asked);
  const rows = useRows(catalogueContract.listManaged, { query });
  const columns = useItemColumns();
  const { print, sheet } = usePrint();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [handing, setHanding] = useState<'handDown' | 'takeBack'>();
  const search = useRef<HTMLDivElement>(null);
  useEffect(() => setChosen(new Set()), [rows.list]);

  const toPrint = async (): Promise<void> => {
    try {
      const all = await call(catalogueContract.listManaged, { query: { ...query, limit: printable } });
      await print(<PrintedItems rows={all.rows} total={all.total} title={say.title} />, 'a4');
    } catch {
      void message.error(general.states.failing);
    }
  };
  useHotkeys([
    { key: '/', say: general.hotkeys.search, run: () => search.current?.querySelector('input')?.focus() },
    { key: 'p', say: say.print, run: () => void toPrint() },
    ...(mayEdit ? [{ key: 'n', say: say.add, run: () => setAdding(true) }] : []),
  ]);
  const filtered = Object.keys(query).some((name) => name !== 'sort');
  const named = Array.from({ length: rows.total ?? 0 }, (_, at) => rows.at(at)).filter(
    (row): row is ManagedLine => row !== undefined && chosen.has(row.itemId),
  );
  return (
    <div className="items">
      <ItemsHead
        actions={
          mayEdit ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
              {say.add} <Key name="n" />
            </Button>
          ) : null
        }
      />
      <Shelves asked={query.shelf} onAsk={(shelf) => ask({ shelf })} />
      <DataTable
        name="items"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.itemId}
        onOpen={(row) => void navigate({ to: '/items/$id', params: { id: row.itemId } as never })}
        sort={asked.sort ?? 'name'}
        onSort={(sort) => ask({ sort })}
        {...(mayPublish ? { chosen: { keys: chosen, set: setChosen } } : {})}
        filtered={filtered}
        height="calc(100dvh - 18rem)"
        empty={<Empty title={say.nothing}>{say.nothingWhat}</Empty>}
        filters={
          <div ref={search} className="yc-row">
            <FilterText label={say.find} width={15} />
            {departments.length > 1 ? (
              <FilterSelect
                name="departmentId"
                label={say.filters.department}
                options={departments.map(({ id, shortName, nameEn }) => ({
                  value: id,
                  label: pick(language, shortName, nameEn),
                }))}
                width={11}
              />
            ) : null}
            <FilterSelect
              name="kind"
              label={say.filters.kind}
              options={itemKinds.map((value) => ({ value, label: words.kinds[value] }))}
              width={9}
            />
            <FilterSelect
              name="verified"
              label={say.filters.verified}
              options={[
                { value: 'true', label: say.verified },
                { value: 'false', label: say.unverified },
              ]}
              width={7}
            />
          </div>
        }
        actions={
          <>
            {chosen.size > 0 ? (
              <>
                <span role="status">{say.chosen(chosen.size)}</span>
                <Button type="primary" onClick={() => setHanding('handDown')}>
                  {say.handDown}
                </Button>
                <Button onClick={() => setHanding('takeBack')}>{say.takeBack}</Button>
              </>
            ) : null}
            <Button
              icon={<PrinterOutlined />}
              aria-label={say.print}
              title={say.print}
              onClick={() => void toPrint()}
            />
          </>
        }
      />
      {adding ? (
        <NewItem
          onClose={() => setAdding(false)}
          onMade={(id) => {
            void message.success(say.fresh.made);
            void navigate({ to: '/items/$id', params: { id } as never });
          }}
        />
      ) : null}
      {handing ? (
        <HandDownDialog
          act={handing}
          items={named}
          onClose={() => {
            setHanding(undefined);
            setChosen(new Set());
          }}
        />
      ) : null}
      {sheet}
    </div>
  );
}

export const page = definePage({ roles: ['head', 'office', 'admin', 'auditor'], Component: Items });
