/** Beside the tables: what a column may look at, and the versions that were published. */
import type { ReactNode } from 'react';
import type { ItemRules } from '#modules/rules/contract';
import { Instant } from '#web/ui/due.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { rulesWords } from './words.ts';

/** What a column may look at. */
export function Fields({ fields }: { fields: ItemRules['fields'] }): ReactNode {
  const say = useWords(rulesWords);
  const language = useLanguage();
  return (
    <details className="yc-panel">
      <summary>{say.fields}</summary>
      <dl className="rules-fields">
        {fields.map(({ name, source, label, labelEn, options }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> <span className="yc-muted yc-small">{say.sources[source]}</span>
            </dt>
            <dd>
              {pick(language, label, labelEn)}
              {options ? <div className="yc-muted yc-small">{options.slice(0, 8).join(' · ')}</div> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function History({ versions }: { versions: ItemRules['versions'] }): ReactNode {
  const say = useWords(rulesWords);
  if (versions.length === 0) return null;
  return (
    <details className="yc-panel">
      <summary>{say.history}</summary>
      <ol className="yc-plain">
        {versions.map(({ version, publishedAt, publishedBy, note }) => (
          <li key={version}>
            {say.version(version)} · <Instant at={publishedAt} /> · {publishedBy}
            {note ? <div className="yc-muted">{note}</div> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
