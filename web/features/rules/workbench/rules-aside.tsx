/** Beside the tables: what a column may look at, and the versions that were published. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ItemRules, PublishedRules } from '#modules/rules/contract';
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

/** The versions, each of which can be looked at. */
export function History(props: {
  versions: ItemRules['versions'];
  /** The one that is being looked at. */
  seen: number | undefined;
  onSee: (version: number) => void;
}): ReactNode {
  const { versions, seen, onSee } = props;
  const say = useWords(rulesWords);
  if (versions.length === 0) return null;
  return (
    <details className="yc-panel" open={seen !== undefined || undefined}>
      <summary>{say.history}</summary>
      <ol className="yc-plain">
        {versions.map(({ version, publishedAt, publishedBy, note }, at) => (
          <li key={version}>
            {say.version(version)}
            {at === 0 ? say.inForce : ''} · <Instant at={publishedAt} /> · {publishedBy}{' '}
            {version === seen ? (
              <strong>{say.seen}</strong>
            ) : (
              <Button size="small" aria-label={say.seeVersion(version)} onClick={() => onSee(version)}>
                {say.see}
              </Button>
            )}
            {note ? <div className="yc-muted">{note}</div> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Says that what stands on the page is an older version, and leads back to the draft. */
export function OldVersion(props: {
  old: PublishedRules;
  mayEdit: boolean;
  /** Takes it as the draft. */
  onTake: () => void;
  onBack: () => void;
}): ReactNode {
  const { old, mayEdit, onTake, onBack } = props;
  const say = useWords(rulesWords);
  return (
    <div className="yc-panel yc-row" role="status">
      <span>
        {say.oldVersion(old.version)} <Instant at={old.publishedAt} />
      </span>
      {mayEdit ? <Button onClick={onTake}>{say.take}</Button> : null}
      <Button onClick={onBack}>{say.toNow}</Button>
    </div>
  );
}
