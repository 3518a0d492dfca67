/** The frozen copy of what the applicant had in the locker: what it was, how far it was trusted, as of when. */
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { certificateKinds, trustMeanings } from '#modules/catalogue/contract';
import { lockersContract, type LockerCopy } from '#modules/lockers/contract';
import { hrefOf } from '#web/client/client.ts';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { copyWords } from './copy-words.ts';
import { FileLinks } from './file-viewer.tsx';

export function CopyOf(props: { name: string; copy: LockerCopy }): ReactNode {
  const { name, copy } = props;
  const say = useWords(copyWords);
  const language = useLanguage();
  const kind = certificateKinds[copy.kind];
  const meaning = trustMeanings[copy.trust];
  return (
    <span className="yc-row yc-small">
      <span>
        {copy.kind === 'other' ? copy.name : pick(language, kind.zh, kind.en)}{' '}
        {copy.number ? <span className="yc-numbers">{copy.number}</span> : null}
        <span className="yc-muted">
          {' '}
          {say.sources[copy.source]} · {say.asOf(sayDay(copy.asOf, language))} ·{' '}
          {copy.validUntil ? say.until(sayDay(copy.validUntil, language)) : say.always} · {say.bases[copy.basis]}
        </span>{' '}
        <Tooltip title={pick(language, meaning.zh, meaning.en)} trigger={['hover', 'focus', 'click']}>
          <button
            type="button"
            className="desk-trust"
            aria-label={`${say.trusts[copy.trust]}: ${pick(language, meaning.zh, meaning.en)}`}
          >
            {say.trusts[copy.trust]}
          </button>
        </Tooltip>
      </span>
      <FileLinks
        name={name}
        ids={Array.from({ length: copy.files }, (_, n) => String(n))}
        addressOf={(n) => hrefOf(lockersContract.openCopy, { params: { id: copy.id }, query: { n: Number(n) } })}
      />
    </span>
  );
}
