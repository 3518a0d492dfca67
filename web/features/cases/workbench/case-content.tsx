/** The middle of a case: who applies, what they said, what they handed in, documents, fees, and what was done. */
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { CaseWhole } from '#modules/cases/contract';
import { askedFields, askedMaterials, askedSituations, type ItemBody } from '#modules/catalogue/contract';
import { DueLight } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { sayAnswer } from '#web/ui/item-form/item-form.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { FormLink, SignedBy } from '../form-link.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { deskWords } from './desk-words.ts';
import { CopyOf } from './copy-of.tsx';
import { FileLinks } from './file-viewer.tsx';
import { caseWords } from './words.ts';

/** Parts of the page that are other features' business; the surface gives them. */
export interface CaseParts {
  party: (party: CaseWhole['applicant'], title: string, about: string) => ReactNode;
  documents: (caseId: string) => ReactNode;
  fees?: (whole: CaseWhole) => ReactNode;
  warnings?: (whole: CaseWhole) => ReactNode;
  rating?: (caseId: string) => ReactNode;
  /** The matter that the case is a part of, and whom the department has asked. */
  joint?: (whole: CaseWhole, item: ItemBody | undefined) => ReactNode;
  /** What the rules said of it. */
  prereview?: (caseId: string) => ReactNode;
}

export function CaseContent(props: { whole: CaseWhole; item: ItemBody | undefined; parts: CaseParts }): ReactNode {
  const { whole, item, parts } = props;
  const say = useWords(deskWords);
  const names = useWords(caseWords);
  const language = useLanguage();
  const line = whole.case;
  return (
    <article className="desk-content">
      <PageHeader
        title={item ? pick(language, item.plainName ?? item.name, item.plainNameEn ?? item.nameEn) : line.itemName}
        sub={
          <>
            <span className="yc-numbers">{line.number}</span> · {line.itemName} · {names.doors[line.door]}
          </>
        }
        tags={
          <>
            <Tag className="desk-state">
              {names.states[line.state]}
              {line.outcome && line.state === 'closed' ? ` · ${names.outcome[line.outcome]}` : ''}
            </Tag>
            <DueLight
              light={line.light}
              overdue={(line.remaining ?? 0) < 0}
              {...(line.remaining === null ? {} : { remaining: line.remaining })}
            />
          </>
        }
      />
      {whole.wanted.length > 0 ? (
        <section className="desk-card desk-wanted" aria-label={say.wanted}>
          <h2>{say.wanted}</h2>
          <ul>
            {whole.wanted.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="desk-parties">
        {parts.party(whole.applicant, say.applicant, line.number)}
        {whole.agent ? parts.party(whole.agent, say.agent, line.number) : null}
      </div>
      {parts.prereview?.(line.id)}
      <section className="desk-card" aria-labelledby="desk-answers">
        <h2 id="desk-answers">{say.answers}</h2>
        <Answers whole={whole} item={item} />
        <SignedBy whole={whole} />
        <p>
          <FormLink caseId={line.id} />
        </p>
      </section>
      <section className="desk-card" aria-labelledby="desk-materials">
        <h2 id="desk-materials">{say.materials}</h2>
        <Materials whole={whole} item={item} />
      </section>
      {parts.joint?.(whole, item)}
      {parts.documents(line.id)}
      {parts.fees?.(whole)}
      {parts.warnings?.(whole)}
      {parts.rating?.(line.id)}
      <CaseTimeline whole={whole} />
    </article>
  );
}

/** The answers with the questions of the form, in its order; what the form does not know is shown all the same. */
function Answers({ whole, item }: { whole: CaseWhole; item: ItemBody | undefined }): ReactNode {
  const say = useWords(deskWords);
  const { deliveries } = useWords(caseWords);
  const language = useLanguage();
  const given = { ...whole.answers, ...whole.situations };
  const lines: { key: string; title: string; value: string }[] = [];
  if (item) {
    for (const situation of askedSituations(item, given)) {
      const chosen = situation.options.find(({ id }) => id === whole.situations[situation.id]);
      lines.push({
        key: situation.id,
        title: pick(language, situation.question, situation.questionEn),
        value: chosen ? pick(language, chosen.label, chosen.labelEn) : '–',
      });
    }
    for (const { name, field } of askedFields(item, given)) {
      lines.push({
        key: name,
        title: pick(language, field.title, field.titleEn),
        value: sayAnswer(field, whole.answers[name], language),
      });
    }
  }
  const shown = new Set(lines.map(({ key }) => key));
  for (const [key, value] of Object.entries(given)) {
    if (!shown.has(key))
      lines.push({ key, title: key, value: typeof value === 'string' ? value : JSON.stringify(value) });
  }
  const { delivery } = whole;
  if (delivery) {
    lines.push({
      key: 'delivery',
      title: say.delivery,
      value: `${deliveries[delivery.way]}${delivery.address ? ` · ${delivery.address}` : ''}`,
    });
  }
  if (lines.length === 0) return <p className="yc-muted">{say.noAnswers}</p>;
  return (
    <dl className="desk-answers">
      {lines.map(({ key, title, value }) => (
        <div key={key}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is asked for and what came, each with its files. */
function Materials({ whole, item }: { whole: CaseWhole; item: ItemBody | undefined }): ReactNode {
  const say = useWords(deskWords);
  const { how } = useWords(caseWords);
  const language = useLanguage();
  const asked = item ? askedMaterials(item, { ...whole.answers, ...whole.situations }) : [];
  const rows = [
    ...asked.map((material) => ({
      id: material.id,
      name: pick(language, material.name, material.nameEn),
      need: say.requirement[material.requirement],
      // The form is drawn from the answers, and other offices' data are fetched: nobody hands them in.
      itself: material.source === 'shared' || material.id === 'form',
    })),
    ...whole.materials
      .filter(({ materialId }) => !asked.some(({ id }) => id === materialId))
      .map(({ materialId }) => ({ id: materialId, name: materialId, need: '', itself: false })),
  ];
  if (rows.length === 0) return <p className="yc-muted">{say.noMaterials}</p>;
  return (
    <ul className="yc-plain desk-materials">
      {rows.map(({ id, name, need, itself }) => {
        const handed = whole.materials.find(({ materialId }) => materialId === id);
        const state = handed
          ? (how[handed.how as keyof typeof how] ?? handed.how)
          : id === 'form'
            ? say.drawn
            : itself
              ? how.shared
              : say.notMentioned;
        const there = itself || (handed !== undefined && handed.how !== 'missing');
        return (
          <li key={id}>
            <span className={there ? 'there' : 'away'} aria-hidden="true">
              {there ? '✓' : '○'}
            </span>
            <span>
              {name} {need ? <span className="yc-muted yc-small">{need}</span> : null}
            </span>
            <span className="yc-muted yc-small">{state}</span>
            {handed?.copy ? (
              <CopyOf name={name} copy={handed.copy} />
            ) : (
              <FileLinks name={name} ids={handed?.fileIds ?? []} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
