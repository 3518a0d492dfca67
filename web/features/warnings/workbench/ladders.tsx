/** The ladders of warnings: of the district for the service office, of the own department for its head; with a trial beside it. */
import { App, Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { faultsOf, warningsContract, type Ladder, type LadderState } from '#modules/warnings/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { LadderEditor } from './ladder-editor.tsx';
import { LadderPreview } from './ladder-preview.tsx';
import { useSayRung } from './say-rung.ts';
import { WarningsHead } from './warnings-head.tsx';
import { warningWords } from './words.ts';

const changes = [warningsContract.getLadder, warningsContract.listLadders, warningsContract.caseWarnings];

function Ladders(): ReactNode {
  const say = useWords(warningWords);
  const language = useLanguage();
  const me = useMe();
  const [asked, ask] = useAsked();
  const overseer = hasRole(me, ['office', 'auditor']);
  const own = (me?.posts ?? []).flatMap(({ role, departmentId }) =>
    role === 'head' && departmentId ? [departmentId] : [],
  );
  const departmentId = asked.departmentId ?? (overseer ? undefined : own[0]);
  const mayEdit = hasRole(me, ['office']) || (departmentId !== undefined && own.includes(departmentId));
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const apart = useOp(warningsContract.listLadders, {});
  const withOwn = new Set(apart.data?.map((one) => one.departmentId));
  const choices = (departments.data?.rows ?? []).filter(({ id }) => overseer || own.includes(id));
  const found = useOp(warningsContract.getLadder, { query: departmentId ? { departmentId } : {} });
  return (
    <div className="ladder-page">
      <WarningsHead line={say.line} />
      {overseer || choices.length > 1 ? (
        <div className="yc-row">
          <Select
            aria-label={say.whose}
            value={departmentId ?? ''}
            options={[
              ...(overseer ? [{ value: '', label: say.district }] : []),
              ...choices.map((one) => ({
                value: one.id,
                label: `${pick(language, one.name, one.nameEn)}${withOwn.has(one.id) ? ` · ${say.sources.own}` : ''}`,
              })),
            ]}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(id) => ask({ departmentId: id || undefined })}
            style={{ width: '22rem', maxWidth: '100%' }}
          />
        </div>
      ) : null}
      <Query of={found}>
        {(state) => (
          <OneLadder
            key={`${departmentId} ${state.version}`}
            state={state}
            departmentId={departmentId}
            mayEdit={mayEdit}
          />
        )}
      </Query>
    </div>
  );
}

function OneLadder(props: { state: LadderState; departmentId: string | undefined; mayEdit: boolean }): ReactNode {
  const { state, departmentId } = props;
  const say = useWords(warningWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [draft, setDraft] = useState<Ladder>();
  const [giving, setGiving] = useState(false);
  const act = useAct(warningsContract.saveLadder, { changes });
  const save = (ladder: Ladder | null) =>
    act.send({ query: departmentId ? { departmentId } : {}, body: { version: state.version, ladder } });
  const keep = async (): Promise<void> => {
    await save(draft!);
    void message.success(say.saved);
  };
  const faulty = draft !== undefined && Object.keys(faultsOf(draft)).length > 0;
  const above = departmentId ? 'district' : 'usual';
  return (
    <div className="ladder-columns">
      <section className="yc-panel ladder-part" aria-labelledby="ladder-rungs">
        <h2 id="ladder-rungs">{say.rungs}</h2>
        <p className="yc-muted yc-small">
          {say.sources[state.source]}
          {state.source === 'own' && state.savedBy && state.savedAt
            ? ` · ${say.savedBy(state.savedBy, sayInstant(state.savedAt, language))}`
            : ''}
        </p>
        {state.broken ? (
          <p className="yc-fault" role="alert">
            {say.broken} <code className="yc-small">{state.broken}</code>
          </p>
        ) : null}
        {draft ? (
          <>
            <LadderEditor ladder={draft} onChange={setDraft} />
            <ProblemNote error={act.error} />
            <div className="yc-row">
              <Button
                type="primary"
                disabled={faulty}
                loading={act.sending}
                onClick={() => void keep().catch(() => {})}
              >
                {say.save}
              </Button>
              <Button onClick={() => setDraft(undefined)}>{say.discard}</Button>
            </div>
          </>
        ) : (
          <>
            <Shown ladder={state.ladder} />
            {props.mayEdit ? (
              <div className="yc-row">
                <Button type="primary" onClick={() => setDraft(state.ladder)}>
                  {state.source === 'own' || !departmentId ? say.change : say.ownLadder}
                </Button>
                {state.source === 'own' ? <Button onClick={() => setGiving(true)}>{say.backTo[above]}</Button> : null}
              </div>
            ) : null}
          </>
        )}
      </section>
      {props.mayEdit ? <LadderPreview ladder={draft ?? state.ladder} departmentId={departmentId} /> : null}
      <ConfirmDialog
        open={giving}
        title={say.backTo[above]}
        verb={say.back}
        onClose={() => setGiving(false)}
        onConfirm={() => save(null)}
      >
        <p>{say.backWhat}</p>
      </ConfirmDialog>
    </div>
  );
}

/** A ladder to be read: its hours, then each rung with who is told. */
function Shown({ ladder }: { ladder: Ladder }): ReactNode {
  const say = useWords(warningWords);
  const sayRung = useSayRung();
  return (
    <>
      <p>
        {say.hours} <span className="yc-numbers">{`${ladder.from}–${ladder.until}`}</span>
      </p>
      <ol className="yc-plain ladder-list">
        {ladder.rungs.map((rung) => (
          <li key={`${rung.about} ${rung.days}`} className={rung.about}>
            <strong>{sayRung(rung)}</strong>
            <span>{say.toWhom(say.names(rung.to.map((post) => say.posts[post])))}</span>
            {rung.note ? <span className="yc-muted">{rung.note}</span> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Ladders });
