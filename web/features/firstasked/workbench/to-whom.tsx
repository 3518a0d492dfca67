/** To which department something is handed over, and to whom there. */
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { firstaskedContract } from '#modules/firstasked/contract';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';

export interface Whom {
  departmentId?: string | undefined;
  colleagueId?: string | undefined;
}

export function ToWhom({ whom, set }: { whom: Whom; set: (whom: Whom) => void }): ReactNode {
  const say = useWords(questionWords);
  const language = useLanguage();
  const id = useId();
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  return (
    <>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-department`}>
          {say.department}
        </label>
        <Select
          id={`${id}-department`}
          value={whom.departmentId ?? null}
          onChange={(departmentId: string | null) => set(departmentId ? { departmentId } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          options={(departments.data?.rows ?? []).map((one) => ({
            value: one.id,
            label: pick(language, one.shortName, one.nameEn),
          }))}
        />
      </div>
      {whom.departmentId ? <Colleague key={whom.departmentId} whom={whom} set={set} /> : null}
    </>
  );
}

function Colleague({ whom, set }: { whom: Whom; set: (whom: Whom) => void }): ReactNode {
  const say = useWords(questionWords);
  const id = useId();
  const found = useOp(firstaskedContract.listReceivers, { params: { id: whom.departmentId! } });
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={id}>
        {say.colleague}
      </label>
      <Select
        id={id}
        allowClear
        value={whom.colleagueId ?? null}
        onChange={(colleagueId: string | null | undefined) => set({ ...whom, colleagueId: colleagueId ?? undefined })}
        showSearch={{ optionFilterProp: 'label' }}
        options={(found.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
      />
    </div>
  );
}

/** As it is sent: nothing instead of undefined. */
export const sentTo = ({ departmentId, colleagueId }: Whom) => ({
  ...(departmentId ? { departmentId } : {}),
  ...(colleagueId ? { colleagueId } : {}),
});
