/** Window intake: the finders of people and of items put beside the cases' own form. */
import type { ReactNode } from 'react';
import { Intake } from '#web/features/cases/workbench/intake.tsx';
import { ChooseItem } from '#web/features/catalogue/workbench/choose-item.tsx';
import { ChooseEvent } from '#web/features/matters/workbench/choose-event.tsx';
import { WindowLocker } from '#web/features/lockers/workbench/window-locker.tsx';
import { FindParty } from '#web/features/people/workbench/find-party.tsx';
import { findWords } from '#web/features/people/workbench/find-words.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage } from '#web/ui/page.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { EventIntake } from './event-intake.tsx';
import { counterRoles } from './roles.ts';

function IntakePage(): ReactNode {
  const me = useMe();
  const say = useWords(findWords);
  const language = useLanguage();
  const outletId = me?.posts.find((post) => post.role === 'clerk' && post.outletId !== null)?.outletId ?? undefined;
  return (
    <Intake
      finders={{
        findApplicant: (found) => <FindParty focus onFound={found} />,
        findAgent: (found) => <FindParty focus peopleOnly label={say.agentOf} onFound={found} />,
        chooseItem: (chosen) => (
          <ChooseItem focus {...(outletId ? { outletId } : {})} onChosen={({ itemId }) => chosen(itemId)} />
        ),
        chooseEvent: (chosen) => <ChooseEvent onChosen={chosen} />,
        joint: (asked) => <EventIntake key={asked.eventId} {...asked} />,
        locker: ({ materials, ...asked }) => (
          <WindowLocker
            {...asked}
            materials={materials.map(({ id, name, nameEn }) => ({ id, name: pick(language, name, nameEn) }))}
          />
        ),
      }}
    />
  );
}

export const page = definePage({ roles: counterRoles, Component: IntakePage });
