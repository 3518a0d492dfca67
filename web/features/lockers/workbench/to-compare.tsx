/** At a window: what the applicant uploaded and would serve once somebody has seen the original, which lies on the table. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { lockersContract, type FittingEntry, type Found } from '#modules/lockers/contract';
import { call, hrefOf } from '#web/client/client.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Facts } from '../offer.tsx';
import { sayName } from '../say-entry.ts';
import { lockerWords } from '../words.ts';

export function ToCompare(props: {
  itemId: string;
  materials: readonly { id: string; name: string }[];
  found: Found;
  onCompared: () => Promise<void>;
}): ReactNode {
  const { itemId, materials, found, onCompared } = props;
  const say = useWords(lockerWords);
  const language = useLanguage();
  const [comparing, setComparing] = useState<FittingEntry>();
  const asked = new Set(materials.map(({ id }) => id));
  const wanted = found.rows.flatMap(({ materialId, toCompare }) => (asked.has(materialId) ? toCompare : []));
  const entries = [...new Map(wanted.map((entry) => [entry.id, entry])).values()];
  if (entries.length === 0) return null;
  return (
    <>
      <span className="yc-muted yc-small">{say.toCompare}</span>
      <ul className="yc-plain">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Facts entry={entry} />
            <Button
              size="small"
              aria-label={`${say.compare} ${sayName(entry, language)}`}
              onClick={() => setComparing(entry)}
            >
              {say.compare}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={comparing !== undefined}
        title={say.compareTitle(comparing ? sayName(comparing, language) : '')}
        verb={say.same}
        onConfirm={async () => {
          await call(lockersContract.verifyEntry, { params: { id: comparing!.id }, body: { itemId } });
          await onCompared();
        }}
        onClose={() => setComparing(undefined)}
      >
        <p>{say.compareLine}</p>
        <p className="yc-row">
          {Array.from({ length: comparing?.files ?? 0 }, (_, n) => (
            <Button
              key={n}
              href={hrefOf(lockersContract.openToCompare, { params: { id: comparing!.id }, query: { itemId, n } })}
              target="_blank"
              rel="noopener"
            >
              {comparing!.files > 1 ? `${say.openToCompare} ${n + 1}` : say.openToCompare}
            </Button>
          ))}
        </p>
      </ConfirmDialog>
    </>
  );
}
