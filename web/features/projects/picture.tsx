/** Plan and reality of a project on one line of days, zoomable to a day; the same as a table for whoever cannot see it. */
import './projects.css';
import { Button } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ProjectWhole } from '#modules/projects/contract';
import { sayDay, sayShortDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { centred, gridOf, moved, placeOf, wholeSight, zoomed, type Sight } from './timescale.ts';
import { useItemName } from './items.ts';
import { projectWords } from './words.ts';

type Step = ProjectWhole['steps'][number];

/** Every day that a picture of the project has to show. */
const daysOf = ({ steps, today, plannedFrom }: ProjectWhole): string[] => [
  today,
  plannedFrom,
  ...steps.flatMap(({ planned, stretches }) => [planned.decidedOn, ...stretches.flatMap(({ from, to }) => [from, to])]),
];

const percent = (place: number): string => `${place}%`;

/** Bars beyond either end are cut there, so that nothing is drawn into the names. */
function Bar(props: { sight: Sight; from: string; to: string; y: number; height: number; className: string; title: string }): ReactNode {
  const begins = Math.max(0, placeOf(props.sight, props.from, 1));
  const ends = Math.min(100, placeOf(props.sight, props.to, 1));
  if (ends < 0 || begins > 100) return null;
  return (
    <rect x={percent(begins)} width={percent(Math.max(0.25, ends - begins))} y={props.y} height={props.height} rx={2} className={props.className}>
      <title>{props.title}</title>
    </rect>
  );
} // prettier-ignore

function Track(props: { step: Step; sight: Sight; today: string }): ReactNode {
  const { step, sight, today } = props;
  const say = useWords(projectWords);
  const language = useLanguage();
  const { planned } = step;
  const said = (what: string, from: string, to: string): string =>
    `${what} ${say.span(sayDay(from, language), sayDay(to, language))}`;
  return (
    <svg className="projects-track" aria-hidden="true">
      {gridOf(sight).days.map((day) => (
        <line key={day} className="projects-grid" x1={percent(placeOf(sight, day))} x2={percent(placeOf(sight, day))} y1={0} y2="100%" />
      ))}
      <Bar sight={sight} from={planned.preparesFrom} to={planned.handsInOn} y={3} height={5} className="projects-plan prepare" title={said(`${say.planned} ${say.whose.owner}`, planned.preparesFrom, planned.handsInOn)} />
      <Bar sight={sight} from={planned.handsInOn} to={planned.decidedOn} y={3} height={5} className="projects-plan" title={said(`${say.planned} ${say.whose.government}`, planned.handsInOn, planned.decidedOn)} />
      {step.stretches.map(({ whose, from, to }) => (
        <Bar key={`${from}${whose}`} sight={sight} from={from} to={to} y={13} height={13} className={`projects-mark ${whose}`} title={said(say.whose[whose], from, to)} />
      ))}
      <line className="projects-today" x1={percent(placeOf(sight, today))} x2={percent(placeOf(sight, today))} y1={0} y2="100%" />
    </svg>
  );
} // prettier-ignore

/** The days over the picture; the year stands beside the first one. */
function Days(props: { sight: Sight }): ReactNode {
  const language = useLanguage();
  const say = useWords(projectWords);
  const { days, every } = gridOf(props.sight);
  return (
    <div className="projects-row">
      <span className="yc-muted yc-small">{say.perDay(every)}</span>
      <svg className="projects-track days" aria-hidden="true">
        {days
          .filter((_, at) => days.length <= 8 || at % 2 === 0)
          .map((day) => (
            <text key={day} x={percent(placeOf(props.sight, day))} y="70%">
              {sayShortDay(day, language)}
            </text>
          ))}
      </svg>
    </div>
  );
}

export function Picture(props: { whole: ProjectWhole }): ReactNode {
  const { whole } = props;
  const say = useWords(projectWords);
  const [all] = useState(() => wholeSight(daysOf(whole)));
  const [sight, setSight] = useState(all);
  const most = Math.round(all.days * 1.5);
  const acts: Record<string, () => void> = {
    ArrowLeft: () => setSight((now) => moved(now, -0.25)),
    ArrowRight: () => setSight((now) => moved(now, 0.25)),
    '+': () => setSight((now) => zoomed(now, 0.5, most)),
    '=': () => setSight((now) => zoomed(now, 0.5, most)),
    '-': () => setSight((now) => zoomed(now, 2, most)),
    Home: () => setSight((now) => centred(now, whole.today)),
    End: () => setSight(all),
  };
  const press = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section className="projects-section" aria-labelledby="project-picture">
      <div className="projects-head">
        <h2 id="project-picture">{say.picture}</h2>
        <span className="yc-row">
          <Button size="small" onClick={acts['+']}>
            {say.zoomIn}
          </Button>
          <Button size="small" onClick={acts['-']}>
            {say.zoomOut}
          </Button>
          <Button size="small" onClick={acts.Home}>
            {say.toToday}
          </Button>
          <Button size="small" onClick={acts.End}>
            {say.zoomAll}
          </Button>
        </span>
      </div>
      <p className="yc-muted yc-small" id="project-picture-how">
        {say.pictureLine}
      </p>
      <Legend />
      {/* The keyboard moves and zooms it. */}
      <div
        className="projects-picture"
        tabIndex={0}
        role="group"
        aria-labelledby="project-picture"
        aria-describedby="project-picture-how"
        onKeyDown={press}
      >
        <Days sight={sight} />
        <Rows whole={whole} sight={sight} />
      </div>
      <details>
        <summary>{say.asTable}</summary>
        <StepTable whole={whole} />
      </details>
    </section>
  );
}

