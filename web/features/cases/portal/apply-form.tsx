/**
 * An application: one question on each page, what was filled in kept after each change, sent once. It holds everything itself
 * while it is open, so that neither a session that ends nor a list that is read again takes anything from the person.
 */
import '#web/features/lockers/problem-words.ts';
import './cases.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { casesContract, type Draft, type Submission } from '#modules/cases/contract';
import { asProblem, newKey, type ProblemError } from '#web/client/client.ts';
import type { PlainSearch } from '#web/client/plain-search.ts';
import { readAgain, useAct } from '#web/client/query.ts';
import { useMe, type Me } from '#web/client/session.tsx';
import { ItemForm, useItemForm } from '#web/ui/item-form/item-form.tsx';
import type { Signed } from '#web/ui/signature.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { wordsOfProblem } from '#web/words/words.ts';
import { applicationOf, deliveriesOf, handedIn, undertakenOf, type Application } from './application.ts';
import { stepsAfter, stepsBefore } from './apply-steps.tsx';
import { DraftLine } from './draft-line.tsx';
import { useMirrorOf } from './mirror-form.ts';
import type { Filling, Offer } from './filling.ts';
import { OpenLike } from './open-like.tsx';
import { useDraft } from './use-draft.ts';
import { applicantOf, choicesFor, knownOf } from './whom.ts';
import { caseWords } from './words.ts';

/** A signature as it is sent. */
const asSent = (signed: Signed) =>
  signed.kind === 'drawn' ? { way: 'drawn' as const, drawing: signed.path } : { way: 'confirmed' as const };

export interface ItemToApply {
  itemId: string;
  version: number;
  codes: readonly string[];
  body: ItemBody;
  /** For several items applied for together: where it is sent instead, and where the way back leads. */
  joint?: JointApplication;
}

export interface JointApplication {
  /** Sends the whole and says where to go then. */
  send: (whole: Omit<Submission, 'itemId'>) => Promise<string>;
  back: string;
  /** For this organisation alone: nobody is asked for whom. */
  organisationId?: string;
}

export interface ApplyFormProps {
  item: ItemToApply;
  me: Me;
  /** What was kept, when the person goes on with it. */
  draft: Draft | undefined;
  /** Answers to situations that were given on the guide. */
  answered: Record<string, string>;
  /** What the applicant already has, drawn by the surface. */
  offer: Offer | undefined;
  /** Begins anew with another draft: the one of the other device. */
  onTheirs: (draft: Draft) => void;
}

