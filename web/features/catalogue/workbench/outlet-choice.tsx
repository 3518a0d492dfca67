/** Choosing outlets: towns with their villages below them, and banks; filtered by name, whole groups at once. */
import './places.css';
import { SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { OutletRow } from '#modules/offices/contract';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { placesWords } from './places-words.ts';
import { useOutlets } from './reading.ts';

/** Halls and a department's own counters take items by what they are: only the others are chosen. */
export const takesByHandingDown = ({ kind }: Pick<OutletRow, 'kind'>): boolean =>
  kind === 'town' || kind === 'village' || kind === 'bank';

interface Group {
  head: OutletRow | undefined;
  rows: OutletRow[];
}

/** Towns in their order, each with its villages; then villages without a town, then banks. */
export function groupsOf(outlets: readonly OutletRow[]): Group[] {
  const towns = outlets.filter(({ kind }) => kind === 'town');
  const known = new Set(towns.map(({ id }) => id));
  const villages = outlets.filter(({ kind }) => kind === 'village');
  return [
    ...towns.map((head) => ({ head, rows: villages.filter(({ parentId }) => parentId === head.id) })),
    { head: undefined, rows: villages.filter(({ parentId }) => parentId === null || !known.has(parentId)) },
    { head: undefined, rows: outlets.filter(({ kind }) => kind === 'bank') },
  ].filter(({ head, rows }) => head !== undefined || rows.length > 0);
}

export function OutletChoice(props: {
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
  fault?: string | undefined;
}): ReactNode {
  const { chosen, onChange } = props;
  const say = useWords(placesWords);
  const language = useLanguage();
  const id = useId();
  const found = useOutlets();
  const [filter, setFilter] = useState('');
  const q = filter.trim().toLowerCase();
  const meets = (outlet: OutletRow): boolean =>
    q === '' || `${outlet.name}\n${outlet.nameEn}\n${outlet.address}`.toLowerCase().includes(q);
  const toggle = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const one of ids)
      if (on) next.add(one);
      else next.delete(one);
    onChange(next);
  };
  const box = (outlet: OutletRow): ReactNode => (
    <Checkbox checked={chosen.has(outlet.id)} onChange={({ target }) => toggle([outlet.id], target.checked)}>
      {pick(language, outlet.name, outlet.nameEn)}
    </Checkbox>
  );
  return (
    <fieldset className="outlet-choice" aria-describedby={props.fault ? `${id}-fault` : undefined}>
      <legend>{say.choose}</legend>
      <Query of={found}>
        {(outlets) => {
          const all = outlets.filter(takesByHandingDown);
          const shown = all.filter(meets);
          const groups = groupsOf(all)
            .map(({ head, rows }) => ({
              head: head && meets(head) ? head : undefined,
              town: head,
              rows: rows.filter(meets),
            }))
            .filter(({ head, rows }) => head !== undefined || rows.length > 0);
          return (
            <>
              <div className="yc-row">
                <Input
                  type="search"
                  allowClear
                  prefix={<SearchOutlined aria-hidden="true" />}
                  aria-label={say.find}
                  placeholder={say.find}
                  value={filter}
                  onChange={({ target }) => setFilter(target.value)}
                  style={{ width: '14rem' }}
                />
                <Button
                  onClick={() =>
                    toggle(
                      shown.map((one) => one.id),
                      true,
                    )
                  }
                  disabled={shown.length === 0}
                >
                  {say.all(shown.length)}
                </Button>
                <Button onClick={() => onChange(new Set())} disabled={chosen.size === 0}>
                  {say.clear}
                </Button>
                <span role="status" className="yc-numbers">
                  {say.chosen(chosen.size)}
                </span>
              </div>
              <div className="outlet-groups" tabIndex={0} role="group" aria-label={say.choose}>
                {groups.length === 0 ? <p className="yc-muted">{say.none}</p> : null}
                {groups.map(({ head, town, rows }) => {
                  const ids = rows.map((one) => one.id);
                  return (
                    <div key={town?.id ?? rows[0]?.kind} className="outlet-group">
                      <div className="outlet-town">
                        {head ? box(head) : null}
                        {town === undefined ? (
                          <strong>{say.kinds[rows[0]?.kind === 'bank' ? 'bank' : 'village']}</strong>
                        ) : null}
                        {rows.length > 1 ? (
                          <Checkbox
                            checked={ids.every((one) => chosen.has(one))}
                            indeterminate={ids.some((one) => chosen.has(one)) && !ids.every((one) => chosen.has(one))}
                            onChange={({ target }) => toggle(ids, target.checked)}
                          >
                            <span className="yc-muted">
                              {town ? say.withVillages(rows.length) : say.all(rows.length)}
                            </span>
                          </Checkbox>
                        ) : null}
                      </div>
                      <ul className="yc-plain outlet-villages">
                        {rows.map((outlet) => (
                          <li key={outlet.id}>{box(outlet)}</li>
                        ))}
                      </ul>
                    </div>
                  );
                })}
              </div>
            </>
          );
        }}
      </Query>
      {props.fault ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {props.fault}
        </p>
      ) : null}
    </fieldset>
  );
}
