/** A life event in preparation, with the search of items. */
import type { ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { ChooseItem } from '#web/features/catalogue/workbench/choose-item.tsx';
import { EventEditor, type Body } from '#web/features/matters/workbench/event-editor.tsx';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';

/** A new one; who leads is chosen, and until then the fault says so. */
const blank: Body = {
  name: '',
  synonyms: [],
  topics: [],
  leadDepartmentId: '00000000-0000-4000-8000-000000000000',
  policy: 'collectAll',
  silenceIsConsent: false,
  questions: [],
  members: [],
  asks: [],
  materials: [],
  fixed: [],
  results: [],
};

function EventPage(): ReactNode {
  const id = useParam('id');
  const [asked] = useAsked();
  const mayEdit = hasRole(useMe(), ['office']);
  const isNew = asked.new === '1';
  const found = useOp(mattersContract.getManagedEvent, { params: { id } }, { enabled: !isNew, staleTime: 0 });
  const chooseItem = (onChosen: Parameters<typeof ChooseItem>[0]['onChosen']): ReactNode => (
    <ChooseItem onChosen={onChosen} />
  );
  if (isNew) return <EventEditor id={id} managed={undefined} first={blank} chooseItem={chooseItem} mayEdit={mayEdit} />;
  return (
    <Query of={found}>
      {(managed) => (
        <EventEditor key={id} id={id} managed={managed} first={blank} chooseItem={chooseItem} mayEdit={mayEdit} />
      )}
    </Query>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: EventPage });
