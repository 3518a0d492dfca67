/** A matter as whoever holds the code of its receipt sees it. */
import '../matters.css';
import type { ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { MatterCourse, MatterFacts, MatterState } from './matter.tsx';
import { matterWords } from './words.ts';

function Tracked(): ReactNode {
  const code = useParam('code');
  const say = useWords(matterWords);
  const found = useOp(mattersContract.trackMatter, { body: { code } }, { every: 30_000 });
  return (
    <Query of={found}>
      {(tracked) => (
        <div className="matters-page">
          <PageHeader title={tracked.eventName} sub={say.trackTitle} tags={<MatterState matter={tracked} />} />
          <MatterCourse members={tracked.members} />
          <MatterFacts matter={tracked} />
        </div>
      )}
    </Query>
  );
}

export const page = definePage({ Component: Tracked });
