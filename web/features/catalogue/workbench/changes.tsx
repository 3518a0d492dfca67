/** The difference between two versions, field by field: what it was, what it is. */
import './changes.css';
import type { ReactNode } from 'react';
import { catalogueContract, type ItemBody } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useKeptDepartments } from './reading.ts';
import { asListed, kindOfChange, sayKindOfChange, sayPlace, sayValue, type Bodies, type Change } from './say-change.ts';
import { versionWords } from './version-words.ts';

/** A list of changes. */
export function ChangeList(props: { changes: readonly Change[]; bodies: Bodies }): ReactNode {
  const { bodies } = props;
  const say = useWords(versionWords);
  const language = useLanguage();
  const departments = useKeptDepartments();
  const valueOf = (path: string, value: unknown): string => {
    if (path !== 'departmentId') return sayValue(path, value, bodies, language);
    const department = departments.find(({ id }) => id === value);
    return department ? pick(language, department.name, department.nameEn) : String(value);
  };
  const changes = asListed(props.changes);
  if (changes.length === 0) return <p className="yc-muted">{say.noChanges}</p>;
  return (
    <div className="changes">
      <p className="yc-muted">{say.count(changes.length)}</p>
      <dl>
        {changes.map((change) => {
          const kind = kindOfChange(change);
          const [before, after] = [valueOf(change.path, change.before), valueOf(change.path, change.after)];
          return (
            <div key={change.path}>
              <dt>
                {sayPlace(change.path, bodies, language)}
                {kind === 'changed' ? null : (
                  <span className={`change-kind ${kind}`}>{sayKindOfChange(change, language)}</span>
                )}
              </dt>
              <dd>
                {kind === 'added' ? null : (
                  <del>
                    <span className="yc-hidden">{say.before} </span>
                    {before || say.empty}
                  </del>
                )}
                {kind === 'removed' ? null : (
                  <ins>
                    <span className="yc-hidden">{say.after} </span>
                    {after || say.empty}
                  </ins>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** Reads and shows the difference; 0 is the draft. `bodies` help to name things where they are known already. */
export function Comparison(props: {
  itemId: string;
  from: number;
  to: number;
  draft?: ItemBody | undefined;
  /** Changes whenever the draft was saved: then it is read again. */
  stamp?: number;
}): ReactNode {
  const { itemId, from, to } = props;
  const found = useOp(
    catalogueContract.compareVersions,
    { params: { id: itemId }, query: { from, to } },
    { staleTime: from === 0 || to === 0 ? 0 : 300_000 },
  );
  const of = (version: number) =>
    useOp(
      catalogueContract.getItemVersion,
      { params: { id: itemId, version: Math.max(1, version) } },
      { enabled: version > 0, staleTime: Infinity },
    ).data?.body;
  const bodies: Bodies = [to === 0 ? props.draft : of(to), from === 0 ? props.draft : of(from)];
  return <Query of={found}>{({ changes }) => <ChangeList changes={changes} bodies={bodies} />}</Query>;
}
