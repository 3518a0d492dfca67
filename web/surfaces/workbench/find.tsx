/** What the search field in the bar leads to: the work list with that condition, open and ended cases alike. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { Loading } from '#web/ui/states.tsx';

function FindPage(): ReactNode {
  const [{ q }] = useAsked();
  const navigate = useNavigate();
  useEffect(() => void navigate({ to: '/cases', search: { find: q, open: 'all' } as never, replace: true }), [q]);
  return <Loading />;
}

export const page = definePage({ Component: FindPage });
