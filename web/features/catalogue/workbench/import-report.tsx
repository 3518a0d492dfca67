/** What an import would do, or did: counts, rows that are wrong, and every change field by field. */
import type { ReactNode } from 'react';
import type { ImportReport } from '#modules/catalogue/contract';
import { colon, oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { ChangeList } from './changes.tsx';
import { importWords } from './import-words.ts';
import { sayRowReason } from './import-reasons.ts';

export function ImportDifference(props: { report: ImportReport }): ReactNode {
  const { report } = props;
  const { counts } = report;
  const say = useWords(importWords);
  const language = useLanguage();
  return (
    <div className="yc-stack">
      <dl className="import-counts">
        {(['added', 'changed', 'unchanged', 'vanished', 'rejected'] as const).map((key) => (
          <div key={key} className={counts[key] > 0 ? key : ''}>
            <dt>{say.counts[key]}</dt>
            <dd className="yc-numbers">{counts[key].toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      {counts.rejected > 0 ? (
        <section aria-labelledby="import-rejected">
          <h2 id="import-rejected">{say.counts.rejected}</h2>
          <p className="yc-muted">{say.rejectedWhat}</p>
          <div className="item-table" role="region" aria-labelledby="import-rejected" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th className="end">{say.line}</th>
                  <th>{say.column}</th>
                  <th>{say.reason}</th>
                </tr>
              </thead>
              <tbody>
                {report.rejected.map(({ line, column, reason }, at) => (
                  // A row may be wrong in several ways, in the same column too.
                  <tr key={`${line}-${column}-${at}`}>
                    <td className="end yc-numbers">{line}</td>
                    <td>{column || '–'}</td>
                    <td>{sayRowReason(reason, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Cut shown={report.rejected.length} all={counts.rejected} />
        </section>
      ) : null}
      {counts.changed > 0 ? (
        <section aria-labelledby="import-changed">
          <h2 id="import-changed">{say.counts.changed}</h2>
          <div className="import-list">
            {report.changed.map(({ code, name, changes }) => (
              <details key={code}>
                <summary>
                  <strong>{name}</strong> <span className="yc-muted yc-numbers">{code}</span>
                </summary>
                <ChangeList changes={changes} bodies={[]} />
              </details>
            ))}
          </div>
          <Cut shown={report.changed.length} all={counts.changed} />
        </section>
      ) : null}
      <Names title={say.counts.added} rows={report.added} all={counts.added} />
      <Names title={say.counts.vanished} rows={report.vanished} all={counts.vanished} what={say.vanishedWhat} />
      {report.newDepartments.length > 0 ? (
        <p>
          {say.newDepartments}
          {colon()}
          {oneByOne(report.newDepartments)}
        </p>
      ) : null}
    </div>
  );
}

function Cut(props: { shown: number; all: number }): ReactNode {
  const say = useWords(importWords);
  return props.shown < props.all ? <p className="yc-muted">{say.first(props.shown, props.all)}</p> : null;
}

function Names(props: {
  title: string;
  what?: string;
  rows: readonly { code: string; name: string }[];
  all: number;
}): ReactNode {
  if (props.all === 0) return null;
  return (
    <details className="import-names">
      <summary>
        {props.title} <span className="yc-numbers yc-muted">{props.all}</span>
      </summary>
      {props.what ? <p className="yc-muted">{props.what}</p> : null}
      <ul className="yc-plain">
        {props.rows.map(({ code, name }) => (
          <li key={code}>
            {name} <span className="yc-muted yc-numbers">{code}</span>
          </li>
        ))}
      </ul>
      <Cut shown={props.rows.length} all={props.all} />
    </details>
  );
}
