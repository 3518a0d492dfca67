/** The one form as residents will see it, before it is published. */
import type { ReactNode } from 'react';
import { mergedBody } from '#modules/matters/contract';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import type { Body, Managed } from './event-edits.ts';
import { editWords } from './edit-words.ts';

export function EventPreview(props: { body: Body; members: Managed['members'] }): ReactNode {
  const { body, members } = props;
  const say = useWords(editWords);
  const language = useLanguage();
  const bodyOf = (key: string) => members.find((member) => member.key === key)?.body ?? undefined;
  const merged = mergedBody(body, bodyOf, body.members);
  const names = (of: readonly { member: string }[] | undefined): string =>
    oneByOne(
      (of ?? []).map(({ member }) => {
        const item = bodyOf(member);
        return item ? pick(language, item.plainName ?? item.name, item.plainNameEn ?? item.nameEn) : member;
      }),
    );
  const questions = [
    ...merged.situations.map(({ id, question, questionEn, when }) => ({
      key: id,
      title: pick(language, question, questionEn),
      hangs: when !== undefined,
    })),
    ...Object.entries(merged.form.properties).map(([key, field]) => ({
      key,
      title: pick(language, field.title, field.titleEn),
      hangs: field['x-when'] !== undefined,
    })),
  ];
  const materials = merged.materials.filter(({ source }) => source !== 'shared');
  if (questions.length + materials.length === 0) return <p className="yc-muted">{say.previewNone}</p>;
  const line = (key: string, title: string, hangs: boolean, of: string): ReactNode => (
    <li key={key}>
      {title} {hangs ? <span className="yc-muted yc-small">({say.inSituation})</span> : null}
      <span className="yc-muted yc-small"> {say.byPart(of)}</span>
    </li>
  );
  return (
    <section className="yc-panel matters-section" aria-labelledby="event-preview">
      <h2 id="event-preview">{say.preview}</h2>
      <p className="yc-muted yc-small">{say.previewLine}</p>
      <strong>{say.previewQuestions(questions.length)}</strong>
      <ol>
        {questions.map(({ key, title, hangs }) =>
          line(key, title, hangs, names(body.asks.find((ask) => ask.key === key)?.of)),
        )}
      </ol>
      <strong>{say.previewMaterials(materials.length)}</strong>
      <ol>
        {materials.map(({ id, name, nameEn, when }) =>
          line(
            id,
            pick(language, name, nameEn),
            when !== undefined,
            names(body.materials.find((one) => one.key === id)?.of),
          ),
        )}
      </ol>
    </section>
  );
}