function Rows(props: { whole: ProjectWhole; sight: Sight }): ReactNode {
  const nameOf = useItemName();
  const { whole, sight } = props;
  const say = useWords(projectWords);
  return whole.stages.map(({ key, clock, stepKeys }) => (
    <div key={key}>
      <div className="projects-row stage">
        <span>{say.stages[key]}</span>
        <span className="yc-muted yc-small">
          {say.used(say.days(clock.usedDays, clock.unit), say.days(clock.limitDays, clock.unit))}
        </span>
      </div>
      {whole.steps
        .filter((step) => stepKeys.includes(step.key))
        .map((step) => (
          <div key={step.key} className="projects-row">
            <span className="yc-small">{nameOf(step)}</span>
            <Track step={step} sight={sight} today={whole.today} />
          </div>
        ))}
    </div>
  ));
}

/** What the marks mean, by word and by shape. */
function Legend(): ReactNode {
  const say = useWords(projectWords);
  const marks = [
    ['projects-plan', say.planned],
    ['projects-mark government', say.whose.government],
    ['projects-mark commissioned', say.whose.commissioned],
    ['projects-mark owner', say.whose.owner],
  ] as const;
  return (
    <ul className="yc-plain projects-legend yc-small">
      {marks.map(([className, word]) => (
        <li key={word}>
          <svg width="1.75em" height="0.9em" aria-hidden="true">
            <defs>
              <pattern id="projects-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2.5" height="5" className="projects-mark government" />
              </pattern>
            </defs>
            <rect x="1" y="1" width="90%" height="80%" className={className} />
          </svg>
          {word}
        </li>
      ))}
      <li>
        <svg width="0.75em" height="0.9em" aria-hidden="true">
          <line x1="50%" x2="50%" y1="0" y2="100%" className="projects-today" />
        </svg>
        {say.today}
      </li>
    </ul>
  );
} // prettier-ignore

/** For paper: all of it, and the table below. */
export function PrintedPicture(props: { whole: ProjectWhole }): ReactNode {
  const sight = wholeSight(daysOf(props.whole));
  return (
    <>
      <Legend />
      <div className="projects-picture">
        <Days sight={sight} />
        <Rows whole={props.whole} sight={sight} />
      </div>
      <StepTable whole={props.whole} />
    </>
  );
}

/** The picture in words: each step with its plan and every stretch of its time. */
export function StepTable(props: { whole: ProjectWhole }): ReactNode {
  const nameOf = useItemName();
  const say = useWords(projectWords);
  const language = useLanguage();
  const day = (on: string): string => sayDay(on, language);
  return (
    <div className="projects-scroll" tabIndex={0} role="group" aria-label={say.asTable}>
      <table className="projects-table">
        <thead>
          <tr>
            <th scope="col">{say.stage}</th>
            <th scope="col">{say.step}</th>
            <th scope="col">{say.planned}</th>
            <th scope="col">{say.real}</th>
            <th scope="col">{say.clock}</th>
          </tr>
        </thead>
        <tbody>
          {props.whole.steps.map((step) => (
            <tr key={step.key}>
              <td>{say.stages[step.stage]}</td>
              <th scope="row">{nameOf(step)}</th>
              <td>{say.span(day(step.planned.handsInOn), day(step.planned.decidedOn))}</td>
              <td>
                {step.stretches.length === 0 ? say.steps[step.state] : null}
                {step.stretches.map(({ whose, from, to }) => (
                  <div key={`${from}${whose}`}>
                    {say.span(day(from), day(to))} <span className="yc-muted">{say.whose[whose]}</span>
                  </div>
                ))}
              </td>
              <td>{say.days(step.usedDays, props.whole.clock.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
