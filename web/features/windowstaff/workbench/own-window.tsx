/** At the window: what its clerk lacks there, in a plain sentence. Nothing, for those who lack nothing. */
import '../live.ts';
import '../windowstaff.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { windowStaffContract as ops } from '#modules/windowstaff/contract';
import { useOp } from '#web/client/query.ts';
import { oneByOne, useWords } from '#web/words/language.ts';
import { useNames } from '../place.tsx';
import { staffWords } from '../words.ts';

export function OwnWindow(): ReactNode {
  const say = useWords(staffWords).ownWindow;
  const { data } = useOp(ops.myWindow, {});
  const { errandName } = useNames(data?.outletId ?? undefined);
  if (!data || (data.beside === null && data.lacks.length === 0)) return null;
  return (
    <div className="staff-hint" role="status">
      {data.beside ? <p>▲ {say[data.beside]}</p> : null}
      {data.lacks.length > 0 ? <p>▲ {say.lacks(oneByOne(data.lacks.map(errandName)))}</p> : null}
      <Link to="/window-staff/mine">{say.file}</Link>
    </div>
  );
}
