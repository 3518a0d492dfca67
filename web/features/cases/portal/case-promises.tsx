/** What a matter still asks of its applicant beside the course: a hearing that can be asked for, what was undertaken, a licence that ends. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { promiseWords } from './promise-words.ts';

/** The hearing as it stands, and the ways to ask for it, do without it, or take the request back (行政许可法 art. 47). */
export function HearingBox({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(promiseWords);
  const language = useLanguage();
  const { hearing, expiresOn } = whole;
  const day = (on: string | null): string => (on ? sayDay(on, language) : '');
  const renewal = expiresOn && whole.case.outcome === null && whole.case.endedAt === null;
  const told =
    hearing?.state === 'offered'
      ? say.hearingOffered(day(hearing.askBy))
      : hearing?.state === 'asked'
        ? say.hearingAsked(day(hearing.holdBy))
        : hearing?.state === 'set'
          ? say.hearingSet(sayInstant(hearing.at!, language), hearing.place ?? '', hearing.presiding ?? '')
          : hearing?.state === 'held'
            ? say.hearingHeld(day(hearing.heldOn))
            : undefined;
  const decided = whole.case.outcome !== null;
  if ((!told || decided) && !renewal) return null;
  return (
    <section className="cases-section wide" aria-live="polite">
      {renewal ? <p>{say.renewalBy(day(expiresOn))}</p> : null}
      {told && !decided ? (
        <>
          <p>{told}</p>
          <div className="yc-row">
            <HearingAct whole={whole} kind="askForHearing" verb={say.hearingAsk} primary />
            <HearingAct
              whole={whole}
              kind="waiveHearing"
              verb={hearing?.state === 'offered' ? say.hearingWaive : say.hearingBack}
            />
          </div>
        </>
      ) : null}
    </section>
  );
}

function HearingAct(props: {
  whole: CaseWhole;
  kind: 'askForHearing' | 'waiveHearing';
  verb: string;
  primary?: boolean;
}): ReactNode {
  const { whole, kind, verb } = props;
  const say = useWords(promiseWords);
  const [open, setOpen] = useState(false);
  const act = useAct(casesContract[kind], { changes: [casesContract.getCase, casesContract.myCases] });
  const { hearing } = whole;
  const mine = kind === 'askForHearing' || hearing?.state === 'offered' || hearing?.askedBy === '申请人';
  const waived = kind === 'waiveHearing' && hearing?.waivedBy.includes('申请人');
  if (!whole.steps.some((step) => step.kind === kind && step.possible) || !mine || waived) return null;
  return (
    <>
      <Button type={props.primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        open={open}
        title={verb}
        verb={verb}
        reason="optional"
        reasonLabel={say.hearingReason}
        onConfirm={(reason) =>
          act.send({
            params: { id: whole.case.id },
            body: { actionId: act.key(), seenSeq: whole.seq, ...(reason ? { reason } : {}) },
          })
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** Says that a result which was granted waits for what the applicant undertook. */
export function WithheldLine({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(promiseWords);
  const names = whole.undertakings
    .filter(
      ({ kind, state, consequences }) =>
        kind === 'tolerance' && (state === 'open' || state === 'lapsed') && consequences.includes('withhold'),
    ) // prettier-ignore
    .map(({ materialName }) => materialName);
  if (whole.case.state !== 'granted' || names.length === 0) return null;
  return <p>{say.withheld(oneByOne(names))}</p>;
}

/** What was undertaken, how it stands, and the way to make it good. */
export function UndertakingBox({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(promiseWords);
  const language = useLanguage();
  if (whole.undertakings.length === 0) return null;
  const may = whole.steps.some(({ kind, possible }) => kind === 'cure' && possible);
  return (
    <section className="cases-section wide" aria-label={say.undertakings}>
      <h2>{say.undertakings}</h2>
      <ul className="yc-plain yc-stack">
        {whole.undertakings.map(({ materialId, materialName, kind, state, dueOn }) => (
          <li key={materialId}>
            {state === 'open' && kind === 'tolerance' && dueOn
              ? say.undertakenBy(materialName, sayDay(dueOn, language))
              : materialName}
            <div className="yc-muted yc-small">
              {kind === 'promise' && state === 'open' ? say.promiseOpen : say.undertakingStates[state]}
            </div>
          </li>
        ))}
      </ul>
      {may && whole.wanted.length === 0 ? (
        <div>
          <Link to="/mine/cases/$id/supplement" params={{ id: whole.case.id } as never} className="yc-button">
            {say.cureNow}
          </Link>
        </div>
      ) : null}
    </section>
  );
}
