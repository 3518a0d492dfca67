/** One place: where, when, what can be done there. */
import type { ReactNode } from 'react';
import { officesContract, type Hours } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { Day } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import './offices.css';
import { OpenNow, sayDistance } from './outlet-card.tsx';
import { usePoint } from './point.tsx';
import { officeWords } from './words.ts';

/** `what` is the list of what can be done there, of another feature. */
export function Place(props: { id: string; what?: ReactNode }): ReactNode {
  const { id } = props;
  const say = useWords(officeWords);
  const language = useLanguage();
  const [point] = usePoint();
  const found = useOp(officesContract.getOutlet, { params: { id } });
  const hours = useOp(officesContract.getHours, { params: { id } });
  // The list counts distances from the point; the single outlet has none.
  const near = useOp(
    officesContract.listOutlets,
    { query: { limit: 500, ...(point ? { longitude: point.longitude, latitude: point.latitude } : {}) } },
    { enabled: point !== undefined, staleTime: 60_000 },
  );
  const distance = near.data?.rows.find((row) => row.id === id)?.distance ?? null;
  return (
    <Query of={found}>
      {(outlet) => (
        <div className="offices-page">
          <PageHeader
            title={pick(language, outlet.name, outlet.nameEn)}
            sub={say.kinds[outlet.kind]}
            back={{ to: '/places', say: say.back }}
          />
          <p>
            <OpenNow opening={outlet.opening} />
          </p>
          <dl className="offices-facts">
            <dt>{say.address}</dt>
            <dd>
              <span lang={language === 'en' && outlet.addressEn ? 'en' : 'zh-CN'}>
                {pick(language, outlet.address, outlet.addressEn)}
              </span>
              {distance === null ? '' : ` · ${say.away(sayDistance(distance))}`}
              {outlet.latitude === null ? null : (
                <>
                  {' '}
                  {/* Opens whatever map the phone has. */}
                  <a href={`geo:${outlet.latitude},${outlet.longitude}?q=${outlet.latitude},${outlet.longitude}`}>
                    {say.route}
                  </a>
                </>
              )}
            </dd>
            {outlet.telephone ? (
              <>
                <dt>{say.telephone}</dt>
                <dd>
                  <a href={`tel:${outlet.telephone.replace(/[^\d+]/g, '')}`}>{outlet.telephone}</a>
                </dd>
              </>
            ) : null}
          </dl>
          {hours.data && hours.data.weekly.length > 0 ? <Week hours={hours.data} /> : null}
          {props.what}
        </div>
      )}
    </Query>
  );
}

function Week(props: { hours: Hours }): ReactNode {
  const { weekly, exceptions } = props.hours;
  const say = useWords(officeWords);
  const language = useLanguage();
  const spans = (list: readonly { opens: string; closes: string }[]): string =>
    list.map(({ opens, closes }) => `${opens}–${closes}`).join(language === 'en' ? ', ' : '，');
  const coming = exceptions.filter(({ on }) => on >= today()).slice(0, 10);
  return (
    <section className="offices-part" aria-labelledby="week">
      <h2 id="week">{say.week}</h2>
      <dl className="offices-facts yc-numbers">
        {say.days.split(',').map((day, at) => (
          <div key={day} style={{ display: 'contents' }}>
            <dt>{day}</dt>
            <dd>{spans(weekly.filter(({ weekday }) => weekday === at + 1)) || say.rest}</dd>
          </div>
        ))}
      </dl>
      <p className="yc-muted yc-small">{say.holidays}</p>
      {coming.length > 0 ? (
        <>
          <h3>{say.exceptions}</h3>
          <ul className="yc-plain">
            {coming.map(({ on, spans: list, note }) => (
              <li key={on}>
                <Day on={on} /> {spans(list) || say.closedDay} {note}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
