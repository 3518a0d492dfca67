/** Applying from here for an item of another district. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ApplicationForm } from '../application-form.tsx';
import { nameOf } from '../choose-offered.tsx';
import { exchangeWords } from '../words.ts';
import { exchangePortalWords } from './words.ts';

function Apply(): ReactNode {
  const say = useWords(exchangePortalWords);
  const { decides } = useWords(exchangeWords);
  const language = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const found = useOp(exchangeContract.getPartnerItem, {
    params: { partnerId: useParam('partnerId'), id: useParam('id') },
  });
  return (
    <Query of={found}>
      {(item) => (
        <div className="exchange-page">
          <PageHeader
            title={nameOf(item, language)}
            sub={`${pick(language, item.name, item.nameEn)} · ${decides(item.partnerName)}`}
            back={{ to: '/districts', say: say.title }}
          />
          <ApplicationForm
            item={item}
            known={{ name: me?.name }}
            onDone={({ id }) => void navigate({ to: '/mine/districts/$id', params: { id } as never })}
          />
        </div>
      )}
    </Query>
  );
}

export const page = definePage({ roles: ['resident'], Component: Apply });
