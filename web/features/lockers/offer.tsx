/** In an application: what the applicant already has for a material, with one tap to use it. */
import './lockers.css';
import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { lockersContract, type FittingEntry } from '#modules/lockers/contract';
import { useOp } from '#web/client/query.ts';
import { today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayName, sayValidity } from './say-entry.ts';
import { lockerWords } from './words.ts';

export interface OfferProps {
  itemId: string;
  /** For whom it is applied; empty for oneself. */
  applicant: { personId?: string; organisationId?: string };
  materialId: string;
  /** The entry that is used now. */
  entryId: string | undefined;
  onUse: (entryId: string) => void;
  onDrop: () => void;
  /** Drawn where nothing serves; otherwise whoever has nothing is not told so at each material. */
  none?: ReactNode;
}

/** What fits, with a button to use it; the one that is used, with a button to take another. */
export function LockerOffer(props: OfferProps): ReactNode {
  const { itemId, applicant, materialId, entryId } = props;
  const say = useWords(lockerWords);
  const found = useOp(lockersContract.fittingEntries, { query: { itemId, ...applicant } }, { staleTime: 60_000 });
  const entries = found.data?.rows.find((row) => row.materialId === materialId)?.entries ?? [];
  if (entries.length === 0) return found.data ? props.none : null;
  const used = entries.find(({ id }) => id === entryId);
  if (used)
    return (
      <section className="lockers-offer" aria-live="polite">
        <strong>
          <CheckCircleFilled aria-hidden="true" /> {say.usingIt}
        </strong>
        <ul className="yc-plain">
          <li>
            <Facts entry={used} />
            <Button onClick={props.onDrop}>{say.notThis}</Button>
          </li>
        </ul>
      </section>
    );
  return (
    <section className="lockers-offer" aria-label={say.haveIt}>
      <strong>{say.haveIt}</strong>
      <ul className="yc-plain">
        {entries.slice(0, 3).map((entry, at) => (
          <li key={entry.id}>
            <Facts entry={entry} />
            <Button type={at === 0 ? 'primary' : 'default'} onClick={() => props.onUse(entry.id)}>
              {at === 0 ? say.useIt : say.useInstead}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which one it is: name, number, where from, until when. */
export function Facts({ entry }: { entry: FittingEntry }): ReactNode {
  const say = useWords(lockerWords);
  const language = useLanguage();
  return (
    <span>
      <span>
        {sayName(entry, language)} {entry.number ? <span className="yc-numbers">{entry.number}</span> : null}
      </span>
      <span className="yc-muted yc-small">
        {say.sources[entry.source]} · {say.trusts[entry.trust]} · {sayValidity(entry, language, today())}
      </span>
    </span>
  );
}
