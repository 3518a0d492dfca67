/** Following a case at a kiosk: by the code of the receipt, or one's own after signing in. */
import { useState, type ReactNode } from 'react';
import { casesContract, type CaseLine, type Tracked } from '#modules/cases/contract';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { Big, codeIn, KioskPage } from '#web/ui/kiosk/kiosk.tsx';
import { Keypad } from '#web/ui/kiosk/keypad.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { standingOf } from '../portal/say-case.ts';
import { caseWords } from '../portal/words.ts';
import { kioskCaseWords } from './words.ts';

export function TrackHere(props: { onMine: () => void }): ReactNode {
  const say = useWords(kioskCaseWords);
  const [code, setCode] = useState('');
  const act = useAct(casesContract.trackCase);
  const look = (): void => {
    if (code.trim() !== '') void act.send({ body: { code: codeIn(code) } }).catch(() => {});
  };
  if (act.reply) return <Shown tracked={act.reply} onBack={act.reset} />;
  return (
    <KioskPage title={say.track}>
      <Keypad label={say.trackCode} value={code} onChange={setCode} onEnter={look} most={120} text />
      <ProblemNote error={act.error} />
      <div className="kiosk-acts">
        <Big primary disabled={code === '' || act.sending} onPress={look}>
          {say.look}
        </Big>
        <Big onPress={props.onMine}>{say.mine}</Big>
      </div>
    </KioskPage>
  );
}

function Shown({ tracked, onBack }: { tracked: Tracked; onBack: () => void }): ReactNode {
  return (
    <KioskPage title={tracked.itemName} sub={tracked.number} back={onBack}>
      <Standing line={{ ...tracked, fatalOn: null, feeState: 'none' as const, rated: true }} />
    </KioskPage>
  );
}

function Standing({ line }: { line: Parameters<typeof standingOf>[0] & { departmentId: string } }): ReactNode {
  const language = useLanguage();
  const department = useDepartmentName()(line.departmentId);
  const standing = standingOf(line, { department, language });
  return (
    <div className="kiosk-lines">
      <p className="kiosk-note">{standing.state}</p>
      <p>{standing.now}</p>
      {standing.by ? <p>{standing.by}</p> : null}
    </div>
  );
}

/** The newest cases of whoever is signed in. */
export function MyCases(): ReactNode {
  const say = useWords(kioskCaseWords);
  const general = useWords(caseWords);
  const language = useLanguage();
  const found = useOp(casesContract.myCases, { query: { limit: 20 } });
  const line = ({ id, itemName, number, state, submittedAt }: CaseLine): ReactNode => (
    <li key={id}>
      <strong>{itemName}</strong>
      <span className="yc-numbers">
        {number} · {general.states[state]} · {say.submittedOn(sayDay(today(new Date(submittedAt)), language))}
      </span>
    </li>
  );
  return (
    <KioskPage title={say.myCases}>
      <Query of={found} isEmpty={({ rows }) => rows.length === 0} empty={<Empty title={say.none} />}>
        {({ rows }) => <ul className="yc-plain kiosk-list">{rows.map(line)}</ul>}
      </Query>
    </KioskPage>
  );
}
