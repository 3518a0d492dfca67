/** Editing a life event: what it is called, its items and their order, what is asked once, and what is wrong with it. */
import '../matters.css';
import './event-editor.css';
import { App, Button, Switch } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { mattersContract, policies } from '#modules/matters/contract';
import { useAct } from '#web/client/query.ts';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { Course } from '../course.tsx';
import { useDepartmentName, useDepartmentOptions } from '#web/features/offices/departments.ts';
import { jointWords } from '../words.ts';
import { EventChoices } from './event-choices.tsx';
import type { Body, Managed } from './event-edits.ts';
import { EventFaults } from './event-faults.tsx';
import { EditedMapping } from './event-mapping.tsx';
import { EditedMembers, type ChooseItem } from './event-members.tsx';
import { EventPreview } from './event-preview.tsx';
import { EventSources } from './event-sources.tsx';
import { eventWords } from './event-words.ts';
import { PublishEvent, readings } from './publish-event.tsx';

export type { Body } from './event-edits.ts';

export function EventEditor(props: {
  id: string;
  managed: Managed | undefined;
  chooseItem: ChooseItem;
  first: Body;
  mayEdit: boolean;
}): ReactNode {
  const { id, managed, mayEdit } = props;
  const say = useWords(eventWords);
  const joint = useWords(jointWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const departments = useDepartmentOptions();
  const departmentName = useDepartmentName();
  const [body, setBody] = useState<Body>(managed?.body ?? props.first);
  const [code, setCode] = useState(managed?.code ?? '');
  const [revision, setRevision] = useState(managed?.revision ?? 0);
  const [checked, setChecked] = useState<Pick<Managed, 'members' | 'faults'>>({
    members: managed?.members ?? [],
    faults: managed?.faults ?? [],
  });
  const [isSaved, setSaved] = useState(managed !== undefined);
  const [unnamed, setUnnamed] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const save = useAct(mattersContract.saveEventDraft, { changes: readings });
  const check = useAct(mattersContract.checkEvent);
  const withdraw = useAct(mattersContract.withdrawEvent, { changes: readings });
  const change = (to: Partial<Body>): void => {
    setSaved(false);
    setBody((before) => ({ ...before, ...to }));
  };
  const ask = async (next: Body, propose: boolean): Promise<void> => {
    const answer = await check.send({ body: { body: filled(next), propose } });
    if (propose) change({ asks: answer.body.asks, materials: answer.body.materials });
    setChecked(answer);
  };
  // What is wrong is said while it is edited; what is typed in quick succession is looked at once.
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = (next: Body): void => {
    change(next);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => void ask(next, false).catch(() => {}), 300);
  };
  const keep = async (): Promise<void> => {
    const unfinished = body.name.trim() === '' || !/^[A-Z0-9][A-Z0-9-]{1,39}$/.test(code.trim());
    setUnnamed(unfinished);
    if (unfinished) return;
    const kept = await save.send({ params: { id }, body: { code: code.trim(), revision, body: filled(body) } });
    setRevision(kept.revision);
    setChecked(kept);
    setSaved(true);
    void message.success(say.saved);
  };
  const { faults } = checked;
  const nameOf = (key: string): string => {
    const found = checked.members.find((one) => one.key === key)?.body;
    return found ? pick(language, found.plainName ?? found.name, found.plainNameEn ?? found.nameEn) : key;
  };
  return (
    <div className="matters-page">
      <PageHeader
        title={body.name ? say.editTitle(body.name) : say.newEvent}
        back={{ to: '/life-events', say: say.backEvents }}
        actions={
          mayEdit ? (
            <>
              {managed && managed.versions.length > 0 ? (
                <Button
                  loading={withdraw.sending}
                  onClick={() =>
                    void withdraw
                      .send({ params: { id }, body: { fromDay: managed.withdrawnFrom ? null : today() } })
                      .catch(() => {})
                  }
                >
                  {managed.withdrawnFrom ? say.restoreEvent : say.withdrawEvent}
                </Button>
              ) : null}
              <Button loading={save.sending} onClick={() => void keep().catch(() => {})}>
                {say.save}
              </Button>
              <Button
                type="primary"
                disabled={!isSaved || faults.length > 0 || revision === 0}
                onClick={() => setPublishing(true)}
              >
                {say.publish}
              </Button>
            </>
          ) : null
        }
      />
      {unnamed ? (
        <p className="yc-fault" role="alert">
          {say.unnamed}
        </p>
      ) : null}
      {save.error ? <ProblemNote error={save.error} /> : null}
      {check.error ? <ProblemNote error={check.error} /> : null}
      <EventFaults faults={faults} nameOf={nameOf} />
      <div className="matters-two">
        <section className="matters-section" aria-labelledby="event-basics">
          <h2 id="event-basics">{say.basics}</h2>
          <EditText label={say.name} value={body.name} onChange={(name) => change({ name })} maxLength={100} />
          <EditText
            label={say.nameEn}
            optional
            value={body.nameEn ?? ''}
            onChange={(nameEn) => setBody(optional(body, 'nameEn', nameEn))}
            maxLength={200}
          />
          <EditText
            label={say.code}
            hint={say.codeHint}
            value={code}
            onChange={(value) => {
              setSaved(false);
              setCode(value.toUpperCase());
            }}
            maxLength={40}
          />
          <EditText
            label={say.synonyms}
            hint={say.synonymsHint}
            optional
            value={body.synonyms.join('，')}
            onChange={(text) =>
              change({
                synonyms: text
                  .split(/[,，、]/)
                  .map((one) => one.trim())
                  .filter(Boolean),
              })
            }
          />
          <EditText
            label={say.about}
            optional
            rows={2}
            value={body.about ?? ''}
            onChange={(about) => {
              setSaved(false);
              setBody(optional(body, 'about', about));
            }}
            maxLength={500}
          />
          <EditSelect
            label={say.lead}
            value={body.leadDepartmentId}
            onChange={(leadDepartmentId) => leadDepartmentId && change({ leadDepartmentId })}
            options={departments}
          />
          <EditSelect
            label={say.policy}
            hint={joint.policyLines[body.policy]}
            value={body.policy}
            onChange={(policy) => policy && change({ policy })}
            options={policies.map((value) => ({ value, label: joint.policies[value] }))}
          />
          <EditField label={say.silenceSetting} hint={say.silence[String(body.silenceIsConsent) as 'true' | 'false']}>
            {({ id: control }) => (
              <Switch
                className="matters-switch"
                id={control}
                checked={body.silenceIsConsent}
                onChange={(silenceIsConsent) => change({ silenceIsConsent })}
              />
            )}
          </EditField>
          <EditText
            label={say.promised}
            optional
            kind="number"
            value={body.promisedLimit ? String(body.promisedLimit.value) : ''}
            onChange={(text) => {
              setSaved(false);
              const { promisedLimit: _, ...rest } = body;
              const value = Number.parseInt(text, 10);
              setBody(Number.isInteger(value) ? { ...rest, promisedLimit: { value, unit: 'workingDay' } } : rest);
            }}
          />
        </section>
        <EditedMembers body={body} members={checked.members} chooseItem={props.chooseItem} onChange={look} />
      </div>
      <EventChoices body={body} onChange={look} />
      {faults.some(({ why }) => why === 'circle') ? null : (
        <Course
          parts={body.members.map(({ key, after }) => {
            const departmentId = checked.members.find((one) => one.key === key)?.departmentId ?? null;
            return { key, after, name: nameOf(key), department: departmentName(departmentId) };
          })}
        />
      )}
      <EditedMapping
        body={body}
        members={checked.members}
        busy={check.sending}
        onChange={(to) => look({ ...body, ...to })}
        onComplete={() => void ask(body, true).catch(() => {})}
      />
      <EventSources body={body} members={checked.members} onChange={look} />
      <EventPreview body={body} members={checked.members} />
      {managed && managed.versions.length > 0 ? (
        <section className="matters-section" aria-labelledby="event-versions">
          <h2 id="event-versions">{say.versions}</h2>
          <ul>
            {managed.versions.map(({ version, inForceFrom }) => (
              <li key={version}>
                {say.version(version)} · {inForceFrom}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {publishing ? (
        <PublishEvent
          id={id}
          revision={revision}
          onClose={() => setPublishing(false)}
          onDone={(version) => {
            setRevision(revision + 1);
            void message.success(say.published(version));
          }}
        />
      ) : null}
    </div>
  );
}

/** While something is still to be written, the rest can be looked at and kept all the same. */
const filled = (body: Body): Body => ({
  ...body,
  name: body.name.trim() || '…',
  questions: body.questions.map((one) => ({
    ...one,
    question: one.question.trim() || '…',
    options: one.options.map((option) => ({ ...option, label: option.label.trim() || '…' })),
  })),
});

/** An empty text is no text. */
function optional(body: Body, key: 'nameEn' | 'about', text: string): Body {
  const { [key]: _, ...rest } = body;
  return text.trim() === '' ? (rest as Body) : { ...body, [key]: text };
}
