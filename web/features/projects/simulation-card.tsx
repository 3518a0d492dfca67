/** A simulated approval: what is missing, what was said, what has to be looked at again; and that it has no legal effect. */
import './projects.css';
import type { ReactNode } from 'react';
import type { Simulation } from '#modules/projects/contract';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useItem, useItemName } from './items.ts';
import { projectWords } from './words.ts';

/** A part that was examined, in words: questions and materials by their names in the item as it is now. */
export function useSayPart(simulation: Simulation): (part: string) => string {
  const say = useWords(projectWords);
  const language = useLanguage();
  const guide = useItem(simulation.itemId);
  return (part) => {
    const [kind = '', ...rest] = part.split(' ');
    const name = rest.join(' ');
    if (kind === 'item') return say.part.item;
    if (kind === 'situations') return say.part.situations;
    const field = guide?.body.form.properties[name];
    if (kind === 'answer') return say.part.answer(field ? pick(language, field.title, field.titleEn) : name);
    const material = guide?.body.materials.find(({ id }) => id === name);
    const missing = simulation.missing.find(({ key, materialId }) => (kind === 'material' ? materialId : key) === name);
    return kind === 'material'
      ? say.part.material((material && pick(language, material.name, material.nameEn)) ?? missing?.what ?? name)
      : say.part.condition(missing?.what ?? name);
  };
}

export function SimulationCard(props: { simulation: Simulation; children?: ReactNode }): ReactNode {
  const nameOf = useItemName();
  const { simulation: one } = props;
  const say = useWords(projectWords);
  const language = useLanguage();
  const sayPart = useSayPart(one);
  return (
    <article className="projects-card">
      <div className="projects-head">
        <h3>{nameOf(one)}</h3>
        <span className="projects-word">{say.simulationStates[one.state]}</span>
      </div>
      <dl className="projects-dl">
        <dt>{say.missing}</dt>
        <dd>{one.missing.map(({ what }) => what).join(language === 'en' ? '; ' : '；')}</dd>
        {one.opinion && one.proposal ? (
          <>
            <dt>{say.opinion}</dt>
            <dd>
              {one.opinion}
              {one.conditions ? ` ${one.conditions}` : ''} <strong>{say.proposals[one.proposal]}</strong>
              {one.documentNumber ? <div className="yc-muted yc-small yc-numbers">{one.documentNumber}</div> : null}
            </dd>
          </>
        ) : null}
        {one.state === 'formal' && one.again ? (
          <>
            <dt>{say.again}</dt>
            <dd>
              {one.again.map(sayPart).join(language === 'en' ? '; ' : '；')}
              {one.kept === null ? null : <div className="yc-muted yc-small">{say.kept(one.kept)}</div>}
            </dd>
          </>
        ) : null}
      </dl>
      {one.state === 'begun' || one.state === 'examined' ? (
        <span className="yc-muted yc-small">{say.metBy(sayDay(one.dueOn, language))}</span>
      ) : null}
      {props.children ? <div className="yc-row">{props.children}</div> : null}
    </article>
  );
}
