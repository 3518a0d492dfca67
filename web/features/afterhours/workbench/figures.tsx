/** The figures of after-hours service: each with its definition, and the list behind it by a press. */
import { Fragment, type ReactNode } from 'react';
import type { Counts, State } from '#modules/afterhours/contract';
import { sayDay } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { stayWords } from './words.ts';

type NameOf = (id: string | null) => string;

export function Figures(props: {
  counts: Counts;
  nameOf: NameOf;
  state: State | undefined;
  staffId: string | undefined;
  ask: (change: Record<string, string | undefined>) => void;
}): ReactNode {
  const { counts, nameOf, ask } = props;
  const say = useWords(stayWords);
  const countOf = (state: State): number => counts.states.find((one) => one.state === state)?.count ?? 0;
  const figure = ({ name, what }: { name: string; what: string }, value: string, state?: State): ReactNode => (
    <div title={what}>
      <dt>{name}</dt>
      <dd className="yc-numbers">
        {state ? (
          <button
            type="button"
            className="stay-link"
            aria-pressed={props.state === state}
            onClick={() => ask({ state: props.state === state ? undefined : state })}
          >
            {value}
          </button>
        ) : (
          value
        )}
      </dd>
    </div>
  );
  const { figures } = say;
  return (
    <section aria-label={say.byPerson} className="yc-stack">
      <dl className="stay-figures">
        {figure(figures.services, String(counts.services), 'done')}
        {figure(figures.matters, String(counts.matters), 'done')}
        {figure(figures.minutes, say.hours(counts.minutes))}
        {figure(figures.asked, String(countOf('asked')), 'asked')}
        {figure(figures.unanswered, String(countOf('unanswered')), 'unanswered')}
      </dl>
      <details className="yc-small">
        <summary>{say.definition}</summary>
        <dl>
          {Object.values(figures).map(({ name, what }) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
      {counts.people.length > 0 ? (
        <div className="stay-people" role="region" aria-label={say.byPerson} tabIndex={0}>
          <People
            counts={counts}
            nameOf={nameOf}
            pressed={props.staffId}
            onPress={(staffId) => ask({ staffId: props.staffId === staffId ? undefined : staffId })}
          />
        </div>
      ) : null}
    </section>
  );
}

/** Each person with the sum of the department below; the same table on the page and on the sheet. */
function People(props: {
  counts: Counts;
  nameOf: NameOf;
  pressed?: string | undefined;
  onPress?: (staffId: string) => void;
}): ReactNode {
  const { counts, nameOf, onPress } = props;
  const say = useWords(stayWords);
  const { people: names } = say;
  const cells = (row: { services: number; matters: number; minutes: number; missed?: number }): ReactNode => (
    <>
      <td className="yc-numbers">{row.services}</td>
      <td className="yc-numbers">{row.missed ?? ''}</td>
      <td className="yc-numbers">{row.matters}</td>
      <td className="yc-numbers">{say.hours(row.minutes)}</td>
    </>
  );
  return (
    <table>
      <thead>
        <tr>
          {[names.department, names.name, names.services, names.missed, names.matters, names.minutes].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.departments.map((department) => (
          <Fragment key={department.departmentId}>
            {counts.people
              .filter(({ departmentId }) => departmentId === department.departmentId)
              .map((row) => (
                <tr key={row.staffId}>
                  <td>{nameOf(row.departmentId)}</td>
                  <td>
                    {onPress ? (
                      <button
                        type="button"
                        className="stay-link"
                        aria-pressed={props.pressed === row.staffId}
                        onClick={() => onPress(row.staffId)}
                      >
                        {row.staffName}
                      </button>
                    ) : (
                      row.staffName
                    )}
                  </td>
                  {cells(row)}
                </tr>
              ))}
            <tr>
              <th scope="row">{nameOf(department.departmentId)}</th>
              <th>{say.total}</th>
              {cells(department)}
            </tr>
          </Fragment>
        ))}
        <tr>
          <th scope="row" colSpan={2}>
            {say.total}
          </th>
          {cells(counts)}
        </tr>
      </tbody>
    </table>
  );
}

export function MonthSheet(props: { counts: Counts; from: string; to: string; nameOf: NameOf }): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  return (
    <>
      <h1>{say.sheet}</h1>
      <p>
        {shared.title} · {sayDay(props.from, language)} – {sayDay(props.to, language)}
      </p>
      <People counts={props.counts} nameOf={props.nameOf} />
      {Object.values(say.figures)
        .slice(0, 3)
        .map(({ name, what }) => (
          <p key={name}>
            {name}
            {colon()}
            {what}
          </p>
        ))}
      <p>{say.sheetSign}</p>
    </>
  );
}
