/** Setting a hall up: who goes first, what tickets are taken for, printers; and who changed what. */
import './halls.css';
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import type { ReplyOf } from '#platform/contract';
import { Pieces } from './pieces.tsx';
import { ErrandsSetup } from './setup-errands.tsx';
import { PrintersSetup } from './setup-printers.tsx';
import { RuleForm } from './setup-rule.tsx';
import { ZonesSetup } from './setup-zones.tsx';
import { setupWords } from './setup-words.ts';

export type Setup = ReplyOf<typeof hallContract.showSetup>;

/** So many changes are listed at once. */
const piece = 50;
const asking = (id: string, offset = 0) => ({ params: { id }, query: { limit: piece, offset } });

function SetupPage(): ReactNode {
  const say = useWords(setupWords);
  const language = useLanguage();
  const id = useParam('id');
  const mayChange = hasRole(useMe(), ['office', 'admin']);
  const found = useOp(hallContract.showSetup, asking(id));
  return (
    <Query of={found}>
      {(setup) => (
        <div className="hall-page">
          <PageHeader
            title={`${pick(language, setup.outletName, setup.outletNameEn)} · ${say.title}`}
            sub={say.sub}
            back={{ to: '/hall', search: { hall: id }, say: say.back }}
          />
          {setup.place ? null : <Empty title={say.notYet}>{say.notYetWhat}</Empty>}
          <RuleForm key={JSON.stringify(setup.place)} outletId={id} place={setup.place} mayChange={mayChange} />
          {setup.place ? (
            <>
              <ErrandsSetup outletId={id} setup={setup} mayChange={mayChange} />
              <ZonesSetup outletId={id} mayChange={mayChange} />
              <PrintersSetup outletId={id} zones={setup.zones} mayChange={mayChange} />
            </>
          ) : null}
          <Changes key={id} outletId={id} />
        </div>
      )}
    </Query>
  );
}

function Changes({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(setupWords);
  const [offset, setOffset] = useState(0);
  const found = useOp(hallContract.showSetup, asking(outletId, offset), { keepPrevious: true });
  const value = (one: unknown): string =>
    typeof one === 'boolean' ? (one ? say.yes : say.no) : one === null || one === '' ? say.nothing : String(one);
  return (
    <section aria-labelledby="setup-changes">
      <h2 id="setup-changes">{say.changes}</h2>
      <Query
        of={found}
        isEmpty={({ changesInAll }) => changesInAll === 0}
        empty={<p className="yc-muted">{say.changesNone}</p>}
      >
        {({ changes, changesInAll }) => (
          <>
            <ul className="yc-plain hall-changes">
              {changes.map(({ id, kind, name, before, after, at, by }) => (
                <li key={id}>
                  <span className="yc-muted yc-small">
                    <Instant at={at} /> {by}
                  </span>
                  <span>
                    {say.changed[kind]} {name}
                  </span>
                  <span className="yc-small">
                    {before === null
                      ? say.wasNew
                      : oneByOne(
                          Object.keys(after)
                            .filter((key) => say.keys[key])
                            .map((key) => `${say.keys[key]} ${value(before[key])} → ${value(after[key])}`),
                        )}
                  </span>
                </li>
              ))}
            </ul>
            <Pieces size={piece} offset={offset} total={changesInAll} onOffset={setOffset} />
          </>
        )}
      </Query>
    </section>
  );
}

export const page = definePage({
  roles: ['office', 'admin', 'auditor'],
  load: ({ params }) => prefetch(hallContract.showSetup, asking(params.id!)),
  Component: SetupPage,
});
