/** A second pulse for lists, for those whom the live stream does not reach. */
import { useEffect } from 'react';
import { casesContract } from '#modules/cases/contract';
import { readAgain } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';

/** Clerks of an outlet have no department of which they would hear: their list is read again every few seconds. */
export function useBeat(): void {
  const me = useMe();
  const deaf = (me?.posts ?? []).every(({ departmentId, role }) => !departmentId && role === 'clerk');
  useEffect(() => {
    if (!deaf) return;
    const timer = setInterval(() => {
      if (!document.hidden) void readAgain(casesContract.workList);
    }, 4000);
    return () => clearInterval(timer);
  }, [deaf]);
}
