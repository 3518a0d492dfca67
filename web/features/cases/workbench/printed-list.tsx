/** The work list on paper: what a desk needs, in black, with the day and the number of lines. */
import type { ReactNode } from 'react';
import type { CaseLine } from '#modules/cases/contract';
import { useMe } from '#web/client/session.tsx';
import { exactInstant, sayDay, sayRemaining } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { listWords } from './list-words.ts';
import type { Colleague } from './names.ts';
import { caseWords } from './words.ts';

export function PrintedList(props: {
  rows: readonly CaseLine[];
  total: number;
  title: string;
  names: ReadonlyMap<string, Colleague>;
}): ReactNode {
  const { columns, holders, printed } = useWords(listWords);
  const say = useWords(caseWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const me = useMe();
  const day = (on: string | null): string => (on ? sayDay(on, language) : '–');
  const holder = (id: string | null): string =>
    id === null ? holders.nobody : id === me?.accountId ? me.name : (props.names.get(id)?.name ?? holders.others);
  return (
    <div className="work-printed">
      <h1>{props.title}</h1>
      <p>
        {exactInstant(new Date())} · {general.table.total(props.total)}
        {props.rows.length < props.total ? ` · ${printed(props.rows.length)}` : ''}
      </p>
      <table>
        <thead>
          <tr>
            {[
              columns.number,
              columns.item,
              columns.applicant,
              columns.light,
              columns.state,
              columns.target,
              columns.fatal,
              columns.holder,
            ].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <td>{row.number}</td>
              <td>{row.itemName}</td>
              <td>{row.applicantName}</td>
              <td>
                {row.remaining === null
                  ? general.due[row.light]
                  : sayRemaining(row.remaining, row.remaining < 0, language)}
              </td>
              <td>{say.states[row.state]}</td>
              <td>{day(row.targetOn)}</td>
              <td>{day(row.fatalOn)}</td>
              <td>{holder(row.holderId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
