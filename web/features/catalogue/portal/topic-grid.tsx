/** What happens in life, as a grid; and the page of one of them. */
import './catalogue.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useOverview } from './items.ts';
import { ItemsOf } from './items-of.tsx';
import { catalogueWords } from './words.ts';

export function TopicGrid(): ReactNode {
  const language = useLanguage();
  const found = useOverview();
  return (
    <Query of={found}>
      {({ topics }) => (
        <ul className="yc-plain catalogue-topics">
          {topics.map(({ key, name, nameEn, iconWord }) => (
            <li key={key}>
              <Link to="/topics/$key" params={{ key } as never}>
                <span aria-hidden="true" className="catalogue-icon" lang="zh-CN">
                  {iconWord || name.slice(0, 1)}
                </span>
                {pick(language, name, nameEn)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Query>
  );
}

function Topic(): ReactNode {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const key = useParam('key');
  const topic = useOverview().data?.topics.find((one) => one.key === key);
  return (
    <div className="yc-stack catalogue-narrow">
      <PageHeader
        title={topic ? pick(language, topic.name, topic.nameEn) : say.topics}
        back={{ to: '/services', say: say.services }}
      />
      <ItemsOf of={{ topic: key }} count={say.topicLine} />
    </div>
  );
}

export const page = definePage({ Component: Topic });
