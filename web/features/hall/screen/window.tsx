/** What hangs over a window: small, one number large, what is done there and by whom. */
import './screen.css';
import type { ReactNode } from 'react';
import { hallContract, type WindowSign } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Failing, Loading } from '#web/ui/states.tsx';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { screenWords } from './words.ts';

const errandsShown = 5;

export function WindowScreen({ windowId }: { windowId: string }): ReactNode {
  const found = useOp(hallContract.showWindowSign, { params: { id: windowId } }, { every: 2_000, keepPrevious: true });
  if (!found.data)
    return found.error ? <Failing error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  return <Sign sign={found.data} stale={found.error !== null} />;
}

function Sign({ sign, stale }: { sign: WindowSign; stale: boolean }): ReactNode {
  const say = useWords(screenWords);
  const language = useLanguage();
  const { ticket, state, errands } = sign;
  const names = errands.slice(0, errandsShown).map(({ name, nameEn }) => pick(language, name, nameEn));
  return (
    <div className="window-sign">
      <header>
        <h1>
          <strong className="yc-numbers">{sign.number}</strong> {pick(language, sign.name, sign.nameEn)}
        </h1>
        <span className={`window-state ${state}`}>{say.windowStates[state]}</span>
      </header>
      {stale ? (
        <p className="screen-stale" role="alert">
          {say.staleHere}
        </p>
      ) : null}
      <section aria-live="polite" className={ticket ? `window-now ${ticket.state}` : 'window-now'}>
        {ticket ? (
          <>
            <p>{say.ticketStates[ticket.state]}</p>
            <strong className="yc-numbers">{ticket.number}</strong>
          </>
        ) : (
          <p className="window-free">{say.windowFree[state]}</p>
        )}
      </section>
      <p className="window-next">
        {sign.next ? (
          <>
            {say.next} <strong className="yc-numbers">{sign.next}</strong>
          </>
        ) : (
          ' '
        )}
      </p>
      <footer>
        <p>{oneByOne(names) + (errands.length > errandsShown ? say.andMore : '')}</p>
        {sign.clerkName ? <p>{say.clerk(sign.clerkName)}</p> : null}
      </footer>
    </div>
  );
}

export const page = definePage({
  Component: function WindowPage() {
    return <WindowScreen windowId={useParam('id')} />;
  },
});
