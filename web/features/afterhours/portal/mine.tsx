/** What one has asked for oneself. */
import type { ReactNode } from 'react';
import { afterhoursContract } from '#modules/afterhours/contract';
import { useOp } from '#web/client/query.ts';
import { Mine } from '#web/ui/record.tsx';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { askWords } from './words.ts';

export function MyRequests(): ReactNode {
  const say = useWords(askWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const found = useOp(afterhoursContract.myRequests, { query: { limit: 20 } }, { every: 30_000 });
  return (
    <Mine title={say.mine} rows={found.data?.rows ?? []} to="/after-hours/$code" look={say.look}>
      {(row) => (
        <>
          <strong>{pick(language, row.errandName, row.errandNameEn)}</strong> · {shared.states[row.state]}
          <p className="yc-muted yc-small">
            {shared.when(sayDay(row.day, language), shared.periods[row.period], sayTime(row.beginsAt))}
          </p>
        </>
      )}
    </Mine>
  );
}
