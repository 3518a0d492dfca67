/** Other outlets' queues, told before somebody queues here: 镇便民服务中心 3 至 5 分钟. */
import type { ReactNode } from 'react';
import { hallContract, type ErrandNow, type Nearby } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { asksElsewhere, worthGoing } from './elsewhere.ts';
import { hallWords } from './words.ts';

/** Nothing where it is not worth it. `nameOf` makes a link of the name where one can be followed. */
export function ElsewhereList(props: {
  errand: ErrandNow;
  /** Stands beside the errand, whose name need not be said again. */
  beside?: boolean;
  nameOf?: (other: Nearby, name: string) => ReactNode;
}): ReactNode {
  const { errand, nameOf } = props;
  const say = useWords(hallWords);
  const language = useLanguage();
  const asks = asksElsewhere(errand);
  const found = useOp(hallContract.listNearby, { params: { id: errand.id } }, { enabled: asks, every: 60_000 });
  const others = asks ? worthGoing(errand, found.data ?? []) : [];
  if (others.length === 0) return null;
  return (
    <div className="hall-elsewhere">
      <strong>{props.beside ? say.elsewhereBeside : say.elsewhere(pick(language, errand.name, errand.nameEn))}</strong>
      <ul className="yc-plain">
        {others.map((other) => {
          const name = pick(language, other.name, other.nameEn);
          return (
            <li key={other.outletId}>
              {nameOf ? nameOf(other, name) : name} <span className="yc-numbers">{say.range(other.wait!)}</span>
              {other.distance === null ? null : (
                <span className="yc-muted yc-numbers"> · {say.distance(other.distance)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
