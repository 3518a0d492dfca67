/** The kiosks: how each stands, its paper, how it was used; papers that nobody took; codes for who sets one up. */
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { kiosksContract, type Kiosk } from '#modules/kiosks/contract';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import './kiosks.css';
import { kiosksWords } from './words.ts';

onLive('kiosks.', [kiosksContract.listKiosks, kiosksContract.listLeftPapers]);
const changes = [kiosksContract.listKiosks, kiosksContract.listLeftPapers];

function Kiosks(): ReactNode {
  const say = useWords(kiosksWords);
  const found = useOp(kiosksContract.listKiosks, {}, { every: 20_000 });
  return (
    <div className="yc-stack">
      <PageHeader title={say.title} sub={say.sub} />
      <LeftPapers />
      <Query of={found} isEmpty={(all) => all.length === 0} empty={<Empty title={say.none} />}>
        {(all) => (
          <ul className="yc-plain kiosks-list">
            {all.map((kiosk) => (
              <One key={kiosk.id} kiosk={kiosk} />
            ))}
          </ul>
        )}
      </Query>
    </div>
  );
}

function One({ kiosk }: { kiosk: Kiosk }): ReactNode {
  const say = useWords(kiosksWords);
  const language = useLanguage();
  const me = useMe();
  const runs = hasRole(me, ['office', 'admin']);
  const brings = hasRole(me, ['clerk', 'office', 'admin']);
  const [stopping, setStopping] = useState(false);
  const [code, setCode] = useState<{ code: string; until: string | null }>();
  const service = useAct(kiosksContract.setService, { changes });
  const paper = useAct(kiosksContract.bringPaper, { changes });
  const codes = useAct(kiosksContract.renewCodes, { onDone: setCode });
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
      <Modal open={code !== undefined} title={say.codeTitle} footer={null} onCancel={() => setCode(undefined)}>
        <p>{code?.until ? say.registerWhat : say.staffWhat}</p>
        <Input readOnly size="large" aria-label={say.codeTitle} value={code?.code ?? ''} className="yc-numbers" />
      </Modal>
    </li>
  );
}

/** What lies in a printer, or beside it: somebody has to go and destroy it. */
function LeftPapers(): ReactNode {
  const say = useWords(kiosksWords);
  const language = useLanguage();
  const brings = hasRole(useMe(), ['clerk', 'office', 'admin']);
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
              {paper.kioskName}（{paper.place}） · {pick(language, paper.title, paper.titleEn)} ·{' '}
              {say.sheets(paper.sheets)} · {sayInstant(paper.at, language)}
            </span>
            <Button onClick={() => void clear.send({ params: { id: paper.id } }).catch(() => {})}>{say.cleared}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const page = definePage({ roles: ['clerk', 'head', 'office', 'admin'], Component: Kiosks });
