/** To which department something is handed over, and to whom there. */
import type { ReactNode } from 'react';
import { firstaskedContract } from '#modules/firstasked/contract';
import { useOp } from '#web/client/query.ts';
import { useDepartmentShortOptions } from '#web/features/offices/departments.ts';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';

export interface Whom {
  departmentId?: string | undefined;
  colleagueId?: string | undefined;
}

export function ToWhom({ whom, set }: { whom: Whom; set: (whom: Whom) => void }): ReactNode {
  const say = useWords(questionWords);
  const departments = useDepartmentShortOptions();
  return (
    <>
      <EditSelect
        label={say.department}
        value={whom.departmentId}
        onChange={(departmentId) => set(departmentId ? { departmentId } : {})}
        options={departments}
      />
      {whom.departmentId ? <Colleague key={whom.departmentId} whom={whom} set={set} /> : null}
    </>
  );
}

function Colleague({ whom, set }: { whom: Whom; set: (whom: Whom) => void }): ReactNode {
  const say = useWords(questionWords);
  const found = useOp(firstaskedContract.listReceivers, { params: { id: whom.departmentId! } });
  return (
    <EditSelect
      label={say.colleague}
      optional="unsaid"
      value={whom.colleagueId}
      onChange={(colleagueId) => set({ ...whom, colleagueId })}
      options={(found.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
    />
  );
}

/** As it is sent: nothing instead of undefined. */
export const sentTo = ({ departmentId, colleagueId }: Whom) => ({
  ...(departmentId ? { departmentId } : {}),
  ...(colleagueId ? { colleagueId } : {}),
});
