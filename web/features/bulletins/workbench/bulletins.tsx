/** Bulletins that were made, and making one. */
import './bulletins.css';
import { App, Button, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { bulletinsContract, type BulletinLine } from '#modules/bulletins/contract';
import { officesContract } from '#modules/offices/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { bulletinWords } from './words.ts';

/** The last month that is over. */
function lastMonth(): string {
  const [year, month] = today().split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

function Make(props: { open: boolean; onClose: () => void }): ReactNode {
  const say = useWords(bulletinWords);
  const language = useLanguage();
  const me = useMe();
  const id = useId();
  const { message } = App.useApp();
  const act = useAct(bulletinsContract.makeBulletin, { changes: [bulletinsContract.listBulletins] });
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const forAll = hasRole(me, ['office']);
  const own = (me?.posts ?? []).flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : [])); // prettier-ignore
  const [month, setMonth] = useState(lastMonth);
  const [chosen, setChosen] = useState<string>();
  const departmentId = chosen ?? (forAll ? '' : (own[0] ?? ''));
  const options = [
    ...(forAll ? [{ value: '', label: say.district }] : []),
    ...(departments.data?.rows ?? [])
      .filter((one) => forAll || own.includes(one.id))
      .map((one) => ({ value: one.id, label: pick(language, one.shortName, one.nameEn) })),
  ];
  return (
    <ConfirmDialog
      open={props.open}
      title={say.make}
      verb={say.make}
      onClose={props.onClose}
      onConfirm={async () => {
        const body = { actionId: act.key(), month, ...(departmentId ? { departmentId } : {}) };
        const made = await act.send({ body });
        void message.success(say.made(made.month, made.edition));
      }}
    >
      <p className="yc-muted">{say.makeLine}</p>
      <label className="yc-field" htmlFor={`${id}-month`}>
        <span className="yc-field-title">{say.month}</span>
        <Input
          id={`${id}-month`}
          type="month"
          value={month}
          max={today().slice(0, 7)}
          onChange={({ target }) => setMonth(target.value)}
        />
      </label>
      <label className="yc-field" htmlFor={`${id}-of`}>
        <span className="yc-field-title">{say.of}</span>
        <Select
          id={`${id}-of`}
          value={departmentId}
          options={options}
          onChange={setChosen}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </label>
    </ConfirmDialog>
  );
}

function Bulletins(): ReactNode {
  const say = useWords(bulletinWords);
  const language = useLanguage();
  const mayMake = hasRole(useMe(), ['office', 'head']);
  const [making, setMaking] = useState(false);
  const rows = useRows(bulletinsContract.listBulletins, { query: {} });
  const { columns: names } = say;
  const columns: Column<BulletinLine>[] = [
    { key: 'month', title: names.month, width: 7, grow: 0, render: ({ month }) => month },
    { key: 'scope', title: names.scope, width: 10, grow: 2, render: ({ scope }) => scope[language] },
    {
      key: 'edition',
      title: names.edition,
      width: 9,
      render: ({ edition, partial }) => (
        <>
          {say.edition(edition)} {partial ? <span className="yc-muted yc-small">{say.partial}</span> : null}
        </>
      ),
    },
    { key: 'asOf', title: names.asOf, width: 12, grow: 0, render: ({ asOf }) => <Instant at={asOf} /> },
    { key: 'by', title: names.by, width: 8, render: ({ madeBy }) => madeBy },
    { key: 'hash', title: names.hash, width: 9, grow: 0, render: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code> },
  ]; // prettier-ignore
  return (
    <div className="bulletins">
      <PageHeader title={say.title} sub={say.line} />
      <DataTable
        name="bulletins"
        label={say.title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/bulletins/${id}`}
        height="calc(100dvh - 16rem)"
        empty={<Empty title={say.none}>{say.noneLine}</Empty>}
        actions={
          mayMake ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {say.make}
            </Button>
          ) : null
        }
      />
      <Make open={making} onClose={() => setMaking(false)} />
    </div>
  );
}

export const page = definePage({ roles: ['examiner', 'head', 'office', 'auditor'], Component: Bulletins });
