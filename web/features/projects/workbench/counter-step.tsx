/** What a step of a project is handed in with at the counter: what is missing is asked first, where it is a simulated approval. */
import '../projects.css';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Guide } from '#modules/catalogue/contract';
import type { Submission } from '#modules/cases/contract';
import { projectsContract as ops, type ProjectWhole } from '#modules/projects/contract';
import { useAct } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { AskMissing, type Missing } from '../missing.tsx';
import { portalProjectWords } from '../portal/words.ts';
import { makeWords } from './make-words.ts';

type Application = Omit<Submission, 'itemId' | 'applicant'>;

/** `form` is the counter's own form, of the feature that knows cases. */
export function CounterStep(props: {
  whole: ProjectWhole;
  stepKey: string;
  guide: Guide;
  form: (guide: Guide, send: (application: Application) => Promise<void>) => ReactNode;
}): ReactNode {
  const { whole, stepKey } = props;
  const say = useWords(portalProjectWords);
  const make = useWords(makeWords);
  const navigate = useNavigate();
  const [asked] = useAsked();
  // The item as it was when the page was opened: a new version must not move the questions.
  const [guide] = useState(props.guide);
  const [missing, setMissing] = useState<Missing[]>([]);
  const changes = { changes: [ops.getProject, ops.listProjects, ops.listSimulations] };
  const openStep = useAct(ops.openStep, changes);
  const simulate = useAct(ops.simulate, changes);
  const makeFormal = useAct(ops.makeFormal, changes);
  const back = `/projects/${whole.id}`;
  const params = { id: whole.id, key: stepKey };
  if (asked.simulate && missing.length === 0)
    return <AskMissing title={guide.body.name} back={back} materials={guide.body.materials} onChoose={setMissing} />;
  const send = async (body: Application): Promise<void> => {
    if (missing.length > 0) await simulate.send({ params, body: { ...body, missing } });
    else if (asked.formal) await makeFormal.send({ params: { id: asked.formal }, body });
    else await openStep.send({ params, body });
    await navigate({ to: '/projects/$id', params: { id: whole.id } as never });
  };
  const named = new Set(missing.map(({ materialId }) => materialId));
  const materials = guide.body.materials.filter(({ id }) => !named.has(id));
  return (
    <div className="projects-page">
      <PageHeader
        title={asked.simulate ? say.simulateTitle : asked.formal ? say.formalTitle : say.applyTitle}
        sub={`${guide.body.name} · ${whole.name} · ${whole.organisationName}`}
        back={{ to: back, say: whole.name }}
      />
      <p className="yc-muted">{asked.formal ? say.formalLine : make.counterLine}</p>
      {props.form({ ...guide, body: { ...guide.body, materials } }, send)}
    </div>
  );
}
