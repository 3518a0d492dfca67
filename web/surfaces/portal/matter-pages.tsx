/** Life events: the guide, the one form, the confirmation, and a matter of one's own. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { chosenMembers, mattersContract, mergedBody, type LifeEvent } from '#modules/matters/contract';
import { Apply } from '#web/features/cases/portal/apply.tsx';
import { Services } from '#web/features/catalogue/portal/services.tsx';
import { CaseDocuments } from '#web/features/documents/portal/case-documents.tsx';
import { EventList } from '#web/features/matters/portal/event-list.tsx';
import { allAnswered, EventQuestions } from '#web/features/matters/portal/event-questions.tsx';
import { bodiesOf, EventGuide, useAnswered, useEvent } from '#web/features/matters/portal/event.tsx';
import { MatterView } from '#web/features/matters/portal/matter.tsx';
import { MatterSubmitted } from '#web/features/matters/portal/submitted.tsx';
import { matterWords } from '#web/features/matters/portal/words.ts';
import { prefetch, readAgain, useAct, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';

function EventPage(): ReactNode {
  const found = useEvent(useParam('id'));
  return <Query of={found}>{(event) => <EventGuide event={event} />}</Query>;
}

export const eventPage = definePage({
  load: ({ params }) => prefetch(mattersContract.getLifeEvent, { params: { id: params.id! } }),
  Component: EventPage,
});

function ApplyPage(): ReactNode {
  const id = useParam('id');
  const found = useEvent(id);
  return <Query of={found}>{(event) => <Kept key={id} event={event} />}</Query>;
}

/** The event as it was when the page was opened: a new version meanwhile must not move the questions. */
function Kept(props: { event: LifeEvent }): ReactNode {
  const [event] = useState(props.event);
  const [answered, answer] = useAnswered();
  const say = useWords(matterWords);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(allAnswered(event, answered) ? answered : undefined);
  if (chosen) return <Form event={event} questions={chosen} />;
  return (
    <div className="yc-stack">
      <PageHeader
        title={say.applyTitle}
        sub={event.body.name}
        back={{ to: `/life-events/${event.id}`, say: event.body.name }}
      />
      <EventQuestions event={event} answered={answered} onAnswer={answer} />
      <div>
        <Button
          type="primary"
          size="large"
          disabled={!allAnswered(event, answered)}
          onClick={() => {
            setChosen(answered);
            void navigate({ to: '.', search: ((before: object) => before) as never, replace: true });
          }}
        >
          {say.goOn}
        </Button>
      </div>
    </div>
  );
}

function Form(props: { event: LifeEvent; questions: Record<string, string> }): ReactNode {
  const { event, questions } = props;
  const act = useAct(mattersContract.applyForMatter);
  const [body] = useState(() => mergedBody(event.body, bodiesOf(event), chosenMembers(event.body, questions)));
  return (
    <Apply
      item={{
        itemId: event.id,
        version: event.version,
        codes: event.codes,
        body,
        joint: {
          back: `/life-events/${event.id}`,
          send: async (whole) => {
            const receipt = await act.send({ body: { ...whole, eventId: event.id, questions } });
            void readAgain(mattersContract.myMatters);
            return `/submitted/matters/${receipt.id}`;
          },
        },
      }}
    />
  );
}

export const applyEventPage = definePage({
  load: ({ params }) => prefetch(mattersContract.getLifeEvent, { params: { id: params.id! } }),
  Component: ApplyPage,
});

function SubmittedPage(): ReactNode {
  const found = useOp(mattersContract.getMatter, { params: { id: useParam('id') } });
  return <Query of={found}>{(whole) => <MatterSubmitted whole={whole} />}</Query>;
}

export const submittedMatterPage = definePage({ roles: ['resident'], Component: SubmittedPage });

function MatterPage(): ReactNode {
  const id = useParam('id');
  const found = useOp(mattersContract.getMatter, { params: { id } });
  return (
    <Query of={found}>
      {(whole) => (
        <MatterView whole={whole} documents={<CaseDocuments caseId={id} subjectKind="matter" unpaid={false} />} />
      )}
    </Query>
  );
}

export const matterPage = definePage({
  roles: ['resident'],
  load: ({ params }) => prefetch(mattersContract.getMatter, { params: { id: params.id! } }),
  Component: MatterPage,
});

function ServicesPage(): ReactNode {
  const say = useWords(matterWords);
  return <Services above={(q) => <EventList find={q} title={say.eventsFound} />} />;
}

/** What was found: life events above single items. */
export const servicesPage = definePage({ Component: ServicesPage });
