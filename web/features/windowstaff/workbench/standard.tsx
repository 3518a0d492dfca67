/** What the hall asks of those who work there: today, from days to come, and setting it anew from a day on. */
import '../windowstaff.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type Standard } from '#modules/windowstaff/contract';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { inBrackets, pick, useLanguage, useWords } from '#web/words/language.ts';
import { StaffTabs, usePlace } from '../place.tsx';
import { figures, shownOf } from '../standard-draft.ts';
import { staffWords } from '../words.ts';
import { StandardForm } from './standard-form.tsx';

function Shown({ standard, title }: { standard: Standard; title: string }): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  return (
    <section className="yc-panel" aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {standard.criteria.map((one) => (
          <li key={one.key}>
            {pick(language, one.zh, one.en)}
            {one.paper ? <span className="yc-muted">{inBrackets(say.papers)}</span> : null}
          </li>
        ))}
      </ol>
      <ul className="yc-plain staff-lines">
        <li>
          <span>{say.beside}</span>
          <span>{standard.beside ? say.besideYes : say.besideNo}</span>
        </li>
        {figures.map((name) => (
          <li key={name}>
            <span>{say.standardNames[name]}</span>
            <span className="yc-numbers">{shownOf(standard, name)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StandardPage(): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const runs = hasRole(useMe(), ['office']);
  const { outletId, chooser } = usePlace();
  const [editing, setEditing] = useState<{ now: Standard; outletId: string }>();
  const found = useOp(ops.getStandard, { query: { outletId: outletId ?? '' } }, { enabled: outletId !== undefined });
  return (
    <div className="staff-page">
      <PageHeader
        title={say.tabs.standard}
        sub={say.houseRule}
        actions={
          runs && outletId && found.data ? (
            <Button type="primary" onClick={() => setEditing({ now: found.data.now, outletId })}>
              {say.newStandard}
            </Button>
          ) : null
        }
      />
      <StaffTabs />
      {chooser}
      <Query of={found}>
        {({ now, coming }) => (
          <div className="staff-file">
            <Shown standard={now} title={say.standardLine(sayDay(now.fromOn, language))} />
            {coming.map((one) => (
              <Shown
                key={one.fromOn}
                standard={one}
                title={`${say.coming} · ${say.standardLine(sayDay(one.fromOn, language))}`}
              />
            ))}
          </div>
        )}
      </Query>
      {editing ? <StandardForm {...editing} onClose={() => setEditing(undefined)} /> : null}
    </div>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: StandardPage });
