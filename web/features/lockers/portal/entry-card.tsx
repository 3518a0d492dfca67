/** One paper of the locker: what it is, how long it is valid, how far it is trusted, who used it. */
import { Link } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { lockersContract, type LockerEntry } from '#modules/lockers/contract';
import { hrefOf } from '#web/client/client.ts';
import { today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayName, sayTrust, sayValidity } from '../say-entry.ts';
import { lockerWords } from '../words.ts';

export function EntryCard(props: {
  entry: LockerEntry;
  onUsages: (entry: LockerEntry) => void;
  onRemove: (entry: LockerEntry) => void;
}): ReactNode {
  const { entry } = props;
  const say = useWords(lockerWords);
  const language = useLanguage();
  const name = sayName(entry, language);
  const tone = entry.state === 'revoked' ? 'bad' : entry.state !== 'valid' ? 'over' : entry.expiring ? 'soon' : '';
  return (
    <article className={`lockers-card ${entry.state === 'valid' ? tone : 'over'}`} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className={`lockers-state ${tone}`}>{tone === 'soon' ? say.expiring : say.states[entry.state]}</span>
      </header>
      <div className="lockers-facts">
        {entry.number ? <p className="yc-numbers">{entry.number}</p> : null}
        <p>{sayValidity(entry, language, today())}</p>
        {entry.issuer ? (
          <p className="yc-muted yc-small" lang="zh-CN">
            {entry.issuer}
          </p>
        ) : null}
        <p className="yc-muted yc-small">
          {say.sources[entry.source]} ·{' '}
          <Tooltip title={sayTrust(entry.trust, language)} trigger={['hover', 'focus', 'click']}>
            <button
              type="button"
              className="lockers-trust"
              aria-label={`${say.trusts[entry.trust]}: ${sayTrust(entry.trust, language)}`}
            >
              {say.trusts[entry.trust]}
            </button>
          </Tooltip>
        </p>
        {entry.caseId && entry.caseNumber ? (
          <p className="yc-small">
            <Link to="/mine/cases/$id" params={{ id: entry.caseId } as never}>
              {say.fromCase(entry.caseNumber)}
            </Link>
          </p>
        ) : null}
        {entry.revokedReason ? <p className="yc-small">{say.revokedBecause(entry.revokedReason)}</p> : null}
      </div>
      <div className="lockers-actions">
        {Array.from({ length: entry.files }, (_, n) => (
          <Button
            key={n}
            type="text"
            size="small"
            href={hrefOf(lockersContract.openEntry, { params: { id: entry.id }, query: { n } })}
            target="_blank"
            rel="noopener"
            aria-label={`${say.open} ${name} ${n + 1}`}
          >
            {entry.files > 1 ? `${say.open} ${n + 1}` : say.open}
          </Button>
        ))}
        <Button type="text" size="small" onClick={() => props.onUsages(entry)}>
          {entry.uses > 0 ? say.used(entry.uses) : say.notUsed}
        </Button>
        {entry.removable ? (
          <Button type="text" size="small" aria-label={`${say.remove} ${name}`} onClick={() => props.onRemove(entry)}>
            {say.remove}
          </Button>
        ) : null}
      </div>
    </article>
  );
}
