/** Warns that the same matter is open already for the same applicant; it is a warning, not a refusal. */
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { useOp } from '#web/client/query.ts';
import { useWords } from '#web/words/language.ts';
import type { Whom } from './application.ts';
import { caseWords } from './words.ts';

export function OpenLike(props: { itemId: string; whom: Whom | undefined }): ReactNode {
  const { itemId, whom } = props;
  const say = useWords(caseWords);
  const found = useOp(
    casesContract.openLike,
    { query: { itemId, ...(whom?.kind === 'organisation' ? { organisationId: whom.id } : {}) } },
    // For a person who granted a proxy it cannot be asked beforehand: the receipt says it then.
    { enabled: whom !== undefined && whom.kind !== 'person', staleTime: 60_000 },
  );
  const first = found.data?.[0];
  if (!first || whom?.kind === 'person') return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="cases-open-like"
      title={say.sameOpen(first.number)}
      description={
        <>
          {say.sameOpenGoOn}{' '}
          <Link to="/mine/cases/$id" params={{ id: first.id } as never}>
            {say.sameOpenLook}
          </Link>
        </>
      }
    />
  );
}
