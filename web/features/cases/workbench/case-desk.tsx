/** A case at the workbench: the list at the left, the case in the middle, what to do with it at the right. */
import './desk-panel.css';
import './case-desk.css';
import './steps.css';
import './live.ts';
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { useOp } from '#web/client/query.ts';
import { useMedia } from '#web/ui/preferences.ts';
import { useParam } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { CaseContent, type CaseParts } from './case-content.tsx';
import { CaseStrip } from './case-strip.tsx';
import { useItem } from './item.ts';
import { StepPanel } from './step-panel.tsx';

export type { CaseParts } from './case-content.tsx';

export function CaseDesk(props: { parts: CaseParts }): ReactNode {
  const id = useParam('id');
  const roomy = useMedia('(min-width: 90rem)');
  return (
    <div className={`desk${roomy ? ' roomy' : ''}`}>
      <CaseStrip id={id} />
      <TheCase key={id} id={id} parts={props.parts} />
    </div>
  );
}

function TheCase(props: { id: string; parts: CaseParts }): ReactNode {
  const query = useOp(casesContract.getCase, { params: { id: props.id } });
  const item = useItem(query.data?.case.itemId, query.data?.itemVersion);
  return (
    <Query of={query}>
      {(whole) => (
        <>
          <div className="desk-middle">
            <CaseContent whole={whole} item={item} parts={props.parts} />
          </div>
          <aside className="desk-right">
            <StepPanel whole={whole} item={item} />
          </aside>
        </>
      )}
    </Query>
  );
}
