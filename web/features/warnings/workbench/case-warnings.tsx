/** On the page of a case: who was warned when, which warnings come next, and by which rule. */
import './live.ts';
import './warnings.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { warningsContract, type CaseWarnings as Warnings } from '#modules/warnings/contract';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useSayRung, useSayTold } from './say-rung.ts';
import { warningWords } from './words.ts';

/** Lines shown before one asks for more. */
const few = 4;

export function CaseWarnings({ caseId }: { caseId: string }): ReactNode {
  const say = useWords(warningWords);
  const query = useOp(warningsContract.caseWarnings, { params: { id: caseId } });
  // An ended case of which nobody was ever warned has nothing to say here.
  if (query.data && query.data.source === null && query.data.done.length === 0) return null;
  return (
    <section className="desk-card case-warnings" aria-labelledby="case-warnings">
      <h2 id="case-warnings">{say.ofCase}</h2>
      <Query of={query} loading={<Loading rows={2} />}>
        {(found) => <Lines found={found} />}
      </Query>
    </section>
  );
}

function Lines({ found }: { found: Warnings }): ReactNode {
  const say = useWords(warningWords);
  const language = useLanguage();
  const sayRung = useSayRung();
  const sayTold = useSayTold();
  const [all, setAll] = useState(false);
  const shown = all ? found.done : found.done.slice(0, few);
  return (
    <>
      {found.done.length === 0 ? <p className="yc-muted">{say.noneYet}</p> : null}
      <ul className="yc-plain">
        {shown.map((one) => (
          <li key={one.id} className={`case-warning ${one.outcome}`}>
            <span>
              <strong>{sayRung(one)}</strong>
              {one.current ? null : <span className="yc-muted yc-small"> · {say.earlier}</span>}
              <span className="yc-muted yc-small"> · {sayDay(one.dueOn, language)}</span>
            </span>
            <span className="yc-small" title={one.outcome === 'skipped' ? say.skippedWhy : undefined}>
              {say.outcomes[one.outcome]} <Instant at={one.at} />
            </span>
            {one.told.length > 0 ? <span className="yc-muted yc-small">{say.toWhom(sayTold(one.told))}</span> : null}
          </li>
        ))}
      </ul>
      {found.done.length > shown.length ? (
        <div>
          <Button type="link" size="small" onClick={() => setAll(true)}>
            {say.showEarlier(found.done.length - shown.length)}
          </Button>
        </div>
      ) : null}
      {found.source === null ? null : (
        <>
          <h3>{say.next}</h3>
          {found.next.length === 0 ? (
            <p className="yc-muted">{found.standing ? say.standing : say.noneNext}</p>
          ) : (
            <ol className="yc-plain">
              {found.next.map((one) => (
                <li key={`${one.about} ${one.days}`} className="case-warning">
                  <span>{sayRung(one)}</span>
                  <span className="yc-small">
                    <Instant at={one.at} />
                  </span>
                  <span className="yc-muted yc-small">
                    {one.told.length > 0 ? say.toWhom(sayTold(one.told)) : say.nobody}
                  </span>
                </li>
              ))}
            </ol>
          )}
          <p className="yc-muted yc-small case-warning-why">
            {say.why[found.source]} · {say.whyMore}
          </p>
        </>
      )}
    </>
  );
}
