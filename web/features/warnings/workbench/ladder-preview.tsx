/** The days on which a ladder would warn, for a case that is accepted on a day with so many working days; before it is saved. */
import { useEffect, useState, type ReactNode } from 'react';
import { faultsOf, warningsContract, type Ladder } from '#modules/warnings/contract';
import { useOp } from '#web/client/query.ts';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { Instant } from '#web/ui/due.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useSayRung, useSayTold } from './say-rung.ts';
import { warningWords } from './words.ts';

/** Asked for shortly after the last letter. */
const pause = 300;

const whole = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) <= 200 ? Number(text) : undefined;

export function LadderPreview(props: { ladder: Ladder; departmentId: string | undefined }): ReactNode {
  const { departmentId } = props;
  const say = useWords(warningWords);
  const language = useLanguage();
  const sayRung = useSayRung();
  const sayTold = useSayTold();
  const [from, setFrom] = useState(today());
  const [target, setTarget] = useState('10');
  const [fatal, setFatal] = useState('20');
  const [ladder, setLadder] = useState(props.ladder);
  useEffect(() => {
    const timer = setTimeout(() => setLadder(props.ladder), pause);
    return () => clearTimeout(timer);
  }, [props.ladder]);
  const [promised, byLaw] = [whole(target), whole(fatal)];
  const sound = Object.keys(faultsOf(ladder)).length === 0;
  const query = useOp(
    warningsContract.previewLadder,
    {
      query: departmentId ? { departmentId } : {},
      body: { ladder, from, target: promised ?? 0, fatal: byLaw ?? 0 },
    },
    {
      enabled: sound && promised !== undefined && byLaw !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(from),
      keepPrevious: true,
    },
  );
  return (
    <section className="yc-panel ladder-part" aria-labelledby="ladder-preview">
      <h2 id="ladder-preview">{say.preview}</h2>
      <div className="ladder-numbers">
        <EditText label={say.acceptedOn} kind="date" value={from} onChange={setFrom} />
        <EditText label={say.promised} kind="number" maxLength={3} value={target} onChange={setTarget} />
        <EditText label={say.byLaw} kind="number" maxLength={3} value={fatal} onChange={setFatal} />
      </div>
      <Query of={query} loading={<Loading rows={4} />}>
        {(found) => (
          <>
            <p className="yc-small">
              {say.previewDates(sayDay(found.targetOn, language), sayDay(found.fatalOn, language))}
              {found.provisional ? <span className="yc-muted"> · {say.provisional}</span> : null}
            </p>
            {found.rungs.length === 0 ? <p className="yc-muted">{say.previewNone}</p> : null}
            <ol className="yc-plain ladder-list">
              {found.rungs.map((one) => (
                <li key={`${one.about} ${one.days}`} className={one.about}>
                  <strong>
                    <Instant at={one.at} />
                  </strong>
                  <span>{sayRung(one)}</span>
                  {one.told.length > 0 && departmentId ? (
                    <span className="yc-muted yc-small">{say.toWhom(sayTold(one.told))}</span>
                  ) : null}
                  {one.empty.length > 0 ? (
                    <span className="yc-fault yc-small">
                      {say.nobodyThere(say.names(one.empty.map((post) => say.posts[post])))}
                    </span>
                  ) : null}
                </li>
              ))}
            </ol>
            {departmentId ? <p className="yc-muted yc-small">{say.desk}</p> : null}
          </>
        )}
      </Query>
    </section>
  );
}
