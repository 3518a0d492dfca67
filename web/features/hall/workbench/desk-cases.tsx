/** The cases of whoever is served: what was taken in, and what the person came about. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Desk } from '#modules/hall/contract';
import { useWords } from '#web/words/language.ts';
import { deskWords } from './words.ts';

export function DeskCases({ desk }: { desk: Desk }): ReactNode {
  const say = useWords(deskWords);
  if (desk.current?.state !== 'serving') return null;
  return (
    <section className="desk-cases" aria-labelledby="desk-cases">
      <h3 id="desk-cases">{say.cases}</h3>
      {desk.cases.length === 0 ? <p className="yc-muted yc-small">{say.noCases}</p> : null}
      <ul className="yc-plain">
        {desk.cases.map(({ id, number, itemName, handedIn }) => (
          <li key={id}>
            <Link to="/cases/$id" params={{ id } as never}>
              {itemName}
            </Link>{' '}
            <span className="yc-muted yc-small yc-numbers">
              {number} · {handedIn ? say.handedIn : say.cameAbout}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/intake" className="yc-button">
        {say.takeIn}
      </Link>
    </section>
  );
}
