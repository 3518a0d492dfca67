/** Item by item: where each of its answers and materials comes from in the one form. */
import { Input, Select, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import {
  materialSourceOf,
  placeMaterial,
  placeName,
  sourceOf,
  type Body,
  type Managed,
  type Value,
} from './event-edits.ts';
import { editWords } from './edit-words.ts';

interface Props {
  body: Body;
  members: Managed['members'];
  onChange: (body: Body) => void;
}

export function EventSources(props: Props): ReactNode {
  const say = useWords(editWords);
  const language = useLanguage();
  return (
    <section className="matters-section" aria-labelledby="event-sources">
      <h2 id="event-sources">{say.sources}</h2>
      <p className="yc-muted yc-small">{say.sourcesLine}</p>
      {props.body.members.map(({ key }) => {
        const item = props.members.find((member) => member.key === key)?.body;
        return item ? (
          <details key={key} className="matters-card">
            <summary>
              <strong>{pick(language, item.plainName ?? item.name, item.plainNameEn ?? item.nameEn)}</strong>{' '}
              <Missing {...props} member={key} item={item} />
            </summary>
            <ul className="yc-plain matters-sources">
              {namesOf(item).map((one) => (
                <li key={one.name}>
                  <Answer {...props} member={key} one={one} />
                </li>
              ))}
              {item.materials.map(({ id, name, nameEn, source, requirement }) =>
                id === 'form' || source === 'shared' ? null : (
                  <li key={`m-${id}`}>
                    <MaterialOf
                      {...props}
                      member={key}
                      id={id}
                      name={pick(language, name, nameEn)}
                      optional={requirement === 'optional'}
                      office={source === 'government'}
                    />
                  </li>
                ),
              )}
            </ul>
          </details>
        ) : null;
      })}
    </section>
  );
}

interface Named {
  name: string;
  title: string;
  required: boolean;
  /** The answers that can be fixed: options, or yes and no. */
  options?: { value: string; label: string }[];
  kind: 'text' | 'boolean' | 'integer' | 'other';
}

function namesOf(item: ItemBody): Named[] {
  const situations = item.situations.map(({ id, question, options }): Named => ({
    name: id,
    title: question,
    required: true,
    kind: 'text',
    options: options.map((option) => ({ value: option.id, label: option.label })),
  }));
  const fields = Object.entries(item.form.properties).map(([name, field]): Named => ({
    name,
    title: field.title,
    required: item.form.required?.includes(name) ?? false,
    kind:
      field.type === 'boolean'
        ? 'boolean'
        : field.type === 'integer'
          ? 'integer'
          : field.type === 'string'
            ? 'text'
            : 'other',
    ...(field.enum ? { options: field.enum.map((value) => ({ value, label: value })) } : {}),
  }));
  return [...situations, ...fields];
}

/** How many required ones nobody is asked. */
function Missing(props: Props & { member: string; item: ItemBody }): ReactNode {
  const { body, member, item } = props;
  const say = useWords(editWords);
  const answers = namesOf(item).filter(({ name, required }) => required && sourceOf(body, member, name) === 'none');
  const materials = item.materials.filter(
    ({ id, source, requirement }) =>
      id !== 'form' &&
      source !== 'shared' &&
      requirement !== 'optional' &&
      materialSourceOf(body, member, id) === 'none',
  );
  const count = answers.length + materials.length;
  return count > 0 ? <Tag color="error">{say.missing(count)}</Tag> : null;
}

function Answer(props: Props & { member: string; one: Named }): ReactNode {
  const { body, member, one } = props;
  const say = useWords(editWords);
  const source = sourceOf(body, member, one.name);
  const titleOf = (ask: Body['asks'][number]): string => {
    const first = ask.of[0]!;
    const item = props.members.find(({ key }) => key === first.member)?.body;
    return ask.title ?? (item && namesOf(item).find(({ name }) => name === first.name)?.title) ?? ask.key;
  };
  const free = body.asks.filter(
    ({ key, of }) =>
      (typeof source === 'object' && 'ask' in source && source.ask === key) ||
      !of.some((part) => part.member === member),
  );
  const value =
    source === 'none' ? 'none' : typeof source === 'object' && 'ask' in source ? `ask ${source.ask}` : 'fixed';
  const first: Value = one.options?.[0]?.value ?? (one.kind === 'boolean' ? true : one.kind === 'integer' ? 0 : '—');
  return (
    <>
      <span>
        {one.title} {one.required ? null : <span className="yc-muted yc-small">({say.optional})</span>}
      </span>
      <Select
        aria-label={one.title}
        value={value}
        showSearch={{ optionFilterProp: 'label' }}
        {...(source === 'none' && one.required ? { status: 'error' as const } : {})}
        options={[
          ...free.map((ask) => ({ value: `ask ${ask.key}`, label: say.asked(titleOf(ask), ask.of.length) })),
          { value: 'own', label: say.own },
          ...(one.kind === 'other' ? [] : [{ value: 'fixed', label: say.fixed }]),
          { value: 'none', label: one.required ? say.noneRequired : say.none },
        ]}
        onChange={(next: string) =>
          props.onChange(
            placeName(
              body,
              member,
              one.name,
              next === 'own' || next === 'none' ? next : next === 'fixed' ? { fixed: first } : { ask: next.slice(4) },
            ),
          )
        }
      />
      {typeof source === 'object' && 'fixed' in source ? (
        <Fixed
          one={one}
          value={source.fixed}
          onChange={(fixed) => props.onChange(placeName(body, member, one.name, { fixed }))}
        />
      ) : null}
    </>
  );
}

function Fixed(props: { one: Named; value: Value; onChange: (value: Value) => void }): ReactNode {
  const { one, value, onChange } = props;
  const say = useWords(editWords);
  const label = `${one.title}: ${say.fixed}`;
  const options =
    one.options ??
    (one.kind === 'boolean'
      ? [
          { value: 'true', label: say.yes },
          { value: 'false', label: say.no },
        ]
      : undefined);
  if (options)
    return (
      <Select
        aria-label={label}
        value={String(value)}
        options={options}
        onChange={(next: string) => onChange(one.kind === 'boolean' ? next === 'true' : next)}
      />
    );
  return (
    <Input
      aria-label={label}
      value={String(value)}
      maxLength={200}
      onChange={({ target }) => {
        const number = Number.parseInt(target.value, 10);
        onChange(one.kind === 'integer' ? (Number.isInteger(number) ? number : 0) : target.value);
      }}
    />
  );
}

function MaterialOf(
  props: Props & { member: string; id: string; name: string; optional: boolean; office: boolean },
): ReactNode {
  const { body, member, id, name } = props;
  const say = useWords(editWords);
  const language = useLanguage();
  const source = materialSourceOf(body, member, id);
  const nameOf = (key: string): string => {
    const item = props.members.find((one) => one.key === key)?.body;
    return item ? pick(language, item.plainName ?? item.name, item.plainNameEn ?? item.nameEn) : key;
  };
  const materialOf = (one: Body['materials'][number]): string => {
    const { member: of, material } = one.of[0]!;
    const found = props.members.find(({ key }) => key === of)?.body?.materials.find((each) => each.id === material);
    return found ? pick(language, found.name, found.nameEn) : one.key;
  };
  const free = body.materials.filter(
    ({ key, of }) =>
      (typeof source === 'object' && 'one' in source && source.one === key) ||
      !of.some((part) => part.member === member),
  );
  const value = typeof source === 'string' ? source : 'one' in source ? `one ${source.one}` : `result ${source.result}`;
  return (
    <>
      <span>
        {name} <Tag>{say.material}</Tag>
        {props.optional ? <span className="yc-muted yc-small">({say.optional})</span> : null}
      </span>
      <Select
        aria-label={name}
        value={value}
        {...(source === 'none' && !props.optional ? { status: 'error' as const } : {})}
        options={[
          ...free.map((one) => ({ value: `one ${one.key}`, label: say.handed(materialOf(one), one.of.length) })),
          { value: 'own', label: say.ownMaterial },
          // Only what an office may fetch by itself can be the result of another item.
          ...(props.office
            ? body.members
                .filter(({ key }) => key !== member)
                .map(({ key }) => ({ value: `result ${key}`, label: say.resultOf(nameOf(key)) }))
            : []),
          { value: 'none', label: props.optional ? say.noneMaterial : say.noneRequired },
        ]}
        onChange={(next: string) =>
          props.onChange(
            placeMaterial(
              body,
              member,
              id,
              next === 'own' || next === 'none'
                ? next
                : next.startsWith('one ')
                  ? { one: next.slice(4) }
                  : { result: next.slice(7) },
            ),
          )
        }
      />
    </>
  );
}
