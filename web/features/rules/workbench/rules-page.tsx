/** The rules of an item: its tables, their test rows, what is wrong with them, and putting them into force. */
import './rules.css';
import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { rulesContract, type ItemRules, type PublishedRules, type Report, type RuleSet } from '#modules/rules/contract';
import { call } from '#web/client/client.ts';
import { prefetch, readAgain, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { DmnFiles } from './dmn-files.tsx';
import { Findings } from './findings.tsx';
import { Fields, History, OldVersion } from './rules-aside.tsx';
import { TableEditor } from './table-editor.tsx';
import { TestRows } from './test-rows.tsx';
import { useRules } from './use-rules.ts';
import { rulesWords } from './words.ts';

type Table = RuleSet['tables'][number];

/** An id that no table of the set has. */
function freshId(tables: readonly Table[]): string {
  let at = tables.length + 1;
  while (tables.some(({ id }) => id === `table${at}`)) at += 1;
  return `table${at}`;
}

function RulesPage(): ReactNode {
  const id = useParam('id');
  const rules = useOp(rulesContract.getRules, { params: { id } });
  // Whoever writes has the newest text: what is read again must not take it away, until the page is told to begin anew.
  const [round, setRound] = useState(0);
  return (
    <Query of={rules}>
      {(read) => (
        <Written
          key={`${read.itemId}/${read.published?.version ?? 0}/${round}`}
          rules={read}
          onAnew={async () => {
            await readAgain(rulesContract.getRules, rulesContract.listRules);
            setRound((before) => before + 1);
          }}
        />
      )}
    </Query>
  );
}

function Written(props: { rules: ItemRules; onAnew: () => Promise<void> }): ReactNode {
  const { rules, onAnew } = props;
  const say = useWords(rulesWords);
  const language = useLanguage();
  const me = useMe();
  const { message } = App.useApp();
  const mayEdit = hasRole(me, ['office', 'head']);
  const mayPublish = hasRole(me, ['office']);
  const keeper = useRules(rules, mayEdit);
  const { body, change, report } = keeper;
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<'publish' | 'drop' | 'remove' | 'take'>();
  const [old, setOld] = useState<PublishedRules & { report: Report }>();
  const [place, setPlace] = useState<string>();
  const [error, setError] = useState<unknown>();
  const shown = old?.body ?? body;
  const shownReport = old ? old.report : report;
  const table = shown.tables[at];
  // What was found wrong leads to the field in which it stands, once its table is there.
  useEffect(() => {
    if (!place) return;
    document.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
    setPlace(undefined);
  }, [place]);
  const titleOf = (one: Table): string => pick(language, one.title, one.titleEn) || say.fresh;
  const setTable = (next: Table): void => change({ tables: body.tables.with(at, next) });
  const hasDraft = keeper.revision > 0;

  const see = async (version: number): Promise<void> => {
    setError(undefined);
    try {
      const found = await call(rulesContract.getRulesVersion, { params: { id: rules.itemId, version } });
      setOld({ ...found, report: await call(rulesContract.checkRules, { params: { id: rules.itemId }, body: { body: found.body } }) }); // prettier-ignore
      setAt(0);
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <div className="rules-page">
      <PageHeader
        title={pick(language, rules.itemName, rules.itemNameEn)}
        back={{ to: '/rules', say: say.back }}
        sub={
          <>
            {rules.published ? say.version(rules.published.version) : say.noVersion} ·{' '}
            <Link to={`/items/${rules.itemId}`}>{say.toItem}</Link>
          </>
        }
        actions={
          <>
            {mayEdit ? (
              <span className={`rules-kept ${keeper.state}`} role="status">
                {say.state[hasDraft || keeper.state !== 'read' ? keeper.state : 'same']}
              </span>
            ) : null}
            <DmnFiles rules={rules} keeper={keeper} mayEdit={mayEdit} onError={setError} />
            {mayEdit ? (
              <Button disabled={!hasDraft} onClick={() => setAsking('drop')}>
                {say.drop}
              </Button>
            ) : null}
            {mayPublish ? (
              <Button
                type="primary"
                disabled={!hasDraft || !report?.ready || keeper.checking || old !== undefined}
                title={hasDraft ? undefined : say.nothingToPublish}
                onClick={() => setAsking('publish')}
              >
                {say.publish}
              </Button>
            ) : null}
          </>
        }
      />
      <ProblemNote error={error ?? keeper.error} />
      {keeper.error?.code === 'rules.changedMeanwhile' ? (
        <div>
          <Button onClick={() => void onAnew()}>{say.reload}</Button>
        </div>
      ) : null}
      {old ? (
        <OldVersion old={old} mayEdit={mayEdit} onTake={() => setAsking('take')} onBack={() => setOld(undefined)} />
      ) : null}
      <div className="rules-tabs" role="group" aria-label={say.tables}>
        {shown.tables.map((one, index) => (
          <button key={one.id} type="button" aria-pressed={index === at} onClick={() => setAt(index)}>
            {titleOf(one)}
          </button>
        ))}
        {mayEdit && !old && body.tables.length < 20 ? (
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => {
              const fresh: Table = { id: freshId(body.tables), title: '', titleEn: '', hitPolicy: 'U', columns: [], rules: [], tests: [] }; // prettier-ignore
              change({ tables: [...body.tables, fresh] });
              setAt(body.tables.length);
            }}
          >
            {say.addTable}
          </Button>
        ) : null}
      </div>
      <div className="rules-body">
        <div className="yc-stack">
          {table ? (
            <>
              <TableEditor
                table={table}
                fields={rules.fields}
                readOnly={!mayEdit || old !== undefined}
                onChange={setTable}
              />
              <TestRows
                table={table}
                fields={rules.fields.filter(({ name }) => shownReport?.tables[at]?.fields.includes(name) ?? table.columns.some(({ expression }) => expression === name))} // prettier-ignore
                results={shownReport?.tables[at]?.tests}
                readOnly={!mayEdit || old !== undefined}
                onChange={(tests) => setTable({ ...table, tests })}
              />
              {mayEdit && !old ? (
                <div>
                  <Button danger onClick={() => setAsking('remove')}>
                    {say.removeTable}
                  </Button>
                </div>
              ) : null}
            </>
          ) : (
            <Empty title={say.noTable}>{say.noTableWhat}</Empty>
          )}
        </div>
        <aside className="yc-stack">
          <Findings
            body={shown}
            report={shownReport}
            checking={keeper.checking && !old}
            note={!old && mayEdit && !mayPublish && hasDraft ? say.officePublishes : undefined}
            onTable={(to, toPlace) => {
              setAt(to);
              setPlace(toPlace);
            }}
          />
          <Fields fields={rules.fields} />
          <History versions={rules.versions} seen={old?.version} onSee={(version) => void see(version)} />
        </aside>
      </div>
      <ConfirmDialog
        open={asking === 'publish'}
        title={say.publishTitle}
        verb={say.publish}
        reason="optional"
        reasonLabel={say.note}
        onClose={() => setAsking(undefined)}
        onConfirm={async (note) => {
          if (!(await keeper.flush())) return false;
          const draft = await call(rulesContract.getRules, { params: { id: rules.itemId } });
          const { version } = await call(rulesContract.publishRules, { params: { id: rules.itemId }, body: { revision: draft.draft?.revision ?? keeper.revision, note } }); // prettier-ignore
          void message.success(say.published(version));
          await onAnew();
          return true;
        }}
      >
        {say.publishWhat((rules.published?.version ?? 0) + 1)}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'take'}
        title={say.takeTitle(old?.version ?? 1)}
        verb={say.take}
        onClose={() => setAsking(undefined)}
        onConfirm={() => {
          if (old) change(old.body);
          setOld(undefined);
          setAt(0);
        }}
      >
        {say.takeWhat}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'drop'}
        title={say.drop}
        verb={say.drop}
        danger
        onClose={() => setAsking(undefined)}
        onConfirm={async () => {
          await call(rulesContract.dropRules, { params: { id: rules.itemId } });
          await onAnew();
        }}
      >
        {say.dropWhat}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        title={say.removeTable}
        verb={say.removeTable}
        danger
        onClose={() => setAsking(undefined)}
        onConfirm={() => {
          change({ tables: body.tables.toSpliced(at, 1) });
          setAt(Math.max(0, at - 1));
        }}
      >
        {table ? say.removeTableWhat(titleOf(table)) : null}
      </ConfirmDialog>
    </div>
  );
}

export const page = definePage({
  roles: ['examiner', 'head', 'office', 'admin', 'auditor'],
  load: ({ params }) => prefetch(rulesContract.getRules, { params: { id: params.id! } }),
  Component: RulesPage,
});
