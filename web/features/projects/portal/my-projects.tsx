/** The projects of one's companies among one's own; nothing is drawn when there is none. */
import '../projects.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { projectsContract as ops } from '#modules/projects/contract';
import { useOp } from '#web/client/query.ts';
import { useWords } from '#web/words/language.ts';
import { ClockWords } from '../clocks.tsx';
import { projectWords } from '../words.ts';
import { portalProjectWords } from './words.ts';

export function MyProjects(): ReactNode {
  const say = useWords(portalProjectWords);
  const general = useWords(projectWords);
  const found = useOp(ops.myProjects, { query: { limit: 20 } });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="projects-section" aria-labelledby="my-projects">
      <h2 id="my-projects">{say.projects}</h2>
      <ul className="yc-plain projects-list">
        {rows.map((project) => (
          <li key={project.id}>
            <Link to="/mine/projects/$id" params={{ id: project.id } as never} className="projects-card">
              <span className="projects-head">
                <strong>{project.name}</strong>
                <span>{project.stage ? general.stages[project.stage] : general.states[project.state]}</span>
              </span>
              <span>{say.progress(project.granted, project.steps)}</span>
              <span className="yc-muted yc-small">
                {general.clock} <ClockWords clock={project.clock} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
