/** The form, the materials, delivery and signature of an intake; F4, F8 and F9 for what is done most. */
import { Alert, Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { casesContract, type HandedIn, type Submission } from '#modules/cases/contract';
import { askedMaterials, type Guide } from '#modules/catalogue/contract';
import { ProblemError } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { ItemForm, useItemForm } from '#web/ui/item-form/item-form.tsx';
import { Signature, type Signed } from '#web/ui/signature.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { oneByOne, useWords } from '#web/words/language.ts';
import type { Finished, IntakeFinders, IntakeParty } from './intake.tsx';
import { intakeWords } from './intake-words.ts';
import { caseReadings } from './live.ts';
import { comesByItself, isUndertaken, MaterialRows } from './material-rows.tsx';

type Way = 'collected' | 'posted' | 'electronic';

/** What the form hands in, without which item it is for and who applies. */
export type Intake = Omit<Submission, 'itemId' | 'applicant'>;

export function IntakeForm(props: {
  guide: Pick<Guide, 'itemId' | 'body'>;
  applicant: IntakeParty;
  agent: IntakeParty | undefined;
  onDone?: (finished: Finished) => void;
  /** Hands it in as a part of something larger, instead of as a case by itself. */
  send?: ((body: Intake) => Promise<void>) | undefined;
  locker: IntakeFinders['locker'];
}): ReactNode {
  const { guide, applicant, agent } = props;
  const { body, itemId } = guide;
  const say = useWords(intakeWords);
  const id = useId();
  const isPerson = applicant.kind === 'person';
  const form = useItemForm({
    form: body.form,
    situations: body.situations,
    known: isPerson
      ? { name: applicant.name, idNumber: applicant.number, phone: applicant.phone, address: applicant.address }
      : {
          name: agent?.name,
          idNumber: agent?.number,
          phone: agent?.phone ?? applicant.phone,
          address: applicant.address,
          organisationName: applicant.name,
          creditCode: applicant.number,
        },
  });
  const ways: readonly Way[] = body.result?.deliveries ?? ['collected', 'electronic'];
  const [materials, setMaterials] = useState<readonly HandedIn[]>([]);
  const [way, setWay] = useState<Way>(ways.includes('collected') ? 'collected' : ways[0]!);
  const [address, setAddress] = useState(applicant.address);
  const [confirmed, setConfirmed] = useState(false);
  const [promised, setPromised] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [signed, setSigned] = useState<Signed>();
  const [opinion, setOpinion] = useState('');
  const [fault, setFault] = useState<string>();
  const [passing, setPassing] = useState(false);
  const [passedWrong, setPassedWrong] = useState<unknown>();
  const [filesBusy, setFilesBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const submit = useAct(casesContract.submitCase, { changes: [...caseReadings] });
  const finish = useAct(casesContract.finishAtOnce, { changes: [...caseReadings] });
  // A counter to which the item was handed down for taking in only: said by the server, and then it is handed in.
  const takesInOnly = finish.error instanceof ProblemError && finish.error.code === 'cases.notDecidedHere';
  const atOnce = body.immediate && !takesInOnly && !props.send;
  const act = atOnce ? finish : submit;
  const who = isPerson ? { personId: applicant.id } : { organisationId: applicant.id };
  const openLike = useOp(casesContract.openLike, { query: { itemId, ...who } }, { staleTime: 0, enabled: !props.send });
  useEffect(() => {
    // From the item straight into the form: the hand stays on the keys.
    place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);

  const { situations, answers } = form.values();
  const asked = askedMaterials(body, { ...answers, ...situations });
  const askedIds = new Set(asked.map((material) => material.id));
  const undertaken = isUndertaken(materials.filter(({ materialId }) => askedIds.has(materialId)));
  const allPaper = (): void => {
    const there = new Map(materials.map((one) => [one.materialId, one]));
    setMaterials(
      asked.flatMap((material): HandedIn[] => {
        const known = there.get(material.id);
        if (known) return [known];
        if (comesByItself(material)) return [];
        return [{ materialId: material.id, how: 'paper', fileIds: [] }];
      }),
    );
  };
  const send = async (): Promise<void> => {
    if (act.sending || passing) return;
    setFault(undefined);
    if (!form.check()) return focusFault();
    if (filesBusy) return setFault(say.busyFiles);
    if (way === 'posted' && address.trim() === '') return setFault(say.addressNeeded);
    if (!confirmed && signed === undefined) return setFault(say.notSigned);
    const handed = materials.filter(({ materialId }) => askedIds.has(materialId));
    if (undertaken && !promised) return setFault(say.undertakingNeeded);
    try {
      const application: Intake = {
        actionId: act.key(),
        ...(agent ? { agentId: agent.id } : {}),
        answers,
        situations,
        materials: handed.map((one) => ({ ...one, fileIds: [...one.fileIds] })),
        delivery: { way, ...(way === 'posted' ? { address: address.trim() } : {}) },
        signature: signed?.kind === 'drawn' ? { way: 'drawn', drawing: signed.path } : { way: 'confirmed' },
        ...(undertaken ? { undertaking: { way: 'confirmed' as const } } : {}),
      };
      if (props.send) {
        setPassing(true);
        setPassedWrong(undefined);
        return await props.send(application).finally(() => setPassing(false));
      }
      const receipt = await act.send({
        body: {
          ...application,
          itemId,
          applicant: who,
          ...(atOnce && opinion.trim() ? { opinion: opinion.trim() } : {}),
        },
      });
      props.onDone?.({
        receipt,
        atOnce: atOnce,
        materials: asked
          .filter((one) => handed.some(({ materialId }) => materialId === one.id))
          .map(({ name }) => name),
      });
    } catch (thrown) {
      if (props.send) setPassedWrong(thrown);
      if (form.refuse(thrown)) focusFault();
    }
  };
  useHotkeys([
    { key: 'F4', say: say.allPaper, run: allPaper, whileTyping: true },
    { key: 'F8', say: say.sign, run: () => setConfirmed(!confirmed), whileTyping: true },
    { key: 'F9', say: atOnce ? say.finish : say.submit, run: () => void send(), whileTyping: true },
  ]);

  return (
    <div ref={place} className="intake-form">
      {openLike.data && openLike.data.length > 0 ? (
        <Alert type="warning" showIcon title={say.openLike(oneByOne(openLike.data.map(({ number }) => number)))} />
      ) : null}
      <section className="intake-part" aria-label={say.steps.form}>
        <h2>{say.steps.form}</h2>
        <ItemForm mode="dense" of={form} />
      </section>
      <section className="intake-part" aria-label={say.steps.materials}>
        <div className="intake-head">
          <h2>{say.steps.materials}</h2>
          {asked.some((material) => !comesByItself(material)) ? (
            <Button size="small" onClick={allPaper}>
              {say.allPaper} <Key name="F4" />
            </Button>
          ) : null}
        </div>
        {props.locker({
          itemId,
          party: applicant,
          materials: asked.filter(({ metBy }) => metBy !== undefined),
          used: Object.fromEntries(
            materials.flatMap(({ materialId, entryId }) => (entryId ? [[materialId, entryId]] : [])),
          ),
          onUse: (materialId, entryId) =>
            setMaterials([
              ...materials.filter((one) => one.materialId !== materialId),
              { materialId, how: 'locker', fileIds: [], entryId },
            ]),
          onDrop: (materialId) => setMaterials(materials.filter((one) => one.materialId !== materialId)),
        })}
        <MaterialRows
          item={body}
          asked={answers}
          situations={situations}
          value={materials}
          onChange={setMaterials}
          onBusy={setFilesBusy}
        />
      </section>
      <section className="intake-part" aria-label={say.steps.finish}>
        <h2>{say.steps.finish}</h2>
        <div className="intake-finish">
          <fieldset className="step-field">
            <legend>{say.delivery}</legend>
            <Radio.Group
              value={way}
              options={ways.map((value) => ({ value, label: say.deliveries[value] }))}
              onChange={({ target }) => setWay(target.value as Way)}
            />
          </fieldset>
          {way === 'posted' ? (
            <div>
              <label htmlFor={`${id}-address`}>{say.address}</label>
              <Input
                id={`${id}-address`}
                value={address}
                maxLength={300}
                onChange={(event) => setAddress(event.target.value)}
              />
            </div>
          ) : null}
          {atOnce ? (
            <div>
              <label htmlFor={`${id}-opinion`}>{say.opinion}</label>
              <Input
                id={`${id}-opinion`}
                value={opinion}
                maxLength={2000}
                onChange={(event) => setOpinion(event.target.value)}
              />
            </div>
          ) : null}
          <div>
            <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
              {say.confirmed} <Key name="F8" />
            </Checkbox>
            <Button type="link" size="small" onClick={() => setDrawing(!drawing)} aria-expanded={drawing}>
              {say.draw}
            </Button>
          </div>
          {undertaken ? (
            <Checkbox checked={promised} onChange={({ target }) => setPromised(target.checked)}>
              {say.undertaking}
            </Checkbox>
          ) : null}
          {drawing ? <Signature value={signed} onChange={setSigned} /> : null}
        </div>
        {fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <SendProblem error={passedWrong ?? (takesInOnly ? (submit.error ?? finish.error) : act.error)} />
        <div className="yc-row">
          <Button
            type="primary"
            size="large"
            loading={act.sending || passing}
            disabled={filesBusy}
            onClick={() => void send()}
          >
            {atOnce ? say.finish : say.submit} <Key name="F9" />
          </Button>
          {atOnce ? <span className="yc-muted yc-small">{say.finishHint}</span> : null}
        </div>
      </section>
    </div>
  );
}

/** Which materials are missing is said by their names; everything else as always. */
function SendProblem({ error }: { error: unknown }): ReactNode {
  const say = useWords(intakeWords);
  if (error instanceof ProblemError && error.code === 'cases.materialsMissing') {
    const missing = (error.facts.materials ?? []) as { name?: string }[];
    return (
      <p className="yc-fault" role="alert">
        {say.materialsMissing}
        {oneByOne(missing.map(({ name }) => name ?? ''))}
      </p>
    );
  }
  return <ProblemNote error={error} />;
}
