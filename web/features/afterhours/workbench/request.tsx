/** A request with its history, and what can be done with it now. */
import '../afterhours.css';
import { InputNumber } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import {
  afterhoursContract,
  keptDays,
  possibleFrom,
  stepsFrom,
  type RequestWhole,
  type Step,
} from '#modules/afterhours/contract';
import { mostLetters } from '#web/client/most-letters.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { History, StepButtons } from '#web/ui/record.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { colon, oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { stayWords } from './words.ts';

const changes = [
  afterhoursContract.getRequest,
  afterhoursContract.listRequests,
  afterhoursContract.countRequests,
  afterhoursContract.myStays,
];

function RequestPage(): ReactNode {
  const found = useOp(afterhoursContract.getRequest, { params: { id: useParam('id') } });
  return (
    <div className="yc-record">
      <Query of={found} loading={<Loading rows={8} />}>
        {(row) => <Shown row={row} />}
      </Query>
    </div>
  );
}

/** The time, looked at every few seconds: what was too early becomes possible while the page is open. */
function useNow(): number {
  const [at, setAt] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return at;
}

function Shown({ row }: { row: RequestWhole }): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const me = useMe();
  const [step, setStep] = useState<Step>();
  const office = hasRole(me, ['office']);
  const manages = office || (me?.posts ?? []).some(({ role, departmentId }) => role === 'head' && departmentId === row.departmentId); // prettier-ignore
  const stays = office || row.staffId === me?.accountId;
  const mine = (one: Step): boolean =>
    one === 'grant' || one === 'refuse' ? manages : one === 'start' || one === 'finish' || one === 'miss' ? stays : false; // prettier-ignore
  const possible = stepsFrom(row.state).filter(mine);
  const at = useNow();
  const fromOf = (one: Step): Date | undefined => possibleFrom(one, new Date(row.beginsAt));
  const notYet = possible.filter((one) => (fromOf(one)?.getTime() ?? 0) > at);
  const timed = (one: Step, verb: string): string =>
    notYet.includes(one) ? say.fromTime(verb, sayDay(row.day, language), sayTime(fromOf(one)!)) : verb;
  const verbs: Partial<Record<Step, string>> = {
    grant: row.state === 'granted' ? say.grantAgain : say.grant,
    refuse: say.refuse,
    start: timed('start', say.start),
    finish: say.finish,
    miss: timed('miss', say.miss),
  };
  // What is next is the one filled button.
  const main =
    row.state === 'granted' && !notYet.includes('start') ? 'start' : possible.find((one) => !notYet.includes(one));
  const facts: [string, ReactNode][] = [
    [say.columns.when, shared.when(sayDay(row.day, language), shared.periods[row.period], `${sayTime(row.beginsAt)}–${sayTime(row.endsAt)}`)], // prettier-ignore
    [say.columns.name, row.forgotten ? say.forgotten(keptDays) : `${row.name || '–'} ${row.phone} ${row.ticketNumber ? say.ticket(row.ticketNumber) : ''}`], // prettier-ignore
    [say.wish, row.wish],
    [say.columns.staff, row.staffName ? `${row.staffName} · ${shared.window(row.windowNumber ?? '')}` : ''],
    [say.served, row.startedAt ? `${sayTime(row.startedAt)}–${row.endedAt ? sayTime(row.endedAt) : ''}` : ''],
    [say.columns.matters, row.matters === null ? '' : `${row.matters} · ${say.minutes(row.minutes ?? 0)}`],
    [say.cases, oneByOne(row.caseNumbers)],
    [shared.reason, row.reason],
  ];
  return (
    <>
      <PageHeader
        title={pick(language, row.errandName, row.errandNameEn)}
        sub={`${row.number} · ${shared.states[row.state]} · ${pick(language, row.outletName, row.outletNameEn)}`}
        back={{ to: manages || hasRole(me, ['auditor']) ? '/after-hours' : '/my-stays', say: say.back }}
        actions={
          <StepButtons
            steps={possible}
            verbs={verbs}
            next={main}
            danger={['refuse']}
            notYet={notYet}
            onStep={setStep}
          />
        }
      />
      <dl className="stay-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt className="yc-muted yc-small">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <History
        title={say.history}
        steps={row.steps.map(({ kind, at, by, text }) => ({
          did: say.kinds[kind],
          by: kind === 'expire' ? say.system : by,
          at,
          text,
        }))}
      />
      {step === 'grant' ? <Grant row={row} verb={verbs.grant!} onClose={() => setStep(undefined)} /> : null}
      {step === 'finish' ? <Finish row={row} onClose={() => setStep(undefined)} /> : null}
      {step === 'start' ? <Start row={row} verb={verbs.start!} onClose={() => setStep(undefined)} /> : null}
      {step === 'refuse' || step === 'miss' ? (
        <Plain row={row} step={step} verb={verbs[step]!} onClose={() => setStep(undefined)} />
      ) : null}
    </>
  );
}

function Plain(props: { row: RequestWhole; step: 'refuse' | 'miss'; verb: string; onClose: () => void }): ReactNode {
  // prettier-ignore
  const { row, step, verb, onClose } = props;
  const say = useWords(stayWords);
  const refuse = useAct(afterhoursContract.refuseRequest, { changes });
  const miss = useAct(afterhoursContract.missService, { changes });
  const params = { id: row.id };
  return (
    <ConfirmDialog
      open
      title={`${verb}${colon()}${row.number}`}
      verb={verb}
      danger={step === 'refuse'}
      {...(step === 'refuse'
        ? {
            reason: 'needed' as const,
            reasonLabel: say.refuseReason,
            reasonMost: mostLetters(afterhoursContract.refuseRequest, 'reason'),
          }
        : {})}
      onClose={onClose}
      onConfirm={(reason) =>
        step === 'refuse'
          ? refuse.send({ params, body: { actionId: refuse.key(), reason } })
          : miss.send({ params, body: { actionId: miss.key() } })
      }
    >
      {step === 'refuse' ? <p>{say.refuseWhat}</p> : null}
      {step === 'miss' ? <p>{say.missWhat}</p> : null}
    </ConfirmDialog>
  );
}

