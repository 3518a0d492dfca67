/** Lets tickets be taken at another outlet: chosen here, set up on its own page. */
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { type ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { overviewWords } from './overview-words.ts';

export function OpenPlace({ known }: { known: readonly string[] }): ReactNode {
  const say = useWords(overviewWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const outlets = useOp(officesContract.listOutlets, { query: { limit: 500 } });
  const others = (outlets.data?.rows ?? []).filter(({ id }) => !known.includes(id));
  if (others.length === 0) return null;
  return (
    <div className="yc-field">
      <label htmlFor="hall-more-choice" className="yc-field-title">
        {say.more}
      </label>
      <Select
        id="hall-more-choice"
        value={null}
        placeholder={say.moreWhat}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(id: string | null) => id && void navigate({ to: '/hall/$id/setup', params: { id } as never })}
        options={others.map(({ id, name, nameEn }) => ({ value: id, label: pick(language, name, nameEn) }))}
        style={{ width: '20rem', maxWidth: '100%' }}
      />
    </div>
  );
}
