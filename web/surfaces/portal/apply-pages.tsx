/** Applying, the confirmation, and handing in what was missing. */
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogueContract, type Guide } from '#modules/catalogue/contract';
import { casesContract } from '#modules/cases/contract';
import { useGuide, useItemVersion } from '#web/features/catalogue/portal/items.ts';
import { sayLimit } from '#web/features/catalogue/portal/say-item.ts';
import { Apply } from '#web/features/cases/portal/apply.tsx';
import { Submitted } from '#web/features/cases/portal/submitted.tsx';
import { SupplementForm } from '#web/features/cases/portal/supplement.tsx';
import { LockerOffer } from '#web/features/lockers/offer.tsx';
import { ReceiptLink } from '#web/features/documents/portal/case-documents.tsx';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { useLanguage } from '#web/words/language.ts';
import { useState } from 'react';

function ApplyPage(): ReactNode {
  const id = useParam('id');
  const found = useGuide(id);
  const [asked] = useAsked();
  // What was begun for a life event leads here, too.
  if (found.error?.status === 404)
    return <Navigate to="/life-events/$id/apply" params={{ id } as never} search={asked as never} replace />;
  return <Query of={found}>{(guide) => <Kept key={id} guide={guide} />}</Query>;
}

/** The item as it was when the page was opened: a new version while somebody fills it in must not move the questions. */
function Kept(props: { guide: Guide }): ReactNode {
  const [guide] = useState(props.guide);
  const { itemId, version, code, body } = guide;
  return (
    <Apply
      item={{ itemId, version, codes: [code], body }}
      offer={(asked) => <LockerOffer itemId={itemId} {...asked} />}
    />
  );
}

export const applyPage = definePage({
  load: ({ params }) => prefetch(catalogueContract.getGuide, { params: { id: params.id! }, query: {} }),
  Component: ApplyPage,
});

function SubmittedPage(): ReactNode {
  const id = useParam('id');
  const language = useLanguage();
  const found = useOp(casesContract.getCase, { params: { id } });
  const { itemId = '' } = found.data?.case ?? {};
  const item = useItemVersion(itemId, found.data?.itemVersion ?? 1, found.data !== undefined);
  const limit = item.data?.body.promisedLimit ?? item.data?.body.statutoryLimit;
  return (
    <Query of={found}>
      {(whole) => (
        <Submitted
          whole={whole}
          body={item.data?.body}
          limit={limit && sayLimit(limit, language)}
          receipt={<ReceiptLink caseId={id} />}
        />
      )}
    </Query>
  );
}

export const submittedPage = definePage({ roles: ['resident'], Component: SubmittedPage });

function SupplementPage(): ReactNode {
  const id = useParam('id');
  const found = useOp(casesContract.getCase, { params: { id } });
  const { itemId = '' } = found.data?.case ?? {};
  const item = useItemVersion(itemId, found.data?.itemVersion ?? 1, found.data !== undefined);
  return (
    <Query of={found}>
      {(whole) =>
        item.data ? (
          <SupplementForm
            key={id}
            whole={whole}
            body={item.data.body}
            offer={(asked) => <LockerOffer itemId={itemId} {...asked} />}
          />
        ) : (
          <Loading />
        )
      }
    </Query>
  );
}

export const supplementPage = definePage({ Component: SupplementPage });
