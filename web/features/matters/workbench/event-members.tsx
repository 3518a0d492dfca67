/** The items of a life event and what each waits for. */
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ItemLine } from '#modules/catalogue/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { EventConsulted } from './event-consulted.tsx';
import { removeMember, type Body, type Managed } from './event-edits.ts';
import { EventWhen } from './event-when.tsx';
import { eventWords } from './event-words.ts';

/** The search of items, of the feature that knows them. */
export type ChooseItem = (onChosen: (item: ItemLine) => void) => ReactNode;

/** A key that no other member has. */
function freeKey(body: Body): string {
  let number = body.members.length + 1;
  while (body.members.some(({ key }) => key === `part${number}`)) number += 1;
  return `part${number}`;
}

export function EditedMembers(props: {
  body: Body;
  members: Managed['members'];
  chooseItem: ChooseItem;
  onChange: (to: Body) => void;
}): ReactNode {
  const { body, onChange } = props;
  const say = useWords(eventWords);
  const language = useLanguage();
  const nameOf = (key: string): string => {
    const found = props.members.find((one) => one.key === key)?.body;
    return found ? pick(language, found.plainName ?? found.name, found.plainNameEn ?? found.nameEn) : key;
  };
  return (
    <section className="matters-section" aria-labelledby="event-members">
      <h2 id="event-members">{say.members}</h2>
      <ol className="yc-plain matters-list">
        {body.members.map(({ key, after, when }) => (
          <li key={key} className="matters-card">
            <span className="matters-card-head">
              <strong>{nameOf(key)}</strong>
              <Button
                size="small"
                onClick={() => onChange(removeMember(body, key))}
                aria-label={`${say.remove} ${nameOf(key)}`}
              >
                {say.remove}
              </Button>
            </span>
            {body.members.length > 1 ? (
              <fieldset className="yc-field">
                <legend className="yc-muted yc-small">
                  {say.memberAfter}
                  {after.length === 0 ? ` · ${say.memberAfterNone}` : ''}
                </legend>
                <Checkbox.Group
                  value={after}
                  onChange={(value) =>
                    onChange({
                      ...body,
                      members: body.members.map((one) => (one.key === key ? { ...one, after: value } : one)),
                    })
                  }
                  options={body.members
                    .filter((one) => one.key !== key)
                    .map((one) => ({ value: one.key, label: nameOf(one.key) }))}
                />
              </fieldset>
            ) : null}
            <EventWhen
              questions={body.questions}
              when={when}
              of={nameOf(key)}
              onChange={(next) =>
                onChange({
                  ...body,
                  members: body.members.map((one) => {
                    if (one.key !== key) return one;
                    const { when: _, ...rest } = one;
                    return next ? { ...rest, when: next } : rest;
                  }),
                })
              }
            />
            <EventConsulted
              body={body}
              member={key}
              of={nameOf(key)}
              departmentId={props.members.find((one) => one.key === key)?.departmentId ?? null}
              onChange={onChange}
            />
          </li>
        ))}
      </ol>
      {props.chooseItem((item) =>
        onChange({ ...body, members: [...body.members, { key: freeKey(body), itemId: item.itemId, after: [] }] }),
      )}
    </section>
  );
}
