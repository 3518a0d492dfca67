/** How a case was rated, on its page. */
import './ratings.css';
import type { ReactNode } from 'react';
import { isBad, ratingsContract } from '#modules/ratings/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Instant } from '#web/ui/due.tsx';
import { useWords } from '#web/words/language.ts';
import { ratingWords } from '../words.ts';
import { LevelName } from './ratings.tsx';
import { ratedWords } from './words.ts';

/** Nothing for roles that see no ratings, and for cases that were not rated. */
export function CaseRating(props: { caseId: string }): ReactNode {
  const say = useWords(ratedWords);
  const { reasons } = useWords(ratingWords);
  const me = useMe();
  const query = useOp(
    ratingsContract.getRating,
    { params: { id: props.caseId } },
    { enabled: hasRole(me, ['head', 'office', 'auditor']) },
  );
  const given = query.data?.given;
  if (!given) return null;
  return (
    <section className="yc-panel rating-of-case" aria-labelledby="case-rating">
      <h2 id="case-rating">{say.ofCase}</h2>
      <p>
        <LevelName level={given.level} /> <span className="yc-muted"> · </span>
        <Instant at={given.at} />
      </p>
      {given.reasons.length > 0 ? <p>{given.reasons.map((reason) => reasons[reason]).join(' · ')}</p> : null}
      {given.comment ? <blockquote>{given.comment}</blockquote> : null}
      {isBad(given.level) ? <p className="yc-muted yc-small">{say.badHint}</p> : null}
    </section>
  );
}
