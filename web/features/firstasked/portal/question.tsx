/** Where a question is: for whoever has the code, without an account. */
import '#web/ui/record.css';
import type { ReactNode } from 'react';
import { firstaskedContract as ops } from '#modules/firstasked/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';

function Question(): ReactNode {
  const say = useWords(questionWords);
  const language = useLanguage();
  const found = useOp(ops.lookQuestion, { params: { code: useParam('code') } }, { every: 60_000 });
  return (
    <div className="yc-record">
      <Query of={found}>
        {(row) => (
          <>
            <PageHeader
              title={row.topic}
              sub={`${row.number} · ${sayInstant(row.askedAt, language)}`}
              back={{ to: '/', say: say.home }}
            />
            <section className="yc-record-card" aria-live="polite">
              <p className="yc-record-headline">{say.seenStates[row.state]}</p>
              {row.departmentName && row.state !== 'returned' ? (
                <p>
                  {say.by(pick(language, row.departmentName, row.departmentNameEn))}
                  {row.departmentTelephone ? ` · ${say.call(row.departmentTelephone)}` : ''}
                </p>
              ) : null}
              {row.dueAt ? <p>{say.until(sayInstant(row.dueAt, language))}</p> : null}
              {row.answer ? <p className="yc-record-text">{row.answer}</p> : null}
            </section>
          </>
        )}
      </Query>
    </div>
  );
}

export const page = definePage({
  load: ({ params }) => prefetch(ops.lookQuestion, { params: { code: params.code! } }),
  Component: Question,
});
