/** A life event, read in ten seconds: what is done by whom in which order, what is needed, what happens if a part fails, start. */
import '../matters.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chosenMembers, mergedBody, mattersContract, type LifeEvent } from '#modules/matters/contract';
import { useOp } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { Course } from '../course.tsx';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { jointWords } from '../words.ts';
import { allAnswered, EventQuestions } from './event-questions.tsx';
import { matterWords } from './words.ts';

/** Working days that the law gives for joint handling, as long as the page has nothing better: the matter's own page says the date. */
const byLaw = 45;

export const useEvent = (id: string) =>
  useOp(mattersContract.getLifeEvent, { params: { id } }, { staleTime: 5 * 60_000 });

/** The body of an item by the key of its member. */
export const bodiesOf = (event: LifeEvent) => (key: string) =>
  event.members.find((member) => member.key === key)?.body ?? undefined;

/** Answers to the event's questions as they lie in the address. */
export function useAnswered(): [Record<string, string>, (id: string, option: string) => void] {
  const [asked, ask] = useAsked();
  const answered = Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) => (key.startsWith('q.') && value ? [[key.slice(2), value]] : [])),
  );
  return [answered, (id, option) => ask({ [`q.${id}`]: option })];
}

export function EventGuide(props: { event: LifeEvent }): ReactNode {
  const { event } = props;
  const { body } = event;
  const say = useWords(matterWords);
  const joint = useWords(jointWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const [answered, answer] = useAnswered();
  const complete = allAnswered(event, answered);
  const chosen = chosenMembers(body, answered);
  const keys = new Set(chosen.map(({ key }) => key));
  const members = event.members.filter(({ key }) => keys.has(key));
  const merged = mergedBody(body, bodiesOf(event), chosen);
  const apart = members.flatMap((member) => member.body ?? []);
  const own = merged.materials.filter(({ source }) => source !== 'shared');
  const dependent = own.filter(({ when }) => when !== undefined).length;
  const shared = apart.flatMap(({ materials }) =>
    materials.filter(({ source }) => source === 'shared').map((one) => pick(language, one.name, one.nameEn)),
  );
  const results = body.results.filter(({ member }) => keys.has(member));
  const taken = results.flatMap(
    ({ member, material }) => bodiesOf(event)(member)?.materials.find(({ id }) => id === material) ?? [],
  );
  const automatic = [...new Set([...taken.map((one) => pick(language, one.name, one.nameEn)), ...shared])];
  const before = apart.reduce(
    (sum, { form, situations }) => sum + Object.keys(form.properties).length + situations.length,
    0,
  );
  const now = Object.keys(merged.form.properties).length + merged.situations.length;
  const materialsBefore = apart.reduce(
    (sum, { materials }) => sum + materials.filter(({ source, id }) => source !== 'shared' && id !== 'form').length,
    0,
  );
  const offices = new Set(members.map(({ departmentId }) => departmentId)).size;
  const limit = body.promisedLimit;
  const facts = [
    { value: members.length, what: say.items, note: undefined },
    { value: offices, what: say.departments, note: undefined },
    { value: 1, what: say.forms, note: before > now ? say.formsNote(before, now) : undefined },
    {
      value: own.length,
      what: say.materials,
      note:
        materialsBefore > own.length
          ? say.materialsNote(materialsBefore)
          : dependent > 0
            ? say.dependentNote(dependent)
            : undefined,
    },
  ];
  return (
    <div className="matters-page">
      <PageHeader title={pick(language, body.name, body.nameEn)} sub={pick(language, body.about ?? '', body.aboutEn)} />
      {merged.verified ? null : <p className="yc-muted yc-small">{say.unverified}</p>}
      <ul className="yc-plain matters-facts">
        {facts.map(({ value, what, note }) => (
          <li key={what}>
            <span>
              <strong className="yc-numbers">{value}</strong> {what}
            </span>
            {note ? <span className="yc-muted yc-small">{note}</span> : null}
          </li>
        ))}
      </ul>
      <EventQuestions event={event} answered={answered} onAnswer={answer} />
      <section className="matters-section" aria-labelledby="event-course">
        <h2 id="event-course">{say.course}</h2>
        <Course
          parts={members.map((member) => ({
            key: member.key,
            after: member.after.filter((key) => keys.has(key)),
            name: member.body
              ? pick(language, member.body.plainName ?? member.body.name, member.body.plainNameEn ?? member.body.nameEn)
              : member.key,
            department: departmentName(member.departmentId),
            link: (name: string) => (
              <Link to="/services/$id" params={{ id: member.itemId } as never}>
                {name}
              </Link>
            ),
          }))}
        />
      </section>
      <section className="matters-section" aria-labelledby="event-needs">
        <h2 id="event-needs">{say.needs}</h2>
        {own.length > 0 ? (
          <ol>
            {own.map((material) => (
              <li key={material.id}>
                {pick(language, material.name, material.nameEn)}
                {material.when ? <span className="yc-muted yc-small"> ({say.dependent})</span> : null}
                {material.requirement === 'optional' ? (
                  <span className="yc-muted yc-small"> ({say.optional})</span>
                ) : null}
              </li>
            ))}
          </ol>
        ) : (
          <p>{say.needsNone}</p>
        )}
        {automatic.length > 0 ? <p className="yc-muted yc-small">{say.needsAuto(oneByOne(automatic))}</p> : null}
      </section>
      <section className="matters-section" aria-labelledby="event-how">
        <h2 id="event-how">{say.how}</h2>
        <p>
          <strong>{joint.policies[body.policy]}</strong> {joint.policyLines[body.policy]}
        </p>
        <dl className="matters-dl">
          <dt>{say.howLong}</dt>
          <dd>
            {limit
              ? `${say.promised(limit.unit === 'workingDay' ? say.workingDays(limit.value) : say.calendarDays(limit.value))}${language === 'en' ? '; ' : '；'}`
              : ''}
            {say.howLongLine(byLaw)}
          </dd>
          <dt>{say.lead}</dt>
          <dd>{departmentName(body.leadDepartmentId)}</dd>
        </dl>
      </section>
      <div className="yc-row">
        {complete ? (
          <Link
            to="/life-events/$id/apply"
            params={{ id: event.id } as never}
            search={Object.fromEntries(Object.entries(answered).map(([id, option]) => [`q.${id}`, option])) as never}
            className="yc-button"
          >
            {say.start}
          </Link>
        ) : (
          <p className="yc-muted">{say.startFirst}</p>
        )}
      </div>
    </div>
  );
}
