/** Finding an item: by words, by topic, by department. */
import './catalogue.css';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { AskBox, Recent } from './ask.tsx';
import { ItemList } from './item-list.tsx';
import { useOverview, useSearch } from './items.ts';
import { TopicGrid } from './topic-grid.tsx';
import { catalogueWords } from './words.ts';

/** `above` is another feature's part above what was found: what is done with several items at once. */
export function Services(props: { above?: (q: string) => ReactNode }): ReactNode {
  const [asked] = useAsked();
  const q = (asked.q ?? '').trim();
  return q === '' ? <Overview /> : <Results q={q} above={props.above?.(q)} />;
}

function Results(props: { q: string; above: ReactNode }): ReactNode {
  const { q } = props;
  const say = useWords(catalogueWords);
  const found = useSearch(q, 30);
  useEffect(() => {
    document.title = say.results(q);
  }, [q, say]);
  return (
    <div className="yc-stack catalogue-narrow">
      <h1 className="yc-hidden" tabIndex={-1}>
        {say.results(q)}
      </h1>
      <AskBox initial={q} label={say.ask} />
      {props.above}
      <Query
        of={found}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <>
            <Empty title={say.nothing(q)} filtered>
              {say.nothingLine}
            </Empty>
            <TopicGrid />
          </>
        }
      >
        {({ rows }) => (
          <>
            <p className="yc-muted yc-small" role="status">
              {say.found(rows.length)}
            </p>
            <ItemList rows={rows} />
          </>
        )}
      </Query>
    </div>
  );
}

function Overview(): ReactNode {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const found = useOverview();
  return (
    <div className="catalogue-page">
      <PageHeader title={say.services} sub={say.servicesLine} />
      <div className="yc-stack">
        <AskBox label={say.ask} />
        <Recent />
      </div>
      <section aria-labelledby="services-topics">
        <h2 id="services-topics">{say.topics}</h2>
        <TopicGrid />
      </section>
      <section aria-labelledby="services-departments">
        <h2 id="services-departments">{say.byDepartment}</h2>
        <Query of={found}>
          {({ departments }) => (
            <ul className="yc-plain catalogue-departments">
              {departments.map((department) => (
                <li key={department.id}>
                  <Link to="/departments/$id" params={{ id: department.id } as never}>
                    {pick(language, department.name, department.nameEn)}
                    <span className="yc-muted yc-small yc-numbers"> {department.count}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Query>
      </section>
    </div>
  );
}
