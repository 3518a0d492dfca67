/** One hall: what waits, and a ticket or an appointment for what one comes for. */
import './queue.css';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { hallContract, type ErrandNow } from '#modules/hall/contract';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ElsewhereList } from '../elsewhere-list.tsx';
import { hallWords } from '../words.ts';
import { useWhoComes } from '../who-comes.tsx';
import { queueWords } from './words.ts';

function Place(): ReactNode {
  const id = useParam('id');
  const say = useWords(queueWords);
  const language = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const { href } = useLocation();
  const who = useWhoComes({ priority: say.prioritySign, none: say.priorityNone });
  const found = useOp(hallContract.showPlace, { params: { id } }, { every: 15_000 });
  const act = useAct(hallContract.takeTicket, { changes: [hallContract.myHall, hallContract.showPlace] });
  const take = async (errandId: string): Promise<void> => {
    if (!me) return void navigate({ to: '/sign-in', search: { next: href } as never });
    const body = { actionId: act.key(), errandId, ...who.given };
    const { code } = await act.send({ body });
    void navigate({ to: '/tickets/$code', params: { code } as never });
  };
  return (
    <Query of={found}>
      {(place) => (
        <div className="queue-page">
          <PageHeader
            title={pick(language, place.name, place.nameEn)}
            sub={place.open || place.waiting > 0 ? `${say.waiting(place.waiting)} · ${say.windows(place.windows)}` : ''}
            back={{ to: '/queue', say: say.back }}
          />
          {place.says ? <p>{pick(language, place.says.zh, place.says.en)}</p> : null}
          {place.open ? null : <p className="queue-note">{say.shut(place.errands.some(({ bookable }) => bookable))}</p>}
          {place.remote || !place.open ? null : <p className="queue-note">{say.onSpot}</p>}
          {place.remote && place.open ? <div className="queue-who">{who.fields}</div> : null}
          <ProblemNote error={act.error} />
          <section aria-labelledby="queue-errands">
            <h2 id="queue-errands">{say.errands}</h2>
            <ul className="yc-plain queue-errands">
              {place.errands.map((errand) => (
                <Errand
                  key={errand.id}
                  placeId={id}
                  errand={errand}
                  remote={place.remote}
                  open={place.open}
                  sending={act.sending}
                  onTake={() => void take(errand.id).catch(() => {})}
                />
              ))}
            </ul>
          </section>
          <p>
            <Link to="/after-hours" search={{ hall: id } as never}>
              {say.afterHours}
            </Link>
          </p>
        </div>
      )}
    </Query>
  );
}

function Errand(props: {
  placeId: string;
  errand: ErrandNow;
  remote: boolean;
  /** Whether the hall gives out tickets now; where it does not, its page says so once. */
  open: boolean;
  sending: boolean;
  onTake: () => void;
}): ReactNode {
  const { errand, remote } = props;
  const say = useWords(queueWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const name = pick(language, errand.name, errand.nameEn);
  const mayTake = errand.takes === 'yes';
  const wait = (): string => {
    // Where nobody may queue, how long it would be is no news.
    if (errand.takes !== 'yes') return say.takes[errand.takes];
    if (errand.wait === null) return hall.noWindow;
    return errand.wait.high <= 1 ? hall.range(errand.wait) : say.wait(hall.range(errand.wait));
  };
  return (
    <li>
      <span className="queue-errand">
        <strong>{name}</strong>
        {props.open || errand.ahead > 0 ? (
          <span className="yc-muted yc-small">
            {say.inFront(errand.ahead)}
            {props.open ? ` · ${wait()}` : ''}
          </span>
        ) : null}
        <ElsewhereList
          beside
          errand={errand}
          nameOf={({ outletId }, other) => (
            <Link to="/queue/$id" params={{ id: outletId } as never}>
              {other}
            </Link>
          )}
        />
      </span>
      <span className="yc-row">
        {remote && mayTake ? (
          <Button type="primary" disabled={props.sending} onClick={props.onTake} aria-label={`${say.take} ${name}`}>
            {say.take}
          </Button>
        ) : null}
        {errand.bookable ? (
          <Link
            to="/queue/$id/book/$errandId"
            params={{ id: props.placeId, errandId: errand.id } as never}
            className="queue-book"
            aria-label={`${say.book} ${name}`}
          >
            {say.book}
          </Link>
        ) : null}
      </span>
    </li>
  );
}

export const page = definePage({
  load: ({ params }) => prefetch(hallContract.showPlace, { params: { id: params.id! } }),
  Component: Place,
});
