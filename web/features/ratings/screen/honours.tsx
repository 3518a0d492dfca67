/** The wall of honour on an information screen: nothing while nobody is on it. */
import { useEffect, type ReactNode } from 'react';
import { ratingsContract } from '#modules/ratings/contract';
import { useOp } from '#web/client/query.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { honourWords } from './words.ts';

export function HonourWall({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(honourWords);
  const language = useLanguage();
  // Read again each ten minutes: who takes the agreement back is gone from the wall within that time.
  const found = useOp(
    ratingsContract.showHonours,
    { params: { id: outletId } },
    { every: 600_000, keepPrevious: true },
  );
  const { refetch } = found;
  useEffect(() => {
    const onLine = (): void => void refetch();
    addEventListener('online', onLine);
    return () => removeEventListener('online', onLine);
  }, [refetch]);
  if (!found.data || found.data.rows.length === 0) return null;
  const { from, least, rows } = found.data;
  const month = new Date(`${from}T12:00:00+08:00`).toLocaleDateString(language, { year: 'numeric', month: 'long' });
  return (
    <section aria-labelledby="board-honours">
      <h2 id="board-honours">{say.title(month)}</h2>
      <ul className="yc-plain screen-waiting two">
        {rows.map(({ name, rated, good }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="yc-numbers">{say.rated(good, rated)}</span>
          </li>
        ))}
      </ul>
      <p className="yc-muted">{say.how(least)}</p>
    </section>
  );
}
