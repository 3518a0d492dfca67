/** The screen of a zone, or of a whole hall: who is called where, large; what waits; and the voice. */
import './screen.css';
import { useEffect, useState, type ReactNode } from 'react';
import { hallContract, type Announcement, type Screen } from '#modules/hall/contract';
import { onLive, usePublicLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Failing, Loading } from '#web/ui/states.tsx';
import { sayTime } from '#web/words/dates.ts';
import { useZoneName } from '../zone-names.ts';
import { colon, pick, useLanguage, useWords } from '#web/words/language.ts';
import { callsShown, mostCalls, turnEvery } from './calls-shown.ts';
import { isSaid, Sound, unregistered, useVoice, type SoundOrder } from './voice.tsx';
import { hallWords } from '../words.ts';
import { screenWords } from './words.ts';

onLive('hall.', [hallContract.showScreen]);

const shownErrands = 12;
/** As many as fit on a wall: those for which people wait come first where there are more. */
const fitting = (waiting: Screen['waiting']): Screen['waiting'] =>
  waiting.length <= shownErrands
    ? waiting
    : waiting.toSorted((one, other) => other.ahead - one.ahead).slice(0, shownErrands);

/** The calls that stand on the wall now; the others come in their turn. */
function useCallsShown(calls: readonly Announcement[], saying: Announcement | undefined): readonly Announcement[] {
  const [turn, setTurn] = useState(0);
  const many = calls.length > mostCalls;
  useEffect(() => {
    if (!many) return;
    const timer = setInterval(() => setTurn((before) => before + 1), turnEvery);
    return () => clearInterval(timer);
  }, [many]);
  return callsShown(calls, saying, turn);
}

function Zone(): ReactNode {
  const id = useParam('id');
  const [{ zone }] = useAsked();
  return <ZoneScreen outletId={id} zone={zone} order={unregistered} />;
}

/** Shows and says the calls of a zone; `zone` undefined for those of the whole hall. */
export function ZoneScreen(props: { outletId: string; zone: string | undefined; order: SoundOrder }): ReactNode {
  const { outletId: id, zone } = props;
  const zoneName = useZoneName(id);
  // A call is told at once; asked anew every few seconds besides, for as long as it hangs there: a line that was cut is found again so.
  usePublicLive(id);
  const found = useOp(
    hallContract.showScreen,
    { params: { id }, query: zone ? { zone } : {} },
    { every: 5_000, keepPrevious: true },
  );
  if (!found.data)
    return found.error ? <Failing error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  return <Shown screen={found.data} zone={zone && zoneName(zone)} stale={found.error !== null} order={props.order} />;
}

interface ShownProps {
  screen: Screen;
  zone: string | undefined;
  stale: boolean;
  order: SoundOrder;
}

function Shown({ screen, zone, stale, order }: ShownProps): ReactNode {
  const say = useWords(screenWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const saying = useVoice(screen, order);
  const calls = useCallsShown(screen.calls, saying);
  const name = pick(language, screen.outletName, screen.outletNameEn);
  useEffect(() => {
    document.title = zone ? `${zone} · ${name}` : name;
  }, [zone, name]);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>
          {name} {zone ? <span>{zone}</span> : null}
        </h1>
        <time className="yc-numbers">{sayTime(screen.at)}</time>
      </header>
      {stale ? (
        <p className="screen-stale" role="alert">
          {say.stale}
        </p>
      ) : null}
      <div className="screen-columns">
        <section aria-labelledby="screen-calls" aria-live="polite">
          <h2 id="screen-calls">{say.now}</h2>
          {calls.length === 0 ? <p className="screen-nobody">{say.nobody}</p> : null}
          <ol className="yc-plain screen-calls">
            {calls.map(({ id, number, windowNumber }, i) => (
              <li key={id} className={`${i === 0 ? 'newest' : ''} ${isSaid(saying, number) ? 'said' : ''}`}>
                <span>
                  <small>{say.number}</small> <strong>{number}</strong>
                </span>
                <span>
                  <small>{say.window}</small> <strong>{windowNumber}</strong>
                </span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="screen-waiting">
          <h2 id="screen-waiting">{say.waiting}</h2>
          <ul className="yc-plain screen-waiting">
            {fitting(screen.waiting).map((one) => (
              <li key={one.prefix}>
                <span>
                  {one.prefix} {pick(language, one.name, one.nameEn)}
                </span>
                <span className="yc-numbers">{say.people(one.ahead)}</span>
                <span className="yc-numbers">{one.wait === null ? '—' : hall.range(one.wait)}</span>
              </li>
            ))}
          </ul>
          {screen.missed.length > 0 ? (
            <p className="screen-missed">
              {say.missed}
              {colon()}
              <span className="yc-numbers">{screen.missed.slice(0, 12).join('  ')}</span>
            </p>
          ) : null}
        </section>
      </div>
      <Sound />
    </div>
  );
}

export const page = definePage({ Component: Zone });
