/** One place in a list: how far, open or not, what can be done there. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutletRow } from '#modules/offices/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import './offices.css';
import { officeWords } from './words.ts';

export type Scope = 'accept' | 'decide' | 'print';

/** 850 m, 3.2 km. */
export const sayDistance = (metres: number): string =>
  metres < 950 ? `${Math.max(50, Math.round(metres / 50) * 50)} m` : `${(metres / 1000).toFixed(1)} km`;

export function OpenNow(props: { opening: OutletRow['opening'] }): ReactNode {
  const { opening } = props;
  const say = useWords(officeWords);
  const language = useLanguage();
  if (!opening) return <span className="yc-muted">{say.hoursUnknown}</span>;
  return (
    <strong className={opening.open ? 'offices-open' : 'offices-closed'}>
      {language === 'en' ? opening.says.en : opening.says.zh}
    </strong>
  );
}

export function OutletCard(props: { outlet: OutletRow; scope?: Scope | undefined }): ReactNode {
  const { outlet, scope } = props;
  const say = useWords(officeWords);
  const language = useLanguage();
  const address = pick(language, outlet.address, outlet.addressEn);
  return (
    <div className="offices-card">
      <div className="offices-head">
        <Link to="/places/$id" params={{ id: outlet.id } as never}>
          <strong>{pick(language, outlet.name, outlet.nameEn)}</strong>
        </Link>
        {outlet.distance === null ? null : (
          <span className="yc-numbers offices-distance">{say.away(sayDistance(outlet.distance))}</span>
        )}
      </div>
      <div className="yc-small">
        <OpenNow opening={outlet.opening} />
      </div>
      {scope ? <div className="yc-small">{say.scopes[scope]}</div> : null}
      {address ? (
        <div className="yc-muted yc-small" lang={address === outlet.address ? 'zh-CN' : 'en'}>
          {address}
        </div>
      ) : null}
      {outlet.telephone ? (
        <div className="yc-small">
          <a href={`tel:${outlet.telephone.replace(/[^\d+]/g, '')}`}>{outlet.telephone}</a>
        </div>
      ) : null}
    </div>
  );
}
