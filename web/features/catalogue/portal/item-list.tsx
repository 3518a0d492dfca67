/** Items in a list: what it is called, the legal name smaller, how long and by whom. */
import './catalogue.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemLine } from '#modules/catalogue/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { sayLegalName, sayLimit, sayName } from './say-item.ts';
import { catalogueWords } from './words.ts';

export function ItemList(props: { rows: readonly ItemLine[]; withDepartment?: boolean }): ReactNode {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  return (
    <ul className="yc-plain catalogue-list">
      {props.rows.map((item) => {
        const legal = sayLegalName(item, language);
        const facts = [
          props.withDepartment === false ? '' : pick(language, item.departmentName, item.departmentNameEn),
          item.immediate
            ? say.immediate
            : item.promisedLimit
              ? say.promised(sayLimit(item.promisedLimit, language))
              : '',
          item.verified && item.visits === 0 ? say.online : '',
        ].filter(Boolean);
        return (
          <li key={item.itemId}>
            <Link to="/services/$id" params={{ id: item.itemId } as never}>
              <strong>{sayName(item, language)}</strong>
              {item.verified ? null : <span className="catalogue-unverified">{say.unverified}</span>}
              {legal ? <span className="yc-muted yc-small catalogue-legal">{legal}</span> : null}
              <span className="yc-muted yc-small catalogue-legal">{facts.join(' · ')}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
