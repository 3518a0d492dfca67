/** What is asked and handed in once, with the members that it is for. */
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import type { Body, Managed } from './event-edits.ts';
import { eventWords } from './event-words.ts';

export function EditedMapping(props: {
  body: Body;
  members: Managed['members'];
  busy: boolean;
  onChange: (to: Partial<Body>) => void;
  onComplete: () => void;
}): ReactNode {
  const { body, members, onChange } = props;
  const say = useWords(eventWords);
  const language = useLanguage();
  const bodyOf = (key: string) => members.find((one) => one.key === key)?.body;
  const memberName = (key: string): string => {
    const found = bodyOf(key);
    return found ? pick(language, found.plainName ?? found.name, found.plainNameEn ?? found.nameEn) : key;
  };
  const titleOf = (member: string, name: string): string =>
    bodyOf(member)?.situations.find(({ id }) => id === name)?.question ??
    bodyOf(member)?.form.properties[name]?.title ??
    name;
  const comma = language === 'en' ? ', ' : '、';
  return (
    <section className="matters-section" aria-labelledby="event-mapping">
      <div className="yc-row">
        <h2 id="event-mapping">{say.mapping}</h2>
        <Button loading={props.busy} onClick={props.onComplete}>
          {say.complete}
        </Button>
      </div>
      <p className="yc-muted yc-small">{say.mappingLine}</p>
      <ul className="yc-plain matters-list">
        {body.asks.map((ask, at) => (
          <li key={ask.key} className="yc-row">
            <Input
              aria-label={`${say.ask} ${ask.key}`}
              style={{ width: '16rem' }}
              value={ask.title ?? ''}
              placeholder={ask.of[0] ? titleOf(ask.of[0].member, ask.of[0].name) : ask.key}
              maxLength={100}
              onChange={({ target }) => {
                const { title: _, ...rest } = ask;
                const changed = target.value === '' ? rest : { ...rest, title: target.value };
                onChange({ asks: body.asks.map((one, index) => (index === at ? changed : one)) });
              }}
            />
            <span className="yc-muted yc-small">{ask.of.map(({ member }) => memberName(member)).join(comma)}</span>
            <Button
              size="small"
              type="text"
              aria-label={`${say.remove} ${ask.key}`}
              onClick={() => onChange({ asks: body.asks.filter((one) => one !== ask) })}
            >
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
      <h2>{say.materials}</h2>
      <ul className="yc-plain matters-list">
        {body.materials.map((one) => (
          <li key={one.key} className="yc-row">
            <strong>
              {one.of[0]
                ? (bodyOf(one.of[0].member)?.materials.find(({ id }) => id === one.of[0]!.material)?.name ?? one.key)
                : one.key}
            </strong>
            <span className="yc-muted yc-small">{one.of.map(({ member }) => memberName(member)).join(comma)}</span>
            <Button
              size="small"
              type="text"
              aria-label={`${say.remove} ${one.key}`}
              onClick={() => onChange({ materials: body.materials.filter((other) => other !== one) })}
            >
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
