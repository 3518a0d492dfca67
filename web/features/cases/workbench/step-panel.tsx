/** The right side of a case: the clock, who holds it, the next right step, and all others with the reason why not. */
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import type { ItemBody } from '#modules/catalogue/contract';
import { call, newKey } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { PromiseRecord } from '../promise-record.tsx';
import { CaseClock } from './case-clock.tsx';
import { deskWords } from './desk-words.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { caseReadings } from './live.ts';
import { useColleagues } from './names.ts';
import { nextStep, offered, stepKeys, waitsFor, whyNot, type StaffStep } from './next-step.ts';
import { StepDialog } from './step-dialog.tsx';
import { stepWords } from './step-words.ts';
import { UndertakingCard } from './undertaking-fields.tsx';
import { HolderName } from './work-columns.tsx';

export function StepPanel(props: { whole: CaseWhole; item: ItemBody | undefined }): ReactNode {
  const { whole, item } = props;
  const say = useWords(deskWords);
  const steps = useWords(stepWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const [open, setOpen] = useState<StaffStep>();
  const allowed = offered(whole);
  const main = nextStep(whole);
  const possible = allowed.filter((kind) => kind !== main && !whyNot(whole, kind));
  const impossible = allowed.filter((kind) => kind !== main && whyNot(whole, kind));
  useHotkeys(
    [...(main ? [main] : []), ...possible].map((kind) => ({
      key: stepKeys[kind],
      say: steps.verbs[kind],
      run: () => setOpen(kind),
    })),
  );
  return (
    <div className="desk-steps">
      <CaseClock whole={whole} />
      <UndertakingCard whole={whole} />
      <PromiseRecord
        {...(whole.applicant.kind === 'organisation'
          ? { organisationId: whole.applicant.id }
          : { personId: whole.applicant.id })}
        strikeFor={hasRole(me, ['head']) ? whole.case.departmentId : undefined}
      />
      <HolderCard whole={whole} onError={(error) => void message.error(sayProblem(error, language).text, 5)} />
      <section aria-label={say.steps} className="desk-card">
        {main ? (
          <Button type="primary" size="large" block onClick={() => setOpen(main)} className="desk-main">
            {steps.verbs[main]} <Key name={stepKeys[main]} />
          </Button>
        ) : (
          <p className="desk-waits">
            {say.waiting}
            <span className="yc-muted"> · {say.waits[waitsFor(whole)]}</span>
          </p>
        )}
        {possible.length > 0 ? (
          <div className="desk-possible" role="group" aria-label={say.otherSteps}>
            {possible.map((kind) => (
              <Button key={kind} onClick={() => setOpen(kind)} title={steps.what[kind]}>
                {steps.verbs[kind]} <Key name={stepKeys[kind]} />
              </Button>
            ))}
          </div>
        ) : null}
        {impossible.length > 0 ? (
          <ul className="yc-plain desk-impossible">
            {impossible.map((kind) => {
              const why = whyNot(whole, kind) ?? kind;
              return (
                <li key={kind}>
                  <span>{steps.verbs[kind]}</span>
                  <span className="yc-muted yc-small">{steps.whyNot[why]}</span>
                </li>
              );
            })}
          </ul>
        ) : null}
      </section>
      {item ? <Rules item={item} /> : null}
      <StepDialog
        kind={open}
        whole={whole}
        item={item}
        onClose={() => setOpen(undefined)}
        onDone={(kind) => {
          setOpen(undefined);
          void message.success(steps.done(steps.verbs[kind]));
        }}
      />
    </div>
  );
}

/** Who holds the case; taking it is one key, handing it over a question. */
function HolderCard(props: { whole: CaseWhole; onError: (error: unknown) => void }): ReactNode {
  const { whole } = props;
  const say = useWords(deskWords);
  const steps = useWords(stepWords);
  const me = useMe();
  const names = useColleagues([whole.case.departmentId]);
  const [giving, setGiving] = useState(false);
  const [busy, setBusy] = useState(false);
  const { holderId, endedAt, departmentId, id } = whole.case;
  const mine = holderId !== null && holderId === me?.accountId;
  const may = (kind: 'take' | 'handOver'): boolean => whole.steps.some((step) => step.kind === kind && step.possible);
  const canTake = may('take') && !mine && endedAt === null;
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      await call(casesContract.take, { params: { id }, body: { actionId: newKey(), seenSeq: whole.seq } });
      await readAgain(...caseReadings);
    } catch (thrown) {
      props.onError(thrown);
      await readAgain(casesContract.getCase);
    } finally {
      setBusy(false);
    }
  };
  useHotkeys([
    ...(canTake ? [{ key: 't', say: steps.verbs.take, run: () => void take() }] : []),
    ...(may('handOver') ? [{ key: 'h', say: steps.verbs.handOver, run: () => setGiving(true) }] : []),
  ]);
  return (
    <section className="desk-card desk-holder" aria-label={say.holder}>
      <div>
        <div className="yc-muted yc-small">{say.holder}</div>
        <HolderName id={holderId} names={names} />
      </div>
      <div className="yc-row">
        {canTake ? (
          <Button size="small" loading={busy} onClick={() => void take()}>
            {steps.verbs.take} <Key name="t" />
          </Button>
        ) : null}
        {may('handOver') && endedAt === null ? (
          <Button size="small" onClick={() => setGiving(true)}>
            {steps.verbs.handOver} <Key name="h" />
          </Button>
        ) : null}
      </div>
      <HandOverDialog
        open={giving}
        title={steps.verbs.handOver}
        departmentIds={[departmentId]}
        onClose={() => setGiving(false)}
        onGive={async (toAccountId, reason) => {
          await call(casesContract.handOver, {
            params: { id },
            body: { actionId: newKey(), seenSeq: whole.seq, toAccountId, ...(reason ? { reason } : {}) },
          });
          await readAgain(...caseReadings);
        }}
      />
    </section>
  );
}

/** What the item's law asks for: beside the case, so that nobody has to look it up. */
function Rules({ item }: { item: ItemBody }): ReactNode {
  const say = useWords(deskWords);
  const limit = (one: ItemBody['promisedLimit']): string =>
    !one ? '–' : one.unit === 'workingDay' ? say.workingDays(one.value) : say.calendarDays(one.value);
  return (
    <section className="desk-card desk-rules" aria-label={say.notes}>
      <h2>{say.notes}</h2>
      <p>
        {item.immediate ? (
          say.immediate
        ) : (
          <>
            {say.promised} {limit(item.promisedLimit)} · {say.statutory} {limit(item.statutoryLimit)}
          </>
        )}
      </p>
      {item.conditions.length > 0 ? (
        <>
          <h3>{say.conditions}</h3>
          <ol>
            {item.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </>
      ) : null}
      {item.basis.length > 0 ? (
        <>
          <h3>{say.basis}</h3>
          {item.basis.map(({ law, article, text }, at) => (
            <details key={at} open={false}>
              <summary>
                《{law}》{article ?? ''}
              </summary>
              {text ? <p className="yc-small">{text}</p> : null}
            </details>
          ))}
        </>
      ) : null}
    </section>
  );
}
