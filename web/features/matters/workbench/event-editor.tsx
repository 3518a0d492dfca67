/** Editing a life event: what it is called, its items and their order, what is asked once, and what is wrong with it. */
import '../matters.css';
import { App, Button, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { mattersContract, policies, type LifeEventBody } from '#modules/matters/contract';
import type { ReplyOf } from '#platform/contract';
import type { Static } from 'typebox';
import { useAct } from '#web/client/query.ts';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { Course } from '../course.tsx';
import { useDepartmentName, useDepartmentOptions } from '#web/features/offices/departments.ts';
import { jointWords } from '../words.ts';
import { EditedMapping } from './event-mapping.tsx';
import { EditedMembers, type ChooseItem } from './event-members.tsx';
import { eventWords } from './event-words.ts';
import { PublishEvent, readings } from './publish-event.tsx';

export type Body = Static<typeof LifeEventBody>;
export type Managed = ReplyOf<typeof mattersContract.getManagedEvent>;

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
  const [publishing, setPublishing] = useState(false);
  const save = useAct(mattersContract.saveEventDraft, { changes: readings });
  const check = useAct(mattersContract.checkEvent);
  const withdraw = useAct(mattersContract.withdrawEvent, { changes: readings });
  const change = (to: Partial<Body>): void => {
    setSaved(false);
    setBody((before) => ({ ...before, ...to }));
  };
  const ask = async (next: Body, propose: boolean): Promise<void> => {
    const answer = await check.send({ body: { body: next, propose } });
    if (propose) change(answer.body);
    setChecked(answer);
  };
  const keep = async (): Promise<void> => {
    const kept = await save.send({ params: { id }, body: { code: code.trim(), revision, body } });
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
      {save.error ? <ProblemNote error={save.error} /> : null}
      {check.error ? <ProblemNote error={check.error} /> : null}
      <Faults faults={faults} nameOf={nameOf} />
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
        <EditedMembers
          body={body}
          members={checked.members}
          chooseItem={props.chooseItem}
          onChange={(to) => {
            change(to);
            void ask({ ...body, ...to }, false).catch(() => {});
          }}
        />
      </div>
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
        onChange={change}
        onComplete={() => void ask(body, true).catch(() => {})}
      />
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

/** An empty text is no text. */
function optional(body: Body, key: 'nameEn' | 'about', text: string): Body {
  const { [key]: _, ...rest } = body;
  return text.trim() === '' ? (rest as Body) : { ...body, [key]: text };
}

function Faults(props: { faults: Managed['faults']; nameOf: (key: string) => string }): ReactNode {
  const say = useWords(eventWords);
  const { faults } = props;
  if (faults.length === 0) return <p className="yc-muted">{say.noFaults}</p>;
  return (
    <section className="yc-panel matters-section" aria-labelledby="event-faults">
      <h2 id="event-faults">{say.faults}</h2>
      <ul className="matters-faults">
        {faults.slice(0, 30).map(({ why, path, names }, at) => (
          <li key={`${why}${path}${at}`}>
            {say.faultWords[why](
              why === 'circle'
                ? [...names, names[0]!].map(props.nameOf).join(' → ')
                : names.map(props.nameOf).join(' · '),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