/** The instant of a time of day on the day of the service. */
const onDay = ({ day }: RequestWhole, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

/** Once the time that was granted is over, it is asked when it began: now it did not. */
function Start({ row, verb, onClose }: { row: RequestWhole; verb: string; onClose: () => void }): ReactNode {
  const say = useWords(stayWords);
  const [startedAt, setStarted] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(afterhoursContract.startService, { changes });
  const late = useNow() > new Date(row.endsAt).getTime();
  const from = possibleFrom('start', new Date(row.beginsAt))!;
  return (
    <ConfirmDialog
      open
      title={`${verb}${colon()}${row.number}`}
      verb={verb}
      onClose={onClose}
      onConfirm={async () => {
        setChecked(true);
        if (late && !startedAt) return false;
        const begin = startedAt ? { startedAt: onDay(row, startedAt) } : {};
        await act.send({ params: { id: row.id }, body: { actionId: act.key(), ...begin } });
        return true;
      }}
    >
      <EditText
        label={late ? say.startedLate : say.startedAt}
        hint={say.startedWithin(sayTime(from), sayTime(row.endsAt))}
        kind="time"
        value={startedAt}
        onChange={setStarted}
        {...(late ? {} : { optional: 'unsaid' as const })}
        fault={checked && late && !startedAt ? say.startedNeeded : undefined}
      />
    </ConfirmDialog>
  );
}

function Grant({ row, verb, onClose }: { row: RequestWhole; verb: string; onClose: () => void }): ReactNode {
  const say = useWords(stayWords);
  const language = useLanguage();
  const [staffId, setStaff] = useState<string>();
  const [windowId, setWindow] = useState<string>();
  const [checked, setChecked] = useState(false);
  const found = useOp(afterhoursContract.listWhoMayStay, { params: { id: row.id } });
  const act = useAct(afterhoursContract.grantRequest, { changes });
  const { colleagues = [], windows = [] } = found.data ?? {};
  // Whoever does the errand comes first.
  const sorted = [...windows].toSorted((one, other) => Number(other.does) - Number(one.does));
  const missing = [staffId ? '' : say.choose(say.staff), windowId ? '' : say.choose(say.window)].filter(Boolean);
  return (
    <ConfirmDialog
      open
      title={`${verb}${colon()}${row.number}`}
      verb={verb}
      reason="optional"
      reasonLabel={say.remark}
      reasonMost={mostLetters(afterhoursContract.grantRequest, 'text')}
      onClose={onClose}
      onConfirm={async (text) => {
        setChecked(true);
        if (!staffId || !windowId) return false;
        await act.send({ params: { id: row.id }, body: { actionId: act.key(), staffId, windowId, text } });
        return true;
      }}
    >
      <EditSelect
        label={say.staff}
        value={staffId}
        onChange={setStaff}
        options={colleagues.map(({ accountId, name, busyAt, qualified }) => ({
          value: accountId,
          label: [name, ...(qualified === null ? [] : [qualified ? say.qualified : say.notQualified]), ...(busyAt ? [say.busyAt(busyAt)] : [])].join(' · '), // prettier-ignore
        }))}
      />
      <EditSelect
        label={say.window}
        value={windowId}
        onChange={setWindow}
        options={sorted.map((one) => ({
          value: one.id,
          label: `${one.number} ${pick(language, one.name, one.nameEn)}${one.does ? ` · ${say.doesIt}` : ''}`,
        }))}
      />
      {checked && missing.length > 0 ? (
        <p className="yc-fault" role="alert">
          {missing.join(' ')}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}

function Finish({ row, onClose }: { row: RequestWhole; onClose: () => void }): ReactNode {
  const say = useWords(stayWords);
  const [matters, setMatters] = useState(1);
  const [numbers, setNumbers] = useState('');
  const [endedAt, setEnded] = useState('');
  const act = useAct(afterhoursContract.finishService, { changes });
  return (
    <ConfirmDialog
      open
      title={`${say.finish}${colon()}${row.number}`}
      verb={say.finish}
      reason="optional"
      reasonLabel={say.remark}
      reasonMost={mostLetters(afterhoursContract.finishService, 'text')}
      onClose={onClose}
      onConfirm={(text) => {
        const caseNumbers = [...new Set(numbers.split('\n').map((one) => one.trim()).filter(Boolean))]; // prettier-ignore
        const end = endedAt ? { endedAt: onDay(row, endedAt) } : {};
        return act.send({ params: { id: row.id }, body: { actionId: act.key(), matters, caseNumbers, text, ...end } });
      }}
    >
      <EditField label={say.mattersDone}>
        {(ties) => (
          <InputNumber {...ties} min={0} max={50} value={matters} onChange={(value) => setMatters(value ?? 0)} />
        )}
      </EditField>
      <EditText label={say.caseNumbers} optional="unsaid" rows={2} value={numbers} onChange={setNumbers} />
      <EditText label={say.endedAt} optional="unsaid" kind="time" value={endedAt} onChange={setEnded} />
    </ConfirmDialog>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(afterhoursContract.getRequest, { params: { id: params.id! } }),
  Component: RequestPage,
});
