/** An appointment: who comes, a day, a time that is kept for some minutes, and the word that it is wanted. */
import './queue.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant, sayTime, today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useKeptTime } from '../kept-time.ts';
import { hallWords } from '../words.ts';
import { useWhoComes } from '../who-comes.tsx';
import { queueWords } from './words.ts';

const daysUpTo = (last: string): string[] => {
  const days: string[] = [];
  for (
    let at = Date.parse(`${today()}T00:00:00Z`);
    at <= Date.parse(`${last}T00:00:00Z`) && days.length < 61;
    at += 86_400_000
  )
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

function Book(): ReactNode {
  const id = useParam('id');
  const errandId = useParam('errandId');
  const say = useWords(queueWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const [day, setDay] = useState(today);
  const who = useWhoComes({ priority: say.prioritySign, none: say.priorityNone });
  // Kept on this page before it was read again, or on another device: it is still theirs to confirm.
  const own = useOp(hallContract.myHall, {});
  const place = useOp(hallContract.showPlace, { params: { id } });
  const found = useOp(
    hallContract.listSlots,
    { params: { id: errandId }, query: { day } },
    { keepPrevious: true, every: 20_000 },
  );
  const kept = useKeptTime();
  const keptBefore = own.data?.bookings.find(
    (one) =>
      one.errandId === errandId &&
      one.outletId === id &&
      one.state === 'held' &&
      !kept.isGone(one) &&
      Date.parse(one.heldUntil) > Date.now(),
  );
  const held = kept.held ?? keptBefore;
  const errand = place.data?.errands.find((one) => one.id === errandId);
  const header = (
    <PageHeader
      title={held?.state === 'confirmed' ? say.booked : say.bookTitle}
      sub={[
        errand ? pick(language, errand.name, errand.nameEn) : '…',
        ...(held && held.party > 1 ? [hall.people(held.party)] : []),
      ].join(' · ')}
      back={{ to: `/queue/${id}`, say: place.data ? pick(language, place.data.name, place.data.nameEn) : say.back }}
    />
  );
  if (held?.state === 'confirmed')
    return (
      <div className="queue-page">
        {header}
        <p className="queue-window">{sayInstant(held.startsAt, language)}</p>
        <p>{say.bookedWhat(held.graceMinutes)}</p>
        <Link to="/queue" className="yc-button">
          {say.toMine}
        </Link>
      </div>
    );
  if (held)
    return (
      <div className="queue-page">
        {header}
        <p>{say.kept(sayInstant(held.startsAt, language), sayTime(held.heldUntil))}</p>
        <ProblemNote error={kept.error} />
        <div className="queue-acts">
          <Button type="primary" disabled={kept.sending} loading={kept.confirming} onClick={() => kept.confirm(held)}>
            {say.confirm}
          </Button>
          <Button disabled={kept.sending} onClick={() => kept.giveBack(held)}>
            {say.change}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="queue-page">
      {header}
      <div className="queue-who">{who.fields}</div>
      <Query of={found}>
        {({ slots, lastDay }) => (
          <>
            <div className="queue-days" role="group" aria-label={say.day}>
              {daysUpTo(lastDay).map((one) => (
                <button key={one} type="button" aria-pressed={one === day} onClick={() => setDay(one)}>
                  {sayDay(one, language)}
                </button>
              ))}
            </div>
            <ProblemNote error={kept.error} />
            {slots.length === 0 ? <Empty title={say.noSlots} /> : null}
            <ul className="yc-plain queue-slots">
              {slots.map(({ startsAt, left }) => (
                <li key={startsAt}>
                  <Button
                    block
                    disabled={left < who.given.party || kept.choosing}
                    onClick={() => kept.choose({ errandId, startsAt, ...who.given })}
                  >
                    <strong className="yc-numbers">{sayTime(startsAt)}</strong>{' '}
                    <span>{say.left(left, who.given.party)}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Query>
    </div>
  );
}

export const page = definePage({ roles: ['resident'], Component: Book });
