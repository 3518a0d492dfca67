/** A type of project, with the search of items. */
import type { ReactNode } from 'react';
import { projectsContract } from '#modules/projects/contract';
import { ChooseItem } from '#web/features/catalogue/workbench/choose-item.tsx';
import { TypeEditor } from '#web/features/projects/workbench/type-editor.tsx';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Missing, Query } from '#web/ui/states.tsx';

function TypePage(): ReactNode {
  const id = useParam('id');
  const [asked] = useAsked();
  const mayEdit = hasRole(useMe(), ['office']);
  const found = useOp(projectsContract.newestTypes, {}, { staleTime: 0 });
  const chooseItem = (onChosen: Parameters<typeof ChooseItem>[0]['onChosen']): ReactNode => (
    <ChooseItem onChosen={onChosen} />
  );
  return (
    <Query of={found}>
      {({ rows }) => {
        const type = rows.find((one) => one.id === id);
        if (!type && (asked.new !== '1' || !mayEdit)) return <Missing />;
        return (
          <TypeEditor
            key={`${id} ${type?.version ?? 0}`}
            id={id}
            type={type}
            chooseItem={chooseItem}
            mayEdit={mayEdit}
          />
        );
      }}
    </Query>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: TypePage });
