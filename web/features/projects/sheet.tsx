/** A project on paper: the clock, plan and reality, each department's time. */
import type { ReactNode } from 'react';
import type { ProjectWhole } from '#modules/projects/contract';
import { ClockWords, ClockBar, Shares } from './clocks.tsx';
import { PrintedPicture } from './picture.tsx';
import { useWords } from '#web/words/language.ts';
import { projectWords } from './words.ts';

export function ProjectSheet(props: { whole: ProjectWhole }): ReactNode {
  const { whole } = props;
  const say = useWords(projectWords);
  return (
    <div className="projects-page">
      <header>
        <h1>{whole.name}</h1>
        <p>
          {whole.organisationName} · {whole.number} · {say.steward} {whole.steward.name} {whole.steward.contact}
        </p>
        <p>
          {say.clock}: <ClockWords clock={whole.clock} />
        </p>
        <ClockBar clock={whole.clock} />
        <p>{say.definition(say.countsFrom[whole.countsFrom])}</p>
      </header>
      <PrintedPicture whole={whole} />
      <Shares whole={whole} />
    </div>
  );
}
