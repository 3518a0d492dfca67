/** The kiosks: how each stands, its paper, how it was used; papers that nobody took; codes for who sets one up. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { kiosksContract, type Kiosk } from '#modules/kiosks/contract';
import { onLive } from '#web/client/live.ts';
import { readAgain, useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { inBrackets, pick, useLanguage, useWords } from '#web/words/language.ts';
import './kiosks.css';
import { CodeShown, type NewCode } from './code-shown.tsx';
import { KioskEditor } from './kiosk-editor.tsx';
import { bringingRoles, kioskRoles, runningRoles } from './roles.ts';
import { kiosksWords } from './words.ts';

onLive('kiosks.', [kiosksContract.listKiosks, kiosksContract.listLeftPapers]);
const changes = [kiosksContract.listKiosks, kiosksContract.listLeftPapers];

function Kiosks(): ReactNode {
  const say = useWords(kiosksWords);
  const found = useOp(kiosksContract.listKiosks, {}, { every: 20_000 });
  const runs = hasRole(useMe(), runningRoles);
  const [editing, setEditing] = useState<Kiosk | 'new'>();
  const [code, setCode] = useState<NewCode>();
  const codes = useAct(kiosksContract.renewCodes);
  /** What was just added needs a browser next. */
  const register = async (kiosk: Kiosk): Promise<void> => {
    const made = await codes.send({ params: { id: kiosk.id }, body: { which: 'registration' } });
    setCode({ ...made, kiosk });
  };
  return (
    <div className="yc-stack">
      <PageHeader
        title={say.title}
        sub={say.sub}
        actions={
          runs ? (
            <Button type="primary" onClick={() => setEditing('new')}>
              {say.add}
            </Button>
          ) : null
        }
      />
      <ProblemNote error={codes.error} />
      <LeftPapers />
      <Query
        of={found}
        isEmpty={(all) => all.length === 0}
        empty={<Empty title={say.none}>{runs ? say.noneWhat : null}</Empty>}
      >
        {(all) => (
          <ul className="yc-plain kiosks-list">
            {all.map((kiosk) => (
              <One key={kiosk.id} kiosk={kiosk} onEdit={() => setEditing(kiosk)} onCode={setCode} />
            ))}
          </ul>
        )}
      </Query>
      {editing ? (
        <KioskEditor
          key={editing === 'new' ? 'new' : editing.id}
          row={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={(saved) => {
            void readAgain(...changes);
            if (editing === 'new') void register(saved).catch(() => {});
          }}
        />
      ) : null}
      {code ? <CodeShown code={code} onClose={() => setCode(undefined)} /> : null}
    </div>
  );
}

function One(props: { kiosk: Kiosk; onEdit: () => void; onCode: (code: NewCode) => void }): ReactNode {
  const { kiosk } = props;
  const say = useWords(kiosksWords);
  const language = useLanguage();
  const me = useMe();
  const runs = hasRole(me, runningRoles);
  const brings = hasRole(me, bringingRoles);
  const [stopping, setStopping] = useState(false);
  const service = useAct(kiosksContract.setService, { changes });
  const paper = useAct(kiosksContract.bringPaper, { changes });
  const codes = useAct(kiosksContract.renewCodes, { onDone: (made) => props.onCode({ ...made, kiosk }) });
  const params = { id: kiosk.id };
  return (
    <li className="yc-panel">
      <div className="kiosks-head">
        <h2>{pick(language, kiosk.name, kiosk.nameEn)}</h2>
        <span className={`kiosks-state ${kiosk.state}`}>{say.states[kiosk.state]}</span>
      </div>
      <p>
        {pick(language, kiosk.outletName, kiosk.outletNameEn)} · {kiosk.place}
      </p>
      <dl className="kiosks-facts">
        <dt>{say.seen}</dt>
        <dd>{kiosk.lastSeenAt ? sayInstant(kiosk.lastSeenAt, language) : say.never}</dd>
        <dt>{say.paper}</dt>
        <dd>
          {kiosk.printer === 'none'
            ? say.noPrinter
            : `${say.printers[kiosk.printer]} · ${say.sheets(kiosk.sheetsLeft)}`}
        </dd>
        <dt>{say.week}</dt>
        <dd>{say.used(kiosk.uses, kiosk.endedByThemselves, kiosk.leftBehind)}</dd>
        <dt>{say.version}</dt>
        <dd>{kiosk.version || '–'}</dd>
        {kiosk.inService ? null : (
          <>
            <dt>{say.stoppedSince}</dt>
            <dd>
              {sayInstant(kiosk.serviceSince, language)} {kiosk.serviceReason}
            </dd>
          </>
        )}
      </dl>
      <ProblemNote error={paper.error ?? codes.error ?? service.error} />
      <div className="yc-row">
        {brings && kiosk.printer !== 'none' ? (
          <Button onClick={() => void paper.send({ params, body: { sheets: 500 } }).catch(() => {})}>
            {say.filled}
          </Button>
        ) : null}
        {brings ? (
          kiosk.inService ? (
            <Button onClick={() => setStopping(true)}>{say.stop}</Button>
          ) : (
            <Button
              type="primary"
              onClick={() => void service.send({ params, body: { inService: true, reason: '' } }).catch(() => {})}
            >
              {say.resume}
            </Button>
          )
        ) : null}
        {runs ? (
          <>
            <Button onClick={() => void codes.send({ params, body: { which: 'registration' } }).catch(() => {})}>
              {say.register}
            </Button>
            <Button onClick={() => void codes.send({ params, body: { which: 'staff' } }).catch(() => {})}>
              {say.staffCode}
            </Button>
            <Button onClick={props.onEdit}>{say.change}</Button>
          </>
        ) : null}
      </div>
      <ConfirmDialog
        open={stopping}
        title={say.stop}
        verb={say.stop}
        reason="needed"
        onClose={() => setStopping(false)}
        onConfirm={(reason) => service.send({ params, body: { inService: false, reason } })}
      >
        <p>{say.stopWhat}</p>
      </ConfirmDialog>
    </li>
  );
}

/** What lies in a printer, or beside it: somebody has to go and destroy it. */
function LeftPapers(): ReactNode {
  const say = useWords(kiosksWords);
  const language = useLanguage();
  const brings = hasRole(useMe(), bringingRoles);
  const found = useOp(kiosksContract.listLeftPapers, { query: { limit: 50 } }, { every: 30_000, enabled: brings });
  const clear = useAct(kiosksContract.clearPaper, { changes });
  if (!found.data || found.data.total === 0) return null;
  return (
    <section className="yc-panel" aria-labelledby="kiosks-left">
      <h2 id="kiosks-left">{say.leftTitle(found.data.total)}</h2>
      <ProblemNote error={clear.error} />
      <ul className="yc-plain kiosks-left">
        {found.data.rows.map((paper) => (
          <li key={paper.id}>
            <span>
              {paper.kioskName}
              {inBrackets(paper.place)} · {pick(language, paper.title, paper.titleEn)} · {say.sheets(paper.sheets)} ·{' '}
              {sayInstant(paper.at, language)}
            </span>
            <Button onClick={() => void clear.send({ params: { id: paper.id } }).catch(() => {})}>{say.cleared}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const page = definePage({ roles: kioskRoles, Component: Kiosks });
