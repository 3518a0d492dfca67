/** The imports before. */
import type { ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { importWords } from './import-words.ts';

export function EarlierImports(): ReactNode {
  const say = useWords(importWords);
  const runs = useOp(catalogueContract.listImports, {});
  const { columns } = say;
  return (
    <section aria-labelledby="import-earlier">
      <h2 id="import-earlier">{say.earlier}</h2>
      <Query of={runs} isEmpty={({ rows }) => rows.length === 0} empty={<Empty title={say.earlierNone} />}>
        {({ rows }) => (
          <div className="item-table" role="region" aria-labelledby="import-earlier" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{columns.at}</th>
                  <th>{columns.source}</th>
                  <th>{columns.file}</th>
                  <th>{columns.by}</th>
                  {(['added', 'changed', 'unchanged', 'vanished'] as const).map((key) => (
                    <th key={key} className="end">
                      {say.counts[key]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((run) => (
                  <tr key={run.id}>
                    <td>
                      <Instant at={run.at} />
                    </td>
                    <td>{run.source}</td>
                    <td>{run.fileName}</td>
                    <td>{run.byName}</td>
                    {[run.added, run.changed, run.unchanged, run.vanished].map((count, at) => (
                      <td key={at} className="end yc-numbers">
                        {count}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Query>
    </section>
  );
}
