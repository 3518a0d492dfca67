/** The steward's menu and log: what is done in each stage, by whom, and what was done for the company. */
import './projects.css';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ProjectWhole } from '#modules/projects/contract';
import { Instant } from '#web/ui/due.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { projectWords } from './words.ts';

export function Menu(props: { whole: ProjectWhole; onTick?: (key: string, done: boolean) => void }): ReactNode {
  const { menu, stages } = props.whole;
  const say = useWords(projectWords);
  const language = useLanguage();
  return (
    <section className="projects-section" aria-labelledby="project-menu">
      <h2 id="project-menu">{say.menu}</h2>
      {stages.map(({ key: stage }) => {
        const entries = menu.filter((entry) => entry.stage === stage);
        if (entries.length === 0) return null;
        return (
          <div key={stage} className="projects-menu" role="group" aria-label={say.stages[stage]}>
            <h3>{say.stages[stage]}</h3>
            {entries.map((entry) => {
              const { key, what, whatEn, done } = entry;
              const said = (
                <>
                  {pick(language, what, whatEn ?? undefined)}{' '}
                  <span className="yc-muted yc-small">
                    {say.by[entry.by]}
                    {done ? ` · ${say.done(done.by ?? '', sayInstant(done.at, language))}` : ''}
                  </span>
                </>
              );
              return props.onTick ? (
                <Checkbox
                  key={key}
                  checked={done !== null}
                  onChange={({ target }) => props.onTick?.(key, target.checked)}
                >
                  {said}
                </Checkbox>
              ) : (
                // To be read, not a form that is switched off.
                <div key={key}>
                  <span aria-hidden="true" className={`projects-word ${done ? 'yes' : ''}`}>
                    {done ? '✓' : '○'}
                  </span>{' '}
                  <span className="yc-hidden">{done ? say.isDone : say.notDone}</span> {said}
                </div>
              );
            })}
          </div>
        );
      })}
    </section>
  );
}

export function Log(props: { whole: ProjectWhole; children?: ReactNode }): ReactNode {
  const say = useWords(projectWords);
  return (
    <section className="projects-section" aria-labelledby="project-log">
      <h2 id="project-log">{say.log}</h2>
      {props.children}
      <Lines lines={props.whole.log.slice(0, 8)} />
      {props.whole.log.length > 8 ? (
        <details>
          <summary>{say.earlier(props.whole.log.length - 8)}</summary>
          <Lines lines={props.whole.log.slice(8)} />
        </details>
      ) : null}
    </section>
  );
}

function Lines(props: { lines: ProjectWhole['log'] }): ReactNode {
  const say = useWords(projectWords);
  return (
    <ol className="yc-plain projects-log">
      {props.lines.map(({ seq, kind, at, by, note }) => (
        <li key={seq}>
          <strong>{say.logKinds[kind]}</strong> {note}
          <div className="yc-muted yc-small">
            <Instant at={at} />
            {by ? ` · ${by}` : ''}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Who the project is of, and how to reach its steward. */
export function Facts(props: { whole: ProjectWhole; money: ReactNode }): ReactNode {
  const { whole } = props;
  const say = useWords(projectWords);
  const language = useLanguage();
  return (
    <section className="projects-section" aria-labelledby="project-facts">
      <h2 id="project-facts">{say.facts}</h2>
      <dl className="projects-dl">
        <dt>{say.steward}</dt>
        <dd>
          <strong>{whole.steward.name}</strong> {whole.steward.contact}
        </dd>
        <dt>{say.company}</dt>
        <dd>{whole.organisationName}</dd>
        <dt>{say.address}</dt>
        <dd>{whole.address}</dd>
        <dt>{say.investment}</dt>
        <dd>{props.money}</dd>
        <dt>{say.type}</dt>
        <dd>{pick(language, whole.typeName, whole.typeNameEn ?? undefined)}</dd>
        <dt>{say.number}</dt>
        <dd className="yc-numbers">{whole.number}</dd>
      </dl>
    </section>
  );
}
