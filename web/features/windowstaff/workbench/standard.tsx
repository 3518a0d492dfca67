/** What the hall asks of those who work there: today, from days to come, and setting it anew from a day on. */
import '../windowstaff.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type Standard } from '#modules/windowstaff/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { inBrackets, pick, useLanguage, useWords } from '#web/words/language.ts';
import { generalWords } from '#web/words/general.ts';
import { StaffTabs, usePlace } from '../place.tsx';
import { staffWords } from '../words.ts';

const numbers = ['trainingMinutes', 'probationDays', 'extensionDays', 'confirmDaysBefore', 'answerDays', 'keepDays', 'keepRefusedDays'] as const; // prettier-ignore
type Count = (typeof numbers)[number];
/** Training is said in hours. */
const shownOf = (standard: Standard, name: Count): number => (name === 'trainingMinutes' ? standard[name] / 60 : standard[name]); // prettier-ignore

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
        {numbers.map((name) => (
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
  const [editing, setEditing] = useState(false);
  const found = useOp(ops.getStandard, { query: { outletId: outletId ?? '' } }, { enabled: outletId !== undefined });
  return (
    <div className="staff-page">
      <PageHeader
        title={say.tabs.standard}
        sub={say.houseRule}
        actions={
          runs ? (
            <Button type="primary" onClick={() => setEditing(true)}>
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
            {editing && outletId ? (
              <StandardForm now={now} outletId={outletId} onClose={() => setEditing(false)} />
            ) : null}
          </div>
        )}
      </Query>
    </div>
  );
}

function StandardForm(props: { now: Standard; outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(staffWords);
  const general = useWords(generalWords);
  const { now } = props;
  const [fromOn, setFrom] = useState(today());
  const [beside, setBeside] = useState(now.beside);
  const [values, setValues] = useState(() => Object.fromEntries(numbers.map((name) => [name, String(shownOf(now, name))])) as Record<Count, string>); // prettier-ignore
  const [texts, setTexts] = useState(() => now.criteria.map(({ zh, en }) => (en ? `${zh} | ${en}` : zh)).join('\n'));
  const act = useAct(ops.saveStandard, { changes: [ops.getStandard] });
  const criteria = texts
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, i) => {
      const [zh = '', en = ''] = line.split('|').map((part) => part.trim());
      const before = now.criteria.find((one) => one.zh === zh);
      return before ? { ...before, en } : { key: `condition${i + 1}`, zh, en, paper: false };
    });
  return (
    <ConfirmDialog
      open
      title={say.newStandard}
      verb={general.actions.save}
      width={600}
      onClose={props.onClose}
      onConfirm={async () => {
        const count = (name: Count): number => Math.round(Number(values[name]) * (name === 'trainingMinutes' ? 60 : 1));
        const counts = Object.fromEntries(numbers.map((name) => [name, count(name)])) as Record<Count, number>;
        if (!fromOn || numbers.some((name) => !Number.isInteger(counts[name]))) return false;
        await act.send({ body: { outletId: props.outletId, fromOn, beside, criteria, ...counts } });
        return true;
      }}
    >
      <EditText label={say.standardNames.fromOn} kind="date" value={fromOn} onChange={setFrom} />
      <EditText
        label={say.conditions}
        hint={say.conditionLines}
        rows={6}
        maxLength={4000}
        value={texts}
        onChange={setTexts}
      />
      <EditSelect
        label={say.beside}
        value={beside ? 'yes' : 'no'}
        onChange={(value) => setBeside(value === 'yes')}
        options={[
          { value: 'yes', label: say.besideYes },
          { value: 'no', label: say.besideNo },
        ]}
      />
      <div className="yc-row">
        {numbers.map((name) => (
          <EditText
            key={name}
            label={say.standardNames[name]}
            kind="number"
            value={values[name]}
            onChange={(value) => setValues({ ...values, [name]: value })}
            {...(Number.isFinite(Number(values[name])) && values[name].trim() !== ''
              ? {}
              : { fault: say.need(say.standardNames[name]) })}
          />
        ))}
      </div>
    </ConfirmDialog>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'auditor'], Component: StandardPage });
