/** People and companies at a window: whoever stands there is found by a number, and what a paper settles is done. */
import './window.css';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { useHotkeys } from '#web/ui/hotkeys.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Missing, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { FindParty } from './find-party.tsx';
import { WindowOrganisation } from './window-organisation.tsx';
import { WindowPerson } from './window-person.tsx';
import { windowWords } from './window-words.ts';

/** The head of both pages; only those who may look up many see that there are two. */
export function WindowHead(): ReactNode {
  const { title, sub, tabs } = useWords(windowWords);
  const mayMany = hasRole(useMe(), ['head', 'office']);
  return (
    <>
      <PageHeader title={title} sub={sub} />
      {mayMany ? (
        <LinkTabs
          label={tabs.label}
          tabs={[
            { to: '/people', label: tabs.one },
            { to: '/people/many', label: tabs.many },
          ]}
        />
      ) : null}
    </>
  );
}

function WindowPeople(): ReactNode {
  const say = useWords(windowWords);
  // Who was found lies in the address by what is no personal data: the id, or the public code of a company.
  const [{ person, code }, ask] = useAsked();
  const [round, setRound] = useState(0);
  useHotkeys([
    {
      key: 'n',
      say: say.another,
      run: () => {
        ask({ person: undefined, code: undefined });
        setRound(round + 1);
      },
    },
  ]);
  return (
    <>
      <WindowHead />
      <div className="window-people">
        <FindParty
          key={round}
          focus
          masked
          onFound={({ kind, id, number }) =>
            ask(kind === 'person' ? { person: id, code: undefined } : { code: number, person: undefined })
          }
        />
        {person ? (
          <FoundPerson key={person} id={person} />
        ) : code ? (
          <FoundOrganisation key={code} creditCode={code} />
        ) : (
          <Empty title={say.begin}>{say.beginWhat}</Empty>
        )}
      </div>
    </>
  );
}

function FoundPerson({ id }: { id: string }): ReactNode {
  const found = useOp(peopleContract.getPerson, { params: { id } });
  return <Query of={found}>{(person) => <WindowPerson person={person} />}</Query>;
}

function FoundOrganisation({ creditCode }: { creditCode: string }): ReactNode {
  const found = useOp(peopleContract.findOrganisation, { query: { creditCode } });
  return (
    <Query of={found}>
      {({ organisation }) => (organisation ? <WindowOrganisation organisation={organisation} /> : <Missing />)}
    </Query>
  );
}

export const page = definePage({
  roles: ['clerk', 'head', 'office'],
  load: ({ search }) => {
    if (typeof search.person === 'string') prefetch(peopleContract.getPerson, { params: { id: search.person } });
  },
  Component: WindowPeople,
});
