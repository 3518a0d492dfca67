/** The state of the seals, and the checks of all histories with what they found. */
import { SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { auditContract } from '#modules/audit/contract';
import type { ReplyOf } from '#platform/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { AuditHead } from './audit-head.tsx';
import { auditWords } from './words.ts';

type Verification = ReplyOf<typeof auditContract.listVerifications>['rows'][number];

/** No event announces a seal or the end of a check. */
const every = 10_000;

function Seals(): ReactNode {
  const say = useWords(auditWords);
  const { message } = App.useApp();
  const seals = useOp(auditContract.listSeals, { query: { limit: 12 } }, { every, keepPrevious: true });
  const checks = useOp(auditContract.listVerifications, { query: { limit: 20 } }, { every, keepPrevious: true });
  const [asking, setAsking] = useState(false);
  return (
    <>
      <AuditHead
        actions={
          <Button type="primary" onClick={() => setAsking(true)}>
            {say.verify}
          </Button>
        }
      />
      <div className="audit-seals">
        <section className="yc-panel" aria-labelledby="audit-checks">
          <h2 id="audit-checks">{say.verifications}</h2>
          <p className="yc-muted yc-small">{say.verificationsLine}</p>
          <Query of={checks}>
            {({ rows }) => (
              <>
                <LastCheck last={rows[0]} />
                <ol className="yc-plain audit-checks">
                  {rows.map((row) => (
                    <Check key={row.id} row={row} />
                  ))}
                </ol>
              </>
            )}
          </Query>
        </section>
        <section className="yc-panel" aria-labelledby="audit-seals">
          <h2 id="audit-seals">{say.sealsTitle}</h2>
          <p className="yc-muted yc-small">{say.sealsLine}</p>
          <Query of={seals} isEmpty={({ total, pending }) => total === 0 && pending === 0} empty={<p>{say.noSeals}</p>}>
            {({ rows, total, pending }) => (
              <>
                <dl className="audit-state">
                  <div>
                    <dt>{say.lastSeal}</dt>
                    <dd>{rows[0] ? <Instant at={rows[0].at} /> : '–'}</dd>
                  </div>
                  <div>
                    <dt>{say.columns.seals}</dt>
                    <dd className="yc-numbers">{total.toLocaleString('en')}</dd>
                  </div>
                  <div>
                    <dt>{say.pending}</dt>
                    <dd className="yc-numbers">{pending.toLocaleString('en')}</dd>
                  </div>
                </dl>
                <table className="audit-table">
                  <thead>
                    <tr>
                      <th>{say.columns.seq}</th>
                      <th>{say.columns.at}</th>
                      <th>{say.columns.count}</th>
                      <th>{say.columns.root}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.seq}>
                        <td className="yc-numbers">{row.seq.toLocaleString('en')}</td>
                        <td className="yc-numbers">{exactInstant(row.at)}</td>
                        <td className="yc-numbers">{row.count.toLocaleString('en')}</td>
                        <td>
                          <code title={row.root}>{row.root.slice(0, 10)}…</code>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
          </Query>
        </section>
      </div>
      <ConfirmDialog
        open={asking}
        title={say.verify}
        verb={say.verify}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await call(auditContract.startVerification, { body: {} });
          void message.success(say.verifying);
          await readAgain(auditContract.listVerifications);
        }}
      >
        <p>{say.verifyWhat}</p>
      </ConfirmDialog>
    </>
  );
}

function LastCheck({ last }: { last: Verification | undefined }): ReactNode {
  const say = useWords(auditWords);
  if (!last) return <p className="yc-muted">{say.neverVerified}</p>;
  const clean = last.findings === 0;
  return (
    <p className={`audit-last ${clean ? 'clean' : 'found'}`} role="status">
      {clean ? <SafetyCertificateOutlined aria-hidden="true" /> : <WarningOutlined aria-hidden="true" />}{' '}
      {clean ? say.lastClean : say.lastFound(last.findings)}
    </p>
  );
}

function Check({ row }: { row: Verification }): ReactNode {
  const say = useWords(auditWords);
  const language = useLanguage();
  const count = (number: number): string => number.toLocaleString(language);
  return (
    <li>
      <div>
        <strong>
          <Instant at={row.at} />
        </strong>{' '}
        · {row.accountName ?? say.byNight} · {say.columns.findings}{' '}
        {row.findings === 0 ? say.clean : <strong className="audit-found">{say.foundCount(row.findings)}</strong>}
      </div>
      <div className="yc-muted yc-small yc-numbers">
        {say.columns.cases} {count(row.cases)} · {say.columns.actions} {count(row.actions)} · {say.columns.seals}{' '}
        {count(row.seals)} · {say.ofSeconds(Math.round(row.seconds * 10) / 10)}
      </div>
      {row.firstFindings.length > 0 ? (
        <details>
          <summary>{row.findings > 50 ? say.firstFifty : say.columns.findings}</summary>
          <ul>
            {row.firstFindings.map((finding, at) => (
              <li key={at}>
                {finding.caseNumber ? <span className="yc-numbers">{finding.caseNumber}: </span> : null}
                {finding.what}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

export const page = definePage({ roles: ['auditor'], Component: Seals });