export function ApplyForm(props: ApplyFormProps): ReactNode {
  const { item, draft } = props;
  const { body } = item;
  const say = useWords(caseWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as PlainSearch;
  const me = useMe() ?? props.me;
  const only = item.joint?.organisationId;
  const choices = choicesFor(me, body, item.codes).filter(
    ({ whom }) => only === undefined || (whom.kind === 'organisation' && whom.id === only),
  );
  const [application, setApplication] = useState<Application>(() => {
    const begun = applicationOf(draft?.content ?? {}, newKey());
    const single = choices.length === 1 ? choices[0]?.whom : undefined;
    return { ...begun, ...(single ? { whom: single } : {}), values: { ...props.answered, ...begun.values } };
  });
  const [signed, setSigned] = useState<Signed>();
  const [undertaking, setUndertaking] = useState<Signed>();
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ProblemError>();
  const kept = useDraft({ itemId: item.itemId, itemVersion: item.version }, draft);
  const form = useItemForm({
    form: body.form,
    situations: body.situations,
    known: knownOf(me, application.whom),
    initial: application.values,
  });
  const given = form.values();
  const values: Record<string, unknown> = { ...given.situations, ...given.answers };

  const changed = useRef(0);
  const change = (to: Partial<Application>): void => {
    changed.current += 1;
    setApplication((before) => ({ ...before, ...to }));
  };
  useEffect(() => {
    // Nothing is kept before something was filled in: who only looks leaves no draft behind.
    if (form.changes + changed.current > 0) kept.keep({ ...application, values });
  }, [form.changes, application]);

  const filling: Filling = {
    body,
    application,
    change,
    form,
    values,
    choices,
    signed,
    setSigned,
    undertaking,
    setUndertaking,
    signer: me.person?.name ?? me.name,
    postTo: me.person?.address ?? '',
    busy,
    setBusy,
    checked,
    check: (key) => setChecked((before) => new Set([...before, key])),
    refused,
    accept: (key) => setRefused(({ [key]: _, ...rest }) => rest),
    offer: props.offer,
    say,
    language,
  };

  const act = useAct(casesContract.submitCase);
  const [sending, setSending] = useState(false);
  const waitsForSession = useRef(false);
  const goTo = (step: string): void => void navigate({ to: '.', search: { ...search, step, after: 'check' } as never });

  const send = async (): Promise<void> => {
    if (!application.whom || !signed) return;
    setProblem(undefined);
    const deliveries = deliveriesOf(body);
    const way = application.way ?? (deliveries.length === 1 ? deliveries[0]! : 'electronic');
    try {
      // A save that arrives after the case would bring the draft back.
      await kept.stop();
      const whole: Omit<Submission, 'itemId'> = {
        actionId: application.actionId,
        applicant: applicantOf(application.whom),
        ...given,
        materials: handedIn(body, values, application.materials),
        delivery: { way, ...(way === 'posted' ? { address: application.address ?? filling.postTo } : {}) },
        ...(application.keep ? { keepMaterials: true } : {}),
        signature: asSent(signed),
        ...(undertaking && undertakenOf(body, values, application.materials).length > 0
          ? { undertaking: asSent(undertaking) }
          : {}),
        ...(kept.state === 'new' ? {} : { draftId: kept.id }),
      };
      setSending(true);
      const to = item.joint
        ? await item.joint.send(whole)
        : `/submitted/${(await act.send({ body: { ...whole, itemId: item.itemId } })).id}`;
      void readAgain(casesContract.myCases, casesContract.myDrafts);
      void navigate({ to, replace: true } as never);
    } catch (thrown) {
      setSending(false);
      kept.goOn();
      const failed = asProblem(thrown);
      if (failed.status === 401) waitsForSession.current = true;
      else show(failed);
    }
  };
  /** Leads to where the trouble lies; what has no place of its own is said on the last page. */
  const show = (failed: ProblemError): void => {
    setProblem(failed);
    if (failed.code === 'cases.answersInvalid' && form.refuse(failed)) {
      const [, , name = ''] = Object.keys(failed.fields)[0]?.split('/') ?? [];
      const known = body.form.properties[name]?.['x-from'] !== undefined;
      goTo(known ? 'applicant' : name);
    } else if (failed.code === 'cases.materialsMissing' && Array.isArray(failed.facts.materials)) {
      const faults = failed.facts.materials as { materialId: string; fault: keyof typeof say.materialFaults }[];
      setRefused(
        Object.fromEntries(faults.map(({ materialId, fault }) => [`m-${materialId}`, say.materialFaults[fault]])),
      );
      if (faults[0]) goTo(`m-${faults[0].materialId}`);
    } else if (failed.code.startsWith('lockers.') && Array.isArray(failed.facts.materials)) {
      const faults = failed.facts.materials as { materialId: string; why: string }[];
      setRefused(
        Object.fromEntries(
          faults.map(({ materialId, why }) => [`m-${materialId}`, wordsOfProblem(`lockers.${why}`, language) ?? '']),
        ),
      );
      if (faults[0]) goTo(`m-${faults[0].materialId}`);
    } else if (['cases.mayNotActFor', 'cases.notForApplicant'].includes(failed.code) && choices.length > 1) {
      goTo('whom');
    }
  };
  // The session had ended under the last press: signed in again, the same act is sent once more by itself.
  useEffect(() => {
    if (!waitsForSession.current || !me) return;
    waitsForSession.current = false;
    void send();
  }, [me]);

  useMirrorOf(form, {
    itemId: item.itemId,
    title: pick(language, body.plainName ?? body.name, body.plainNameEn ?? body.nameEn),
    at: String(search.step ?? ''),
    language,
  });

  const outdated = draft !== undefined && draft.itemVersion !== item.version;
  return (
    <div className="yc-stack">
      {outdated ? <Alert type="info" showIcon title={say.draftOld} /> : null}
      {item.joint ? null : <OpenLike itemId={item.itemId} whom={application.whom} />}
      <ItemForm
        mode="steps"
        of={form}
        caption={pick(language, body.plainName ?? body.name, body.plainNameEn ?? body.nameEn)}
        before={stepsBefore(filling)}
        after={stepsAfter(filling)}
        onDone={() => void send()}
        sending={sending}
        error={problem}
        verb={say.submit}
        back={item.joint?.back ?? `/services/${item.itemId}`}
      />
      <DraftLine kept={kept} onTheirs={props.onTheirs} />
    </div>
  );
}
