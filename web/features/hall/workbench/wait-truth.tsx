/** Whether what the hall said of waits was true: by hour, with the tickets behind each figure. */
import './wait-truth.css';
import { useState, type ReactNode } from 'react';
import { hallContract, type WaitTruth } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { Pieces } from './pieces.tsx';
import { truthWords } from './truth-words.ts';

/** So many tickets are listed at once. */
const piece = 200;

function Truth(): ReactNode {
  const say = useWords(truthWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const places = useOp(hallContract.listPlaces, {});
  return (
    <Query of={places} isEmpty={(all) => all.length === 0} empty={<Empty title={say.none}>{say.noneWhat}</Empty>}>
      {(all) => {
        const place = all.find(({ outletId }) => outletId === asked.hall) ?? all[0]!;
        return (
          <div className="truth-page">
            <PageHeader
              title={say.title}
              sub={pick(language, place.name, place.nameEn)}
              back={{ to: '/hall', search: { hall: place.outletId }, say: say.back }}
            />
            <p className="yc-muted">{say.what}</p>
            <Hall
              outletId={place.outletId}
              hour={asked.hour === undefined ? undefined : Number(asked.hour)}
              onHour={(hour) => ask({ hour: hour === undefined ? undefined : String(hour) })}
            />
          </div>
        );
      }}
    </Query>
  );
}

interface Chosen {
  hour: number | undefined;
  onHour: (hour: number | undefined) => void;
}

function Hall({ outletId, hour, onHour }: { outletId: string } & Chosen): ReactNode {
  const say = useWords(truthWords);
  const [offset, setOffset] = useState(0);
  const query = { ...(hour === undefined ? {} : { hour }), limit: piece, offset };
  const found = useOp(hallContract.showWaitTruth, { params: { id: outletId }, query }, { keepPrevious: true });
  return (
    <Query
      of={found}
      isEmpty={({ hours }) => hours.length === 0}
      empty={<Empty title={say.nothing}>{say.nothingWhat}</Empty>}
    >
      {(truth) => (
        <>
          <Hours
            truth={truth}
            hour={hour}
            onHour={(chosen) => {
              setOffset(0);
              onHour(chosen);
            }}
          />
          <Tickets truth={truth} hour={hour} />
          <Pieces
            size={piece}
            offset={offset}
            total={truth.hours.reduce(
              (sum, one) => (hour === undefined || hour === one.hour ? sum + one.told : sum),
              0,
            )}
            onOffset={setOffset}
          />
        </>
      )}
    </Query>
  );
}

function Hours({ truth, hour, onHour }: { truth: WaitTruth } & Chosen): ReactNode {
  const say = useWords(truthWords);
  const told = truth.hours.reduce((sum, one) => sum + one.told, 0);
  const inside = truth.hours.reduce((sum, one) => sum + one.inside, 0);
  return (
    <section aria-labelledby="truth-hours">
      <h2 id="truth-hours">{say.all(Math.round((100 * inside) / told), inside, told, truth.days)}</h2>
      <ul className="yc-plain truth-hours">
        {truth.hours.map((one) => (
          <li key={one.hour}>
            <button
              type="button"
              aria-pressed={hour === one.hour}
              onClick={() => onHour(hour === one.hour ? undefined : one.hour)}
            >
              <span className="yc-numbers">{say.hour(one.hour)}</span>
              <span className="truth-bar" aria-hidden="true">
                <span style={{ width: `${(100 * one.sooner) / one.told}%` }} />
                <span className="inside" style={{ width: `${(100 * one.inside) / one.told}%` }} />
                <span style={{ width: `${(100 * one.later) / one.told}%` }} />
              </span>
              <span className="yc-numbers">{say.share(Math.round((100 * one.inside) / one.told))}</span>
              <span className="yc-muted yc-small">
                {say.rest(one.told, one.sooner, one.later, Math.round(one.width))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tickets({ truth, hour }: { truth: WaitTruth; hour: number | undefined }): ReactNode {
  const say = useWords(truthWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  return (
    <section aria-labelledby="truth-tickets">
      <h2 id="truth-tickets">{hour === undefined ? say.newest : say.ofHour(say.hour(hour))}</h2>
      <div className="truth-scroll" role="region" aria-labelledby="truth-tickets" tabIndex={0}>
        <table className="truth-table">
          <thead>
            <tr>
              {[say.number, say.at, say.ahead, say.said, say.waited, say.held].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {truth.tickets.map(({ id, number, at, ahead, low, high, waited }) => (
              <tr key={id}>
                <th scope="row">{number}</th>
                <td>{sayInstant(at, language)}</td>
                <td className="yc-numbers">{ahead}</td>
                <td>{hall.range({ low, high, rough: false })}</td>
                <td className="yc-numbers">{say.minutes(waited)}</td>
                <td>{waited < low ? say.sooner : waited > high ? say.later : say.inside}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export const page = definePage({ roles: ['head', 'office', 'auditor'], Component: Truth });
