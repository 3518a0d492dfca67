/** A life event at the window: its questions, the one form of the intake, one receipt. Cases' and matters' parts put together. */
import { useState, type ReactNode } from 'react';
import {
  chosenMembers,
  mattersContract,
  mergedBody,
  type LifeEvent,
  type MatterReceipt as Receipt,
} from '#modules/matters/contract';
import { Chosen, type JointAsked } from '#web/features/cases/workbench/intake.tsx';
import { IntakeForm } from '#web/features/cases/workbench/intake-form.tsx';
import { caseReadings } from '#web/features/cases/workbench/live.ts';
import { PrintedReceipt } from '#web/features/cases/workbench/printed-receipt.tsx';
import { allAnswered, EventQuestions } from '#web/features/matters/portal/event-questions.tsx';
import { bodiesOf, useEvent } from '#web/features/matters/portal/event.tsx';
import { MatterReceiptPage, partsOf, trackOf } from '#web/features/matters/workbench/matter-receipt.tsx';
import { windowWords } from '#web/features/matters/workbench/window-words.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { useAct } from '#web/client/query.ts';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';

export function EventIntake(props: JointAsked): ReactNode {
  const found = useEvent(props.eventId);
  return <Query of={found}>{(event) => <Kept {...props} event={event} />}</Query>;
}

interface Taken {
  receipt: Receipt;
  materials: string[];
}

/** The event as it was when it was chosen: a new version meanwhile must not move the questions. */
function Kept(props: JointAsked & { event: LifeEvent }): ReactNode {
  const { applicant, agent } = props;
  const [event] = useState(props.event);
  const say = useWords(windowWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const [questions, setQuestions] = useState<Record<string, string>>({});
  const [taken, setTaken] = useState<Taken>();
  const act = useAct(mattersContract.applyForMatter, { changes: [...caseReadings] });
  const chosen = chosenMembers(event.body, questions);
  const body = mergedBody(event.body, bodiesOf(event), chosen);
  if (taken)
    return (
      <MatterReceiptPage
        receipt={taken.receipt}
        event={event}
        applicant={applicant.name}
        sheet={
          <PrintedReceipt
            number={taken.receipt.number}
            track={trackOf(taken.receipt)}
            applicant={applicant.name}
            item={event.body.name}
            at={taken.receipt.submittedAt}
            until={null}
            materials={taken.materials}
            parts={partsOf(taken.receipt, event, windowWords['zh-CN'].after)}
            department={departmentName(event.body.leadDepartmentId)}
            telephone=""
          />
        }
        onNext={props.onNext}
        onAgain={props.onAgain}
      />
    );
  const complete = allAnswered(event, questions) && chosen.length > 0;
  const fits = body.applicants.includes(applicant.kind);
  const keys = new Set(chosen.map(({ key }) => key));
  const departments = new Set(event.members.flatMap((one) => (keys.has(one.key) ? [one.departmentId] : [])));
  return (
    <div className="intake">
      {props.head}
      <section className="intake-part" aria-label={say.event}>
        <h2>{say.event}</h2>
        <Chosen
          title={pick(language, event.body.name, event.body.nameEn)}
          lines={[say.eventLine(chosen.length, departments.size)]}
          onChange={props.onChange}
        />
        {fits ? (
          <EventQuestions
            event={event}
            answered={questions}
            onAnswer={(id, option) => setQuestions((before) => ({ ...before, [id]: option }))}
          />
        ) : (
          <p className="yc-fault" role="alert">
            {say.notFor[applicant.kind]}
          </p>
        )}
        {fits && !complete ? <p className="yc-muted">{say.questionsFirst}</p> : null}
      </section>
      {fits && complete ? (
        <IntakeForm
          // Other answers to the questions are another form.
          key={`${chosen.map(({ key }) => key).join(' ')} ${applicant.id}`}
          guide={{ itemId: event.id, body }}
          applicant={applicant}
          agent={agent}
          // What lies in a locker is used item by item.
          locker={() => null}
          send={async (intake) => {
            const who = applicant.kind === 'person' ? { personId: applicant.id } : { organisationId: applicant.id };
            const receipt = await act.send({ body: { ...intake, applicant: who, eventId: event.id, questions } });
            const names = new Map(body.materials.map(({ id, name }) => [id, name]));
            const materials = intake.materials.flatMap(({ materialId }) => names.get(materialId) ?? []);
            setTaken({ receipt, materials });
          }}
        />
      ) : null}
    </div>
  );
}
