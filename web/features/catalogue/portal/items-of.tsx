import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Empty, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { ItemList } from './item-list.tsx';
import { useItems } from './items.ts';
import { catalogueWords } from './words.ts';

/** The items of a topic, a department or an outlet, more with each press. */
export function ItemsOf(props: {
  of: { topic?: string; departmentId?: string; outletId?: string };
  withDepartment?: boolean;
  /** Says how many there are. */
  count: (total: number) => string;
}): ReactNode {
  const say = useWords(catalogueWords);
  const [limit, setLimit] = useState(30);
  const found = useItems(props.of, limit);
  return (
    <Query of={found} isEmpty={({ total }) => total === 0} empty={<Empty title={say.none} />}>
      {({ rows, total }) => (
        <div className="yc-stack">
          <p className="yc-muted yc-small">{props.count(total)}</p>
          <ItemList
            rows={rows}
            {...(props.withDepartment === undefined ? {} : { withDepartment: props.withDepartment })}
          />
          {rows.length < total ? (
            <div>
              <Button onClick={() => setLimit(limit + 30)} loading={found.isFetching}>
                {say.more}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </Query>
  );
}
