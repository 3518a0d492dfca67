/**
 * The dialog of a step: what it does, what it asks, and the verb. When somebody else has acted meanwhile the person who
 * is writing decides: look first, or go on with what is written.
 */
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import type { ItemBody } from '#modules/catalogue/contract';
import { call, newKey, ProblemError } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Key } from '#web/ui/hotkeys.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { deskWords } from './desk-words.ts';
import { caseReadings } from './live.ts';
import type { StaffStep } from './next-step.ts';
import { bodyOf } from './step-body.ts';
import { draftFor, type DraftFault, type StepDraft } from './step-draft.ts';
import { StepFields } from './step-fields.tsx';
import { stepWords } from './step-words.ts';
import { caseWords } from './words.ts';

const danger = new Set<StaffStep>(['refuse', 'refuseAcceptance', 'withdraw', 'refundFee', 'revoke']);
const wide = new Set<StaffStep>(['askSupplement', 'supplement', 'correct', 'askFee', 'cure']);
const conflicts = new Set(['cases.changedMeanwhile', 'cases.wrongStep']);

export function StepDialog(props: {
  /** Open while it is there. */
  kind: StaffStep | undefined;
  whole: CaseWhole;
  item: ItemBody | undefined;
  onClose: () => void;
  onDone: (kind: StaffStep) => void;
}): ReactNode {
  const say = useWords(stepWords);
  return (
    <Modal
      open={props.kind !== undefined}
      title={props.kind ? say.verbs[props.kind] : ''}
      width={props.kind && wide.has(props.kind) ? 720 : 520}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
    >
      {props.kind ? <Inside key={props.kind} {...props} kind={props.kind} /> : null}
    </Modal>
  );
}

function Inside(props: {
  kind: StaffStep;
  whole: CaseWhole;
  item: ItemBody | undefined;
  onClose: () => void;
  onDone: (kind: StaffStep) => void;
}): ReactNode {
  const { kind, item } = props;
  const say = useWords(stepWords);
  const general = useWords(generalWords);
  // As it was when the dialog was opened: what others do while somebody writes is to be noticed.
  const [whole, setWhole] = useState(props.whole);
  const [draft, setDraft] = useState<StepDraft>(() => draftFor(kind, whole, item, today()));
  const [fault, setFault] = useState<DraftFault>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [filesBusy, setFilesBusy] = useState(false);
  const [fresh, setFresh] = useState<CaseWhole>();
  const key = useRef<string>(undefined);
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Without a field of its own the verb has the focus: the key of the step, then Enter.
    if (kind === 'accept') setTimeout(() => go.current?.focus(), 50);
  }, []);

  const send = async (seenSeq: number): Promise<void> => {
    if (busy || filesBusy) return;
    const drafted = bodyOf(kind, draft, whole);
    setFault(drafted.ok ? undefined : drafted.fault);
    if (!drafted.ok) return;
    setBusy(true);
    setError(undefined);
    key.current ??= newKey();
    try {
      await call(casesContract[kind], {
        params: { id: whole.case.id },
        body: { actionId: key.current, seenSeq, ...drafted.body } as never,
      });
      // The next key may follow at once: it has to meet the case as this step has left it.
      await readAgain(...caseReadings);
      props.onDone(kind);
    } catch (thrown) {
      if (thrown instanceof ProblemError && conflicts.has(thrown.code)) {
        key.current = undefined;
        const now = await call(casesContract.getCase, { params: { id: whole.case.id } }).catch(() => undefined);
        if (now) {
          setFresh(now);
          return;
        }
      }
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  const newest = useRef(() => {});
  useEffect(() => {
    newest.current = () => void (fresh ? undefined : send(whole.seq));
  });
  useEffect(() => {
    // Of the whole dialog: quick fingers are there before the focus is.
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      newest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  if (fresh) {
    return (
      <Conflict
        seenSeq={whole.seq}
        fresh={fresh}
        kind={kind}
        onLook={() => {
          void readAgain(...caseReadings);
          props.onClose();
        }}
        onGoOn={() => {
          setWhole(fresh);
          setFresh(undefined);
          void send(fresh.seq);
        }}
      />
    );
  }
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(whole.seq);
      }}
    >
      <p className="yc-muted">{say.what[kind]}</p>
      <StepFields
        kind={kind}
        whole={whole}
        item={item}
        draft={draft}
        set={(change) => {
          setDraft((before) => ({ ...before, ...change }));
          setFault(undefined);
        }}
        onBusy={setFilesBusy}
      />
      {fault ? (
        <p className="yc-fault" role="alert">
          {say[fault]}
        </p>
      ) : null}
      <ProblemNote error={error} />
      <div className="step-footer">
        <span className="yc-muted yc-small">
          <Key name="mod+Enter" />
        </span>
        <Button onClick={props.onClose}>{general.actions.cancel}</Button>
        <Button ref={go} type="primary" htmlType="submit" danger={danger.has(kind)} loading={busy} disabled={filesBusy}>
          {say.verbs[kind]}
        </Button>
      </div>
    </form>
  );
}

/** Who did what meanwhile, and the question what to do with it. */
function Conflict(props: {
  seenSeq: number;
  fresh: CaseWhole;
  kind: StaffStep;
  onLook: () => void;
  onGoOn: () => void;
}): ReactNode {
  const say = useWords(deskWords);
  const { kinds, states, roles } = useWords(caseWords);
  const news = props.fresh.timeline.filter(({ seq }) => seq > props.seenSeq);
  const stillPossible = props.fresh.steps.some(({ kind, possible }) => kind === props.kind && possible);
  return (
    <div className="step-form" role="alertdialog" aria-label={say.conflict}>
      <p>
        <strong>{say.conflict}</strong>
      </p>
      <p>{say.conflictWhat}</p>
      <ul className="step-news">
        {news.map((line) => (
          <li key={line.seq}>
            <Instant at={line.at} /> · {line.by ?? roles[line.role as keyof typeof roles] ?? line.role} ·{' '}
            <strong>{kinds[line.kind]}</strong> → {states[line.toState]}
            {line.note ? <div className="yc-muted">{line.note}</div> : null}
          </li>
        ))}
      </ul>
      <p>{stillPossible ? say.conflictAsk : say.conflictGone}</p>
      <div className="step-footer">
        {stillPossible ? <Button onClick={props.onGoOn}>{say.goOn}</Button> : null}
        <Button type="primary" autoFocus onClick={props.onLook}>
          {say.look}
        </Button>
      </div>
    </div>
  );
}
