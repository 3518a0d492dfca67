/** A joint matter, and a consultation, with their documents. */
import type { ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { caseWords } from '#web/features/cases/workbench/words.ts';
import { DocumentList } from '#web/features/documents/workbench/document-list.tsx';
import { ConsultationDesk } from '#web/features/matters/workbench/consultation.tsx';
import { MatterDesk } from '#web/features/matters/workbench/matter.tsx';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { jointRoles } from './roles.ts';

function MatterPage(): ReactNode {
  const id = useParam('id');
  const { kinds } = useWords(caseWords);
  const found = useOp(mattersContract.getMatter, { params: { id } });
  return (
    <Query of={found}>
      {(whole) => (
        <MatterDesk
          whole={whole}
          sayStep={(kind) => kinds[kind]}
          documents={<DocumentList caseId={id} subjectKind="matter" />}
        />
      )}
    </Query>
  );
}

export const page = definePage({
  // A clerk opens what the counter has taken in.
  roles: [...jointRoles, 'clerk'],
  load: ({ params }) => prefetch(mattersContract.getMatter, { params: { id: params.id! } }),
  Component: MatterPage,
});

function ConsultationPage(): ReactNode {
  const id = useParam('id');
  const found = useOp(mattersContract.getConsultation, { params: { id } });
  return (
    <Query of={found}>
      {(row) => (
        <ConsultationDesk key={id} row={row} documents={<DocumentList caseId={id} subjectKind="consultation" />} />
      )}
    </Query>
  );
}

export const consultationPage = definePage({ roles: jointRoles, Component: ConsultationPage });
