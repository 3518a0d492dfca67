/** My matters: those that wait for me first, then those under way, then those that are done; and what was begun and not sent. */
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract, isFinal, type CaseLine, type Draft } from '#modules/cases/contract';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { call } from '#web/client/client.ts';
import { useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import './cases.css';
import './live.ts';
import { MatterCard } from './matter-card.tsx';
import { caseWords } from './words.ts';

/** The name of an item, of the catalogue's pages; the second is shown until it has come. */
export type NameOf = (itemId: string, otherwise: string) => ReactNode;

const page = 20;

/** What waits for the applicant comes first. */
const waits = (line: CaseLine): boolean =>
  line.state === 'supplementing' || (line.feeState === 'asked' && !isFinal(line.state));

export function Matters(props: { nameOf: NameOf }): ReactNode {
  const say = useWords(caseWords);
  const general = useWords(generalWords);
  const me = useMe();
  const departmentName = useDepartmentName();
  const [limit, setLimit] = useState(page);
  const found = useOp(casesContract.myCases, { query: { limit } }, { keepPrevious: true });
  const list = (title: string, id: string, lines: readonly CaseLine[]): ReactNode =>
    lines.length === 0 ? null : (
      <section className="cases-section" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <ul className="yc-plain cases-list">
          {lines.map((line) => (
            <li key={line.id}>
              <MatterCard
                line={line}
                name={props.nameOf(line.itemId, line.itemName)}
                department={departmentName(line.departmentId)}
                own={line.applicantName === me?.person?.name}
              />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <Query
      of={found}
      isEmpty={({ total }) => total === 0}
      empty={
        <Empty
          title={say.mattersNone}
          action={
            <Link to="/" className="yc-button">
              {general.home}
            </Link>
          }
        >
          {say.mattersNoneLine}
        </Empty>
      }
    >
      {({ rows, total }) => (
        <div className="cases-page">
          {list(say.todo, 'matters-todo', rows.filter(waits))}
          {list(
            say.mattersOpen,
            'matters-open',
            rows.filter((line) => !isFinal(line.state) && !waits(line)),
          )}
          {list(
            say.mattersDone,
            'matters-done',
            rows.filter((line) => isFinal(line.state)),
          )}
          {rows.length < total ? (
            <div className="yc-row">
              <Button onClick={() => setLimit(limit + page)} loading={found.isFetching}>
                {say.showMore}
              </Button>
              <span className="yc-muted yc-small">{say.shown(rows.length, total)}</span>
            </div>
          ) : null}
        </div>
      )}
    </Query>
  );
}

/** What was begun and not sent; nothing is drawn when there is none. */
export function Drafts(props: { nameOf: NameOf }): ReactNode {
  const say = useWords(caseWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const found = useOp(casesContract.myDrafts, {});
  const [dropping, setDropping] = useState<Draft>();
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className="cases-section" aria-labelledby="drafts">
      <h2 id="drafts">{say.drafts}</h2>
      <ul className="yc-plain cases-list">
        {found.data.map((draft) => (
          <li key={draft.id} className="cases-card">
            <span className="cases-card-head">
              <Link to="/apply/$id" params={{ id: draft.itemId } as never} search={{ draft: draft.id } as never}>
                <strong id={`draft-${draft.id}`}>{props.nameOf(draft.itemId, say.drafts)}</strong>
              </Link>
              <Button type="text" aria-describedby={`draft-${draft.id}`} onClick={() => setDropping(draft)}>
                {say.draftDrop}
              </Button>
            </span>
            <span className="yc-muted yc-small">{say.draftOf(sayInstant(draft.updatedAt, language))}</span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={dropping !== undefined}
        title={say.draftDropTitle}
        verb={say.draftDrop}
        danger
        onConfirm={async () => {
          await call(casesContract.dropDraft, { params: { id: dropping!.id } });
          await readAgain(casesContract.myDrafts);
          void message.success(`${say.draftDrop} ✓`);
        }}
        onClose={() => setDropping(undefined)}
      >
        <p>{say.draftDropLine}</p>
      </ConfirmDialog>
    </section>
  );
}
