/** One's own application to another district. */
import type { ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { TakenState, TakenView } from '../taken-view.tsx';
import { exchangePortalWords } from './words.ts';

function Taken(): ReactNode {
  const say = useWords(exchangePortalWords);
  const found = useOp(exchangeContract.getTaken, { params: { id: useParam('id') } }, { every: 15_000 });
  return (
    <Query of={found}>
      {(taken) => (
        <div className="exchange-page">
          <PageHeader title={taken.itemName} back={{ to: '/mine', say: say.all }} tags={<TakenState taken={taken} />} />
          <TakenView taken={taken} counter={false} />
        </div>
      )}
    </Query>
  );
}

export const page = definePage({
  roles: ['resident'],
  load: ({ params }) => prefetch(exchangeContract.getTaken, { params: { id: params.id! } }),
  Component: Taken,
});
