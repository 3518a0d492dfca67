/** The exchange with other districts, put together with who finds people and items. */
import type { ReactNode } from 'react';
import { ChooseItem } from '#web/features/catalogue/workbench/choose-item.tsx';
import { Partners } from '#web/features/exchange/workbench/partners.tsx';
import { TakeIn } from '#web/features/exchange/workbench/take-in.tsx';
import { FindParty } from '#web/features/people/workbench/find-party.tsx';
import { definePage } from '#web/ui/page.tsx';
import { counterRoles } from './roles.ts';

function TakeInPage(): ReactNode {
  return (
    <TakeIn
      findApplicant={(found) => (
        <FindParty focus peopleOnly onFound={({ name, number, phone }) => found({ name, idNumber: number, phone })} />
      )}
    />
  );
}

function PartnersPage(): ReactNode {
  return <Partners chooseItem={(chosen) => <ChooseItem focus onChosen={({ itemId }) => chosen(itemId)} />} />;
}

export const takeInPage = definePage({ roles: counterRoles, Component: TakeInPage });
export const partnersPage = definePage({ roles: ['office'], Component: PartnersPage });
