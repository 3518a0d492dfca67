/** A matter of one's own with its fees, documents and rating; and following one without an account. */
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { useItemVersion } from '#web/features/catalogue/portal/items.ts';
import { CaseView } from '#web/features/cases/portal/case-view.tsx';
import { TrackedView, TrackForm } from '#web/features/cases/portal/track.tsx';
import { CaseDocuments } from '#web/features/documents/portal/case-documents.tsx';
import { Fees } from '#web/features/payments/portal/fees.tsx';
import { ByMachine } from '#web/features/prereview/portal/by-machine.tsx';
import { RateByCode, RateCase } from '#web/features/ratings/portal/rate-box.tsx';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';

function CasePage(): ReactNode {
  const id = useParam('id');
  const found = useOp(casesContract.getCase, { params: { id } });
  const { itemId = '' } = found.data?.case ?? {};
  const item = useItemVersion(itemId, found.data?.itemVersion ?? 1, found.data !== undefined);
  return (
    <Query of={found}>
      {(whole) => (
        <CaseView
          whole={whole}
          body={item.data?.body}
          fees={whole.case.feeState === 'none' ? undefined : <Fees caseId={id} />}
          documents={<CaseDocuments caseId={id} unpaid={whole.case.feeState === 'asked'} />}
          machine={<ByMachine caseId={id} />}
          rating={whole.case.endedAt ? <RateCase caseId={id} /> : undefined}
        />
      )}
    </Query>
  );
}

export const casePage = definePage({
  roles: ['resident'],
  load: ({ params }) => prefetch(casesContract.getCase, { params: { id: params.id! } }),
  Component: CasePage,
});

export const trackPage = definePage({ Component: TrackForm });

function TrackedPage(): ReactNode {
  const code = useParam('code');
  const found = useOp(casesContract.trackCase, { body: { code } }, { every: 30_000 });
  return (
    <Query of={found}>
      {(tracked) => <TrackedView tracked={tracked} byCode rating={<RateByCode code={code} />} />}
    </Query>
  );
}

export const trackedPage = definePage({ Component: TrackedPage });
