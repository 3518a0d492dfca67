/** Choosing a life event at the window, in citizens' words. */
import { Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { useOp } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { windowWords } from './window-words.ts';

/** Nothing is drawn while the district has no life event in force. */
export function ChooseEvent(props: { onChosen: (eventId: string) => void }): ReactNode {
  const say = useWords(windowWords);
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const all = useOp(mattersContract.listLifeEvents, { query: {} }, { staleTime: 60_000 });
  const find = text.trim().slice(0, 200);
  const found = useOp(
    mattersContract.listLifeEvents,
    { query: { find } },
    { enabled: find !== '', keepPrevious: true, staleTime: 60_000 },
  );
  if (all.error) return <ProblemNote error={all.error} />;
  if (!all.data || all.data.rows.length === 0) return null;
  const named = (name: string): boolean => name.toLowerCase().includes(find.toLowerCase());
  const byName = all.data.rows.filter((row) => named(row.name) || named(row.nameEn ?? ''));
  const byWords = find === '' ? [] : (found.data?.rows ?? []);
  const rows = [...byName, ...byWords.filter((row) => byName.every((one) => one.id !== row.id))];
  return (
    <div className="matters-choose">
      <label htmlFor={id}>{say.choose}</label>
      <Select<string>
        id={id}
        placeholder={say.chooseHint}
        showSearch={{ filterOption: false, onSearch: setText }}
        value={null}
        options={rows.map((row) => ({
          value: row.id,
          label: `${pick(language, row.name, row.nameEn)} · ${say.size(row.memberCount, row.departmentCount)}`,
        }))}
        onChange={(value) => props.onChosen(value)}
        notFoundContent={say.chooseNone}
      />
    </div>
  );
}
