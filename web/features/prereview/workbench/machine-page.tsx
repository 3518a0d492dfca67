/** How far the machine goes with each item and how often it errs; the switch that stops it; what a person has to look at again. */
import './prereview.css';
import { Button, InputNumber, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { levels, prereviewContract, type Level, type Setting } from '#modules/prereview/contract';
import { call } from '#web/client/client.ts';
import { prefetch, readAgain, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Rechecks } from './rechecks.tsx';
import { prereviewWords } from './words.ts';

const again = (): Promise<void> =>
  readAgain(prereviewContract.listSettings, prereviewContract.listRechecks, prereviewContract.caseReviews);

function MachinePage(): ReactNode {
  const say = useWords(prereviewWords);
  const language = useLanguage();
  const me = useMe();
  const first = useOp(prereviewContract.listSettings, { query: {} });
  const rows = useRows(prereviewContract.listSettings, { query: {} });
  const [setting, setSetting] = useState<Setting>();
  const mayStop = hasRole(me, ['office', 'head']);
  const office = hasRole(me, ['office']);
  const own = me?.posts.find(({ role, departmentId }) => role === 'head' && departmentId)?.departmentId ?? null;
  const { columns: names } = say;
  const number = (key: 'reviewed' | 'passed' | 'failed' | 'untold' | 'acted', width: number): Column<Setting> => ({
    key,
    title: names[key],
    width,
    grow: 0,
    render: (row) => <span className="yc-numbers">{row[key]}</span>,
  });
  const columns: Column<Setting>[] = [
    { key: 'item', title: names.item, width: 11, grow: 2, render: ({ itemName }) => itemName },
    { key: 'level', title: names.level, width: 8, grow: 1, render: ({ level }) => say.levels[level] },
    number('reviewed', 6),
    number('passed', 5),
    number('failed', 5),
    number('untold', 6),
    number('acted', 7),
    { key: 'checked', title: names.checked, width: 7, grow: 0, render: ({ checked, sampled }) => <span className="yc-numbers">{say.checkedOf(checked, sampled)}</span> }, // prettier-ignore
    { key: 'errors', title: names.errors, width: 9, grow: 0, render: ({ errorRate, differed, checked }) => (errorRate === null ? <span className="yc-muted">{say.noRate}</span> : say.rate((errorRate / 100).toFixed(1), differed, checked)) }, // prettier-ignore
    { key: 'asked', title: names.asked, width: 7, grow: 0, render: ({ asked, askedWrong }) => <span className="yc-numbers">{say.askedOf(asked, askedWrong)}</span> }, // prettier-ignore
  ];
  return (
    <div className="yc-stack">
      <PageHeader title={say.title} sub={first.data ? say.sub(sayInstant(first.data.asOf, language)) : '…'} />
      <section className="yc-panel prereview-switches" aria-label={say.stop}>
        {[null, ...(own ? [own] : [])].map((departmentId) => {
          const found = first.data?.switches.find((one) => one.departmentId === departmentId);
          return (
            <Switch
              key={departmentId ?? 'all'}
              departmentId={departmentId}
              stopped={found?.stopped ? say.stopped(found.byName, found.reason) : undefined}
              may={mayStop && (departmentId === null ? office : true)}
            />
          );
        })}
      </section>
      <DataTable
        name="prereview"
        label={say.list}
        columns={columns}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        height="22rem"
        {...(office ? { onOpen: setSetting } : {})}
        empty={<Empty title={say.none}>{say.noneWhat}</Empty>}
      />
      <Rechecks />
      {setting ? <LevelDialog setting={setting} onClose={() => setSetting(undefined)} /> : null}
    </div>
  );
}

/** Whether the machine acts in a scope, and the button that stops it. */
function Switch(props: { departmentId: string | null; stopped: string | undefined; may: boolean }): ReactNode {
  const { departmentId, stopped, may } = props;
  const say = useWords(prereviewWords);
  // What is asked stays what it was asked as, also while the answer has already changed the state behind the dialog.
  const [asking, setAsking] = useState<'stop' | 'resume'>();
  const body = departmentId ? { departmentId } : {};
  return (
    <div className="yc-row">
      <strong>{departmentId ? say.ownDepartment : say.whole}</strong>
      <span role="status" className={stopped ? 'prereview-stopped' : ''}>
        <span aria-hidden="true">{stopped ? '■' : '▶'}</span> {stopped ?? say.running}
      </span>
      {may ? (
        <Button danger={!stopped} onClick={() => setAsking(stopped ? 'resume' : 'stop')}>
          {stopped ? say.resume : say.stop}
        </Button>
      ) : null}
      {asking ? (
        <ConfirmDialog
          open
          title={say[`${asking}Title`]}
          verb={say[asking]}
          danger={asking === 'stop'}
          reason="needed"
          onClose={() => setAsking(undefined)}
          onConfirm={async (reason) => {
            await call(prereviewContract[`${asking}Machine`], { body: { ...body, reason } });
            await again();
          }}
        >
          {asking === 'stop' ? say.stopWhat : null}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function LevelDialog(props: { setting: Setting; onClose: () => void }): ReactNode {
  const { setting, onClose } = props;
  const say = useWords(prereviewWords);
  const id = useId();
  const [level, setLevel] = useState<Level>(setting.level);
  const [share, setShare] = useState(setting.share);
  return (
    <ConfirmDialog
      open
      title={say.setTitle(setting.itemName)}
      verb={say.set}
      reason="needed"
      reasonLabel={say.reason}
      onClose={onClose}
      onConfirm={async (reason) => {
        await call(prereviewContract.setLevel, { params: { id: setting.itemId }, body: { level, share, reason } });
        await again();
      }}
    >
      <Radio.Group
        value={level}
        aria-label={say.columns.level}
        className="prereview-levels"
        onChange={({ target }) => setLevel(levels.find((one) => one === target.value) ?? 'advise')}
      >
        {levels.map((one) => (
          <Radio key={one} value={one}>
            {say.levels[one]} <span className="yc-muted yc-small">{say.levelWhat[one]}</span>
          </Radio>
        ))}
      </Radio.Group>
      <div className="yc-row">
        <label htmlFor={`${id}-share`}>{say.share}</label>
        <InputNumber
          id={`${id}-share`}
          min={1}
          max={100}
          precision={0}
          value={share}
          onChange={(value) => setShare(value ?? 10)}
        />
      </div>
    </ConfirmDialog>
  );
}

export const page = definePage({
  roles: ['examiner', 'head', 'office', 'auditor'],
  load: () => prefetch(prereviewContract.listSettings, { query: {} }),
  Component: MachinePage,
});
