/** What one can apply for in other districts from here. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { ChooseOffered } from '../choose-offered.tsx';
import { exchangePortalWords } from './words.ts';

function Items(): ReactNode {
  const say = useWords(exchangePortalWords);
  const navigate = useNavigate();
  return (
    <div className="exchange-page">
      <PageHeader title={say.title} sub={say.line} />
      <ChooseOffered
        words={say}
        onChosen={({ partnerId, itemId }) =>
          void navigate({ to: '/districts/$partnerId/$id', params: { partnerId, id: itemId } as never })
        }
      />
    </div>
  );
}

export const page = definePage({ Component: Items });
