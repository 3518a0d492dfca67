/** The clock of a project and of its stages, and what each department had of it. The unit stands beside every figure. */
import './projects.css';
import type { ReactNode } from 'react';
import type { ProjectClock, ProjectWhole } from '#modules/projects/contract';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { projectWords } from './words.ts';

/** What is used of the limit as a bar. */
export function ClockBar(props: { clock: ProjectClock }): ReactNode {
  const { limitDays, usedDays } = props.clock;
  const used = Math.min(100, (usedDays / Math.max(1, limitDays, usedDays)) * 100);
  const limit = (limitDays / Math.max(1, limitDays, usedDays)) * 100;
  return (
    <svg className="projects-bar" aria-hidden="true">
      <rect className="rest" x="0" y="1" width={`${limit}%`} height="10" rx="3" />
      <rect className="used" x="0" y="1" width={`${Math.min(used, limit)}%`} height="10" rx="3" />
      {usedDays > limitDays ? <rect className="over" x={`${limit}%`} y="1" width={`${100 - limit}%`} height="10" /> : null}
    </svg>
  );
} // prettier-ignore

/** What is used and what remains, in a sentence. */
export function ClockWords(props: { clock: ProjectClock }): ReactNode {
  const { limitDays, usedDays, remainingDays, unit } = props.clock;
  const say = useWords(projectWords);
  return (
    <>
      {say.used(say.days(usedDays, unit), say.days(limitDays, unit))}
      {' · '}
      {remainingDays < 0 ? (
        <span className="projects-word over">{say.over(say.days(-remainingDays, unit))}</span>
      ) : (
        say.left(say.days(remainingDays, unit))
      )}
    </>
  );
}

export function ProjectClockPanel(props: { whole: ProjectWhole }): ReactNode {
  const { clock, countsFrom, state } = props.whole;
  const say = useWords(projectWords);
  const language = useLanguage();
  return (
    <section className="projects-section projects-clock" aria-labelledby="project-clock">
      <h2 id="project-clock">{say.clock}</h2>
      <strong>
        <ClockWords clock={clock} />
      </strong>
      <ClockBar clock={clock} />
      {state === 'open' ? (
        <p>
          {clock.running && clock.usedUpOn ? say.running(sayDay(clock.usedUpOn, language)) : say.standing}
          {clock.running && clock.provisional ? say.provisional : ''}
        </p>
      ) : null}
      <p className="yc-muted yc-small">{say.definition(say.countsFrom[countsFrom])}</p>
    </section>
  );
}

/** Departments side by side: alone, and while others worked too. */
export function Shares(props: { whole: ProjectWhole }): ReactNode {
  const { shares, clock } = props.whole;
  const say = useWords(projectWords);
  const departmentName = useDepartmentName();
  const longest = Math.max(1, ...shares.map(({ days }) => days));
  const days = (count: number): string => say.days(count, clock.unit);
  if (shares.length === 0) return null;
  return (
    <section className="projects-section" aria-labelledby="project-shares">
      <h2 id="project-shares">{say.shares}</h2>
      <p className="yc-muted yc-small">{say.sharesLine}</p>
      <div className="projects-scroll" tabIndex={0} role="group" aria-labelledby="project-shares">
        <table className="projects-table">
          <thead>
            <tr>
              <th scope="col">{say.department}</th>
              <th scope="col">{say.itsDays}</th>
              <th scope="col">{say.alone}</th>
              <th scope="col">{say.shared}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.departmentId}>
                <th scope="row">
                  {departmentName(share.departmentId)}
                  <svg className="projects-bar" aria-hidden="true">
                    <rect className="used" x="0" y="2" height="6" width={`${(share.alone / longest) * 100}%`} />
                    <rect className="shared" x={`${(share.alone / longest) * 100}%`} y="2" height="6" width={`${(share.shared / longest) * 100}%`} />
                  </svg>
                </th>
                <td>{days(share.days)}</td>
                <td>{days(share.alone)}</td>
                <td>{days(share.shared)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
} // prettier-ignore
