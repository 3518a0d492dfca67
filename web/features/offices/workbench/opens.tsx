/** Whether a place is open now, and until when: with a shape, not with a colour alone. */
import type { ReactNode } from 'react';
import type { OutletRow } from '#modules/offices/contract';
import { useLanguage } from '#web/words/language.ts';

export function Opens({ opening }: { opening: OutletRow['opening'] }): ReactNode {
  const language = useLanguage();
  if (!opening) return <span className="yc-muted">–</span>;
  return (
    <span className={`office-opens${opening.open ? ' open' : ''}`}>
      <span aria-hidden="true">{opening.open ? '●' : '○'}</span> {opening.says[language === 'en' ? 'en' : 'zh']}
    </span>
  );
}
