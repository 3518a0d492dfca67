/**
 * Taking in an application at the window, from the keyboard alone: who, what, the form, the materials, the signature. The
 * finders of people and items are given by the surface: they are other features' business.
 */
import '#web/ui/taken-in.css';
import './intake.css';
import './steps.css';
import './live.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract, type Material } from '#modules/catalogue/contract';
import type { Receipt } from '#modules/cases/contract';
import { useOp } from '#web/client/query.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { IntakeForm } from './intake-form.tsx';
import { IntakeReceipt } from './intake-receipt.tsx';
import { intakeWords } from './intake-words.ts';

/** Whoever applies or acts, as the finder found them. */
export interface IntakeParty {
  kind: 'person' | 'organisation';
  id: string;
  name: string;
  number: string;
  phone: string;
  address: string;
}

export interface IntakeFinders {
  findApplicant: (found: (party: IntakeParty) => void) => ReactNode;
  findAgent: (found: (party: IntakeParty) => void) => ReactNode;
  chooseItem: (chosen: (itemId: string) => void) => ReactNode;
  /** Several items as one, which another feature holds: chosen beside the items. */
  chooseEvent: (chosen: (eventId: string) => void) => ReactNode;
  /** Its form and its receipt, in the place of an item's. */
  joint: (asked: JointAsked) => ReactNode;
  /** What the applicant has for the materials that are asked for. */
  locker: (asked: {
    itemId: string;
    party: IntakeParty;
    materials: readonly Material[];
    used: Readonly<Record<string, string>>;
    onUse: (materialId: string, entryId: string) => void;
    onDrop: (materialId: string) => void;
  }) => ReactNode;
}

export interface JointAsked {
  eventId: string;
  applicant: IntakeParty;
  agent: IntakeParty | undefined;
  /** The head of the page and who has come: above the form, and not above the receipt. */
  head: ReactNode;
  onChange: () => void;
  onNext: () => void;
  onAgain: () => void;
}

export interface Finished {
  receipt: Receipt;
  atOnce: boolean;
  materials: string[];
}

export function Intake(props: { finders: IntakeFinders }): ReactNode {
  // Another number is another person: nothing of the one before stays anywhere on the page.
  const [turn, setTurn] = useState(0);
  const [kept, setKept] = useState<{ applicant: IntakeParty; agent: IntakeParty | undefined }>();
  return (
    <OneIntake
      key={turn}
      finders={props.finders}
      begin={kept}
      onNext={(keep) => {
        setKept(keep);
        setTurn(turn + 1);
      }}
    />
  );
}

function OneIntake(props: {
  finders: IntakeFinders;
  begin: { applicant: IntakeParty; agent: IntakeParty | undefined } | undefined;
  onNext: (keep: { applicant: IntakeParty; agent: IntakeParty | undefined } | undefined) => void;
}): ReactNode {
  const { finders } = props;
  const say = useWords(intakeWords);
  const language = useLanguage();
  const [applicant, setApplicant] = useState(props.begin?.applicant);
  const [agent, setAgent] = useState(props.begin?.agent);
  const [byAgent, setByAgent] = useState(false);
  const [itemId, setItemId] = useState<string>();
  const [eventId, setEventId] = useState<string>();
  const [finished, setFinished] = useState<Finished>();
  const guide = useOp(
    catalogueContract.getGuide,
    { params: { id: itemId ?? '' }, query: {} },
    { enabled: itemId !== undefined },
  );
  useHotkeys([{ key: 'F2', say: say.nextPerson, run: () => props.onNext(undefined), whileTyping: true }]);

  if (finished && applicant && guide.data) {
    return (
      <IntakeReceipt
        finished={finished}
        applicant={applicant}
        guide={guide.data}
        onNext={() => props.onNext(undefined)}
        onAgain={() => props.onNext({ applicant, agent })}
      />
    );
  }
  const body = guide.data?.body;
  const head = (
    <>
      <PageHeader
        title={say.title}
        actions={
          applicant ? (
            <Button onClick={() => props.onNext(undefined)}>
              {say.restart} <Key name="F2" />
            </Button>
          ) : null
        }
      />
      <section className="intake-part" aria-label={say.steps.who}>
        <h2>{say.steps.who}</h2>
        {applicant ? (
          <Chosen
            title={applicant.name}
            lines={[applicant.number, applicant.phone, applicant.address]}
            onChange={() => {
              setApplicant(undefined);
              setAgent(undefined);
            }}
          />
        ) : (
          finders.findApplicant(setApplicant)
        )}
        {applicant && agent ? (
          <Chosen
            title={agent.name}
            note={say.agent}
            lines={[agent.number, agent.phone]}
            onChange={() => setAgent(undefined)}
          />
        ) : applicant && byAgent ? (
          finders.findAgent((party) => {
            setAgent(party);
            setByAgent(false);
          })
        ) : applicant && !itemId && !eventId ? (
          <Button type="link" size="small" onClick={() => setByAgent(true)} className="intake-agent">
            {say.addAgent}
          </Button>
        ) : null}
      </section>
    </>
  );
  if (applicant && eventId)
    return finders.joint({
      eventId,
      applicant,
      agent,
      head,
      onChange: () => setEventId(undefined),
      onNext: () => props.onNext(undefined),
      onAgain: () => props.onNext({ applicant, agent }),
    });
  return (
    <div className="intake">
      {head}
      {applicant ? (
        <section className="intake-part" aria-label={say.steps.item}>
          <h2>{say.steps.item}</h2>
          {itemId ? (
            <Query of={guide}>
              {({ body: { name, plainName, plainNameEn, nameEn }, department }) => (
                <Chosen
                  title={pick(language, plainName ?? name, plainNameEn ?? nameEn)}
                  lines={[plainName ? name : '', pick(language, department.name, department.nameEn)]}
                  onChange={() => setItemId(undefined)}
                />
              )}
            </Query>
          ) : (
            <>
              {finders.chooseItem(setItemId)}
              {finders.chooseEvent(setEventId)}
            </>
          )}
        </section>
      ) : null}
      {applicant && guide.data && itemId && body ? (
        <IntakeForm
          key={`${itemId} ${applicant.id}`}
          guide={guide.data}
          applicant={applicant}
          agent={agent}
          onDone={setFinished}
          locker={finders.locker}
        />
      ) : null}
    </div>
  );
}

/** What was chosen, in a line, with the way to choose otherwise. */
export function Chosen(props: {
  title: string;
  note?: string;
  lines: readonly string[];
  onChange: () => void;
}): ReactNode {
  const say = useWords(intakeWords);
  return (
    <p className="intake-chosen">
      {props.note ? <span className="yc-muted">{props.note}</span> : null}
      <strong>{props.title}</strong>
      <span className="yc-muted yc-numbers">{props.lines.filter((line) => line !== '').join(' · ')}</span>
      <Button type="link" size="small" onClick={props.onChange} aria-label={`${say.change} ${props.title}`}>
        {say.change}
      </Button>
    </p>
  );
}
