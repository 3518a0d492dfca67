/** An application to another district: where it stands, what is wanted, its course there, the documents that came. */
import './exchange.css';
import type { ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import type { ReplyOf } from '#platform/contract';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { OneDocument } from './one-document.tsx';
import { useSayFault } from './say-fault.ts';
import { SayRefusal } from './say-refusal.tsx';
import { Supplement } from './supplement.tsx';
import { exchangeWords } from './words.ts';

export type Taken = ReplyOf<typeof exchangeContract.getTaken>;
type Line = Pick<Taken, 'state' | 'refusal' | 'number'>;

/** Where it stands, in a word. */
export function TakenState(props: { taken: Line }): ReactNode {
  const { state, refusal, number } = props.taken;
  const say = useWords(exchangeWords);
  const states: Readonly<Record<string, string>> = say.states;
  const tone =
    refusal || state === 'refused' || state === 'notAccepted' ? 'bad' : state === 'supplementing' ? 'todo' : '';
  const word = refusal ? say.refusedThere : state ? (states[state] ?? state) : number ? say.sent : say.waiting;
  return <span className={`exchange-state ${tone}`}>{word}</span>;
}

/** Whether the other district waits for a supplement that has not gone yet. */
const isWanted = ({ state, steps, supplements }: Taken): boolean => {
  const asked = steps.findLast(({ kind }) => kind === 'askSupplement');
  return (
    state === 'supplementing' &&
    asked !== undefined &&
    !supplements.some(({ at, refusal }) => !refusal && at > asked.at)
  );
};

export function TakenView(props: { taken: Taken; counter: boolean }): ReactNode {
  const { taken } = props;
  const say = useWords(exchangeWords);
  const language = useLanguage();
  const sayFault = useSayFault();
  const kinds: Readonly<Record<string, string>> = say.kinds;
  const item = useOp(
    exchangeContract.getPartnerItem,
    { params: { partnerId: taken.partnerId, id: taken.itemId } },
    { staleTime: 600_000 },
  );
  const asked = taken.steps.findLast(({ kind }) => kind === 'askSupplement');
  const titles = item.data?.body.form.properties ?? {};
  return (
    <div className="exchange-taken">
      <section className="yc-panel exchange-now" aria-live="polite">
        <p className="exchange-decides">{say.decides(taken.partnerName)}</p>
        {taken.waitingSince ? (
          <p>
            {say.waitingSince(sayInstant(taken.waitingSince, language))}
            {taken.fault ? ` · ${sayFault(taken)}` : ''}
          </p>
        ) : null}
        {taken.refusal ? (
          <div className="yc-fault">
            {say.refusalLine}
            <SayRefusal refusal={taken.refusal} titles={titles} />
            {say.refusalDo}
          </div>
        ) : null}
        <dl className="exchange-facts">
          <dt>{say.applicant}</dt>
          <dd>{taken.applicantName}</dd>
          <dt>{say.takenAt}</dt>
          <dd>
            <Instant at={taken.takenAt} />
          </dd>
          {taken.number ? (
            <>
              <dt>{say.number}</dt>
              <dd className="yc-numbers">{taken.number}</dd>
              <dt>{say.trackCode}</dt>
              <dd className="yc-numbers exchange-code">{taken.trackCode}</dd>
            </>
          ) : null}
        </dl>
      </section>
      {isWanted(taken) ? (
        <section className="yc-panel" aria-labelledby="exchange-wanted">
          <h2 id="exchange-wanted">{say.wanted}</h2>
          <p className="exchange-note">{asked?.note}</p>
          <Supplement taken={taken} item={item.data} counter={props.counter} />
        </section>
      ) : null}
      {taken.supplements.map(({ id, at, answeredAt, refusal }) => (
        <div key={id} className={refusal ? 'yc-fault' : 'yc-muted'}>
          {refusal ? (
            <>
              {say.supplementRefused(sayInstant(at, language))}
              <SayRefusal refusal={refusal} titles={titles} />
            </>
          ) : answeredAt ? (
            say.supplementGot(sayInstant(at, language))
          ) : (
            say.supplementSent
          )}
        </div>
      ))}
      <section className="yc-panel" aria-labelledby="exchange-results">
        <h2 id="exchange-results">{say.results}</h2>
        {taken.documents.length === 0 ? <p className="yc-muted">{say.noResults}</p> : null}
        <ul className="yc-plain exchange-documents">
          {taken.documents.map((document) => (
            <OneDocument key={document.documentId} takenId={taken.id} document={document} />
          ))}
        </ul>
      </section>
      <section className="yc-panel" aria-labelledby="exchange-course">
        <h2 id="exchange-course">{say.course}</h2>
        {taken.steps.length === 0 ? <p className="yc-muted">{say.noCourse}</p> : null}
        <Timeline
          label={say.course}
          entries={taken.steps.toReversed().map(({ seq, kind, at, note }) => ({
            key: String(seq),
            at,
            title: kinds[kind] ?? kind,
            children: note ? <p className="exchange-note">{note}</p> : undefined,
          }))}
        />
      </section>
    </div>
  );
}
