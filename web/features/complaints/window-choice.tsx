/** At which window of which hall it was; both may stay open. */
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { complaintWords } from './words.ts';

interface Choosing {
  value: string | undefined;
  set: (id: string | undefined) => void;
}

export function WindowChoice({ value, set }: Choosing): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const [hall, setHall] = useState<string>();
  const places = useOp(hallContract.listPlaces, {});
  return (
    <>
      <EditSelect
        label={say.hall}
        optional="unsaid"
        value={hall}
        onChange={(next) => {
          setHall(next);
          set(undefined);
        }}
        options={(places.data ?? []).map((one) => ({
          value: one.outletId,
          label: pick(language, one.name, one.nameEn),
        }))}
      />
      {hall ? <OfHall key={hall} hall={hall} value={value} set={set} /> : null}
    </>
  );
}

function OfHall({ hall, value, set }: Choosing & { hall: string }): ReactNode {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const windows = useOp(officesContract.listWindows, { query: { outletId: hall, limit: 500 } });
  return (
    <EditSelect
      label={say.window}
      optional="unsaid"
      value={value}
      onChange={set}
      options={(windows.data?.rows ?? []).map((one) => ({
        value: one.id,
        label: `${one.number} ${pick(language, one.name, one.nameEn)}`,
      }))}
    />
  );
}
