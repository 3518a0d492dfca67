/** A case, put together from what several features know of it. */
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { CaseDesk } from '#web/features/cases/workbench/case-desk.tsx';
import { DocumentList } from '#web/features/documents/workbench/document-list.tsx';
import { FromDistrict } from '#web/features/exchange/workbench/from-district.tsx';
import { CaseVisits } from '#web/features/hall/workbench/case-visits.tsx';
import { PartOfMatter } from '#web/features/matters/workbench/part-of-matter.tsx';
import { CaseFees } from '#web/features/payments/workbench/fees.tsx';
import { PartyCard } from '#web/features/people/workbench/party-card.tsx';
import { CaseReview } from '#web/features/prereview/workbench/case-review.tsx';
import { CaseRating } from '#web/features/ratings/workbench/case-rating.tsx';
import { CaseReminders } from '#web/features/warnings/workbench/case-reminders.tsx';
import { CaseWarnings } from '#web/features/warnings/workbench/case-warnings.tsx';
import { prefetch } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { caseRoles } from './roles.ts';

function CasePage(): ReactNode {
  return (
    <CaseDesk
      parts={{
        party: (party, title, about) => <PartyCard party={party} title={title} about={about} />,
        documents: (caseId) => <DocumentList caseId={caseId} />,
        fees: ({ case: { id, feeState } }) => (feeState === 'none' ? null : <CaseFees caseId={id} />),
        joint: (whole, item) => (
          <>
            <FromDistrict whole={whole} />
            <PartOfMatter whole={whole} item={item} />
            <CaseVisits caseId={whole.case.id} />
          </>
        ),
        prereview: (caseId) => <CaseReview caseId={caseId} />,
        warnings: ({ case: { id, departmentId } }) => (
          <>
            <CaseReminders caseId={id} departmentId={departmentId} />
            <CaseWarnings caseId={id} />
          </>
        ),
        rating: (caseId) => <CaseRating caseId={caseId} />,
      }}
    />
  );
}

export const page = definePage({
  roles: caseRoles,
  load: ({ params }) => prefetch(casesContract.getCase, { params: { id: params.id! } }),
  Component: CasePage,
});
