/** What is wrong with a life event in preparation, in sentences. */
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import type { Managed } from './event-edits.ts';
import { eventWords } from './event-words.ts';

export function EventFaults(props: { faults: Managed['faults']; nameOf: (key: string) => string }): ReactNode {
  const say = useWords(eventWords);
  const { faults } = props;
  if (faults.length === 0) return <p className="yc-muted">{say.noFaults}</p>;
  return (
    <section className="yc-panel matters-section" aria-labelledby="event-faults">
      <h2 id="event-faults">{say.faults}</h2>
      <ul className="matters-faults">
        {faults.slice(0, 30).map(({ why, path, names }, at) => (
          <li key={`${why}${path}${at}`}>
            {say.faultWords[why](
              why === 'circle'
                ? [...names, names[0]!].map(props.nameOf).join(' → ')
                : // The name of a question is for machines; its title says it.
                  (names.length === 3 && why.startsWith('unmapped') ? [names[0]!, names[2]!] : names)
                    .map(props.nameOf)
                    .join(' · '),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
