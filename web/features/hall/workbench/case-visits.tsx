/** On the page of a case: at which visits it was handed in, and one press that says that whoever is at the window came about it. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Instant } from '#web/ui/due.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { deskWords } from './words.ts';

onLive('hall.caseLinked', [hallContract.visitsOfCase]);

/** Nothing where nobody came and nobody is served. */
export function CaseVisits({ caseId }: { caseId: string }): ReactNode {
  const say = useWords(deskWords);
  const language = useLanguage();
  const me = useMe();
  const visits = useOp(hallContract.visitsOfCase, { params: { id: caseId } }).data ?? [];
  const desk = useOp(hallContract.showDesk, {}, { enabled: hasRole(me, ['clerk']) });
  const act = useAct(hallContract.linkCase, { changes: [hallContract.visitsOfCase, hallContract.showDesk] });
  const served = desk.data?.current?.state === 'serving' ? desk.data.current : undefined;
  const mayLink = served !== undefined && !visits.some(({ ticketId }) => ticketId === served.id);
  if (visits.length === 0 && !mayLink) return null;
  return (
    <section className="desk-card" aria-labelledby="case-visits">
      <h2 id="case-visits">{say.visits}</h2>
      <ul className="yc-plain">
        {visits.map((visit) => (
          <li key={visit.ticketId}>
            <Instant at={visit.at} /> · {pick(language, visit.outletName, visit.outletNameEn)} ·{' '}
            {say.visitAt(visit.number, visit.windowNumber)}{' '}
            <span className="yc-muted yc-small">{visit.handedIn ? say.handedIn : say.cameAbout}</span>
          </li>
        ))}
      </ul>
      <ProblemNote error={act.error} />
      {mayLink ? (
        <Button
          loading={act.sending}
          onClick={() => void act.send({ params: { id: served.id }, body: { caseId } }).catch(() => {})}
        >
          {say.link(served.number)}
        </Button>
      ) : null}
    </section>
  );
}
