/** The information screen: all queues with their waits, whether tickets can still be had, what is posted, and how it is elsewhere. */
import './screen.css';
import './board.css';
import type { ReactNode } from 'react';
import { hallContract, type Board } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { Failing, Loading } from '#web/ui/states.tsx';
import { sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { PagedRows } from './paged-rows.tsx';
import { screenWords } from './words.ts';

/** What a surface shows beside the queues: of a module that the hall does not know. */
export type Beside = (outletId: string) => ReactNode;

export function BoardScreen(props: { outletId: string; beside?: Beside | undefined }): ReactNode {
  const { outletId } = props;
  const found = useOp(hallContract.showBoard, { params: { id: outletId } }, { every: 10_000, keepPrevious: true });
  if (!found.data)
    return found.error ? <Failing error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  return <Shown board={found.data} stale={found.error !== null} beside={props.beside?.(outletId)} />;
}

function Shown({ board, stale, beside }: { board: Board; stale: boolean; beside: ReactNode }): ReactNode {
  const say = useWords(screenWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  return (
    <div className="screen board">
      <header className="screen-head">
        <h1>{pick(language, board.name, board.nameEn)}</h1>
        <span>{board.hours.length === 0 ? '' : say.hours(board.hours)}</span>
        <time className="yc-numbers">{sayTime(board.at)}</time>
      </header>
      <div>
        {stale ? (
          <p className="screen-stale" role="alert">
            {say.staleHere}
          </p>
        ) : null}
        {board.postings.map(({ id, text, textEn, urgent }) => (
          <p key={id} className={urgent ? 'board-posting urgent' : 'board-posting'}>
            {urgent ? <strong>{say.urgent}</strong> : null} {pick(language, text, textEn || text)}
          </p>
        ))}
      </div>
      <div className="screen-columns">
        <Queues board={board} />
        <div className="board-beside">
          {beside}
          {board.elsewhere.length > 0 ? (
            <section aria-labelledby="board-elsewhere">
              <h2 id="board-elsewhere">{say.elsewhere}</h2>
              <PagedRows className="screen-waiting">
                {board.elsewhere.map(({ outletId, name, nameEn, waiting, wait }) => (
                  <li key={outletId}>
                    <span>{pick(language, name, nameEn)}</span>
                    <span className="yc-numbers">{say.people(waiting)}</span>
                    <span className="yc-numbers">{wait === null ? '—' : hall.range(wait)}</span>
                  </li>
                ))}
              </PagedRows>
            </section>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function Queues({ board }: { board: Board }): ReactNode {
  const say = useWords(screenWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const errands = board.errands.filter(({ windows, waiting }) => windows > 0 || waiting > 0);
  return (
    <section aria-labelledby="board-queues">
      <h2 id="board-queues">
        {say.waits(board.waiting)} · {say.windowsOpen(board.windows)}
      </h2>
      {errands.length === 0 ? (
        <p className="screen-nobody">{(board.says && pick(language, board.says.zh, board.says.en)) ?? say.noWindows}</p>
      ) : (
        <PagedRows className="screen-waiting">
          {errands.map(({ id, prefix, name, nameEn, ahead, wait, takes }) => (
            <li key={id}>
              <span>
                {prefix} {pick(language, name, nameEn)}
                {/* Said before people queue: no ticket is to be had any more. */}
                {takes === 'yes' ? null : <em className="board-full"> {say.takes[takes]}</em>}
              </span>
              <span className="yc-numbers">{say.people(ahead)}</span>
              <span className="yc-numbers">{wait === null ? '—' : hall.range(wait)}</span>
            </li>
          ))}
        </PagedRows>
      )}
    </section>
  );
}
