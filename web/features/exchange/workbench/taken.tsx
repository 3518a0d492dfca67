/** One application for another district, at the workbench. */
import type { ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { TakenState, TakenView } from '../taken-view.tsx';
import { exchangeBenchWords } from './words.ts';

function TakenPage(): ReactNode {
  const id = useParam('id');
  const say = useWords(exchangeBenchWords);
  // What another district says comes when it comes: no event of ours announces it.
  const found = useOp(exchangeContract.getTaken, { params: { id } }, { every: 15_000 });
  return (
    <Query of={found}>
      {(taken) => (
        <div className="exchange-page">
          <PageHeader
            title={taken.itemName}
            back={{ to: '/exchange', say: say.tabs.taken }}
            tags={<TakenState taken={taken} />}
          />
          <TakenView taken={taken} counter />
        </div>
      )}
    </Query>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(exchangeContract.getTaken, { params: { id: params.id! } }),
  Component: TakenPage,
});
