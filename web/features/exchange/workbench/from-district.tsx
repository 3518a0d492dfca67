/** On the page of a case: that another district took it in. */
import '../exchange.css';
import type { ReactNode } from 'react';
import type { CaseWhole } from '#modules/cases/contract';
import { exchangeContract } from '#modules/exchange/contract';
import { useOp } from '#web/client/query.ts';
import { useWords } from '#web/words/language.ts';
import { exchangeBenchWords } from './words.ts';

export function FromDistrict({ whole }: { whole: CaseWhole }): ReactNode {
  const { id, door } = whole.case;
  const say = useWords(exchangeBenchWords);
  const found = useOp(exchangeContract.fromDistrict, { params: { id } }, { enabled: door === 'exchange' });
  if (!found.data) return null;
  return (
    <section className="yc-panel" aria-labelledby="case-from-district">
      <h2 id="case-from-district">{say.fromTitle}</h2>
      <p>
        <strong>{say.from(found.data.name)}</strong> <span className="yc-muted yc-numbers">{found.data.code}</span>
      </p>
      <p className="yc-muted yc-small">{say.fromLine}</p>
    </section>
  );
}
