/** Handing in what was missing: everything that was asked for on one page, kept until it has been sent. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import { useAct } from '#web/client/query.ts';
import { FieldInput } from '#web/ui/item-form/field-input.tsx';
import { useItemForm } from '#web/ui/item-form/item-form.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { materialsFor, waysOf, type Handed } from './application.ts';
import type { Offer } from './filling.ts';
import { MaterialHint, MaterialStep } from './material-step.tsx';
import { promiseWords } from './promise-words.ts';
import { caseWords } from './words.ts';
import './cases.css';

export function SupplementForm(props: { whole: CaseWhole; body: ItemBody; offer?: Offer }): ReactNode {
  const { body } = props;
  const say = useWords(caseWords);
  const promises = useWords(promiseWords);
  const language = useLanguage();
  const navigate = useNavigate();
  // What was asked when the page was opened: a change elsewhere must not take the fields away while files are uploaded.
  const [whole] = useState(props.whole);
  const [handed, setHanded] = useState<Record<string, Handed>>({});
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState(false);
  const [nothing, setNothing] = useState(false);
  const curable = whole.undertakings.filter(
    ({ kind, state }) => kind === 'tolerance' && (state === 'open' || state === 'lapsed'),
  );
  // What was asked for comes first; otherwise what was undertaken at acceptance is handed in here.
  const curing = whole.wanted.length === 0 && curable.length > 0;
  const wanted = curing
    ? curable.map(({ materialId, materialName, dueOn }) => ({
        materialId,
        what: dueOn ? promises.undertakenBy(materialName, sayDay(dueOn, language)) : materialName,
      }))
    : whole.wanted;
  const changes = [casesContract.getCase, casesContract.myCases];
  const supplementing = useAct(casesContract.supplement, { changes });
  const cure = useAct(casesContract.cure, { changes });
  const act = curing ? cure : supplementing;
  const form = useItemForm({
    form: body.form,
    situations: body.situations,
    initial: { ...whole.answers, ...whole.situations },
  });
  const { id } = whole.case;
  const wantedIds = new Set(wanted.flatMap(({ materialId }) => materialId ?? []));
  const all = materialsFor(body, { ...whole.answers, ...whole.situations }).own;
  const unnamed = wanted.filter(({ materialId }) => materialId === null);
  // What was asked for without naming a material may be any of them.
  const materials = unnamed.length > 0 ? all : all.filter((material) => wantedIds.has(material.id));
  const given = materials.filter((material) => {
    const one = handed[material.id];
    return one !== undefined && (one.how === 'paper' || one.how === 'locker' || one.files.length > 0);
  });

  const hand = (materialId: string, to: Handed): void => {
    setNothing(false);
    setHanded((before) => ({ ...before, [materialId]: to }));
  };
  const principal =
    whole.applicant.kind === 'organisation' ? { organisationId: whole.applicant.id } : { personId: whole.applicant.id };

  if (wanted.length === 0) return <Empty title={say.supplementNone} />;
  const send = async (): Promise<void> => {
    const changed = editing && form.changes > 0;
    if (given.length === 0 && !changed) {
      setNothing(true);
      return focusFault();
    }
    if (changed && !form.check()) return focusFault();
    const sent = given.map((material) => {
      const { how, files, entryId } = handed[material.id]!;
      if (how === 'locker' && entryId) return { materialId: material.id, how, fileIds: [], entryId };
      const paper = how === 'paper';
      return {
        materialId: material.id,
        how: paper ? ('paper' as const) : ('upload' as const),
        fileIds: paper ? [] : files.map((file) => file.id),
      };
    });
    const params = { id };
    const actionId = act.key();
    const sending = curing
      ? cure.send({ params, body: { actionId, materials: sent } })
      : supplementing.send({
          params,
          body: { actionId, ...(changed ? form.values() : {}), ...(sent.length > 0 ? { materials: sent } : {}) },
        });
    const done = await sending.then(
      () => true,
      (thrown: unknown) => {
        form.refuse(thrown);
        focusFault();
        return false;
      },
    );
    if (done) void navigate({ to: '/mine/cases/$id', params: { id } as never, replace: true });
  };
  const notes = (materialId: string): string[] =>
    wanted.filter((one) => one.materialId === materialId).map(({ what }) => what);
  return (
    <form
      className="yc-wizard"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy.size === 0) void send();
      }}
    >
      <PageHeader
        title={say.supplementTitle}
        sub={`${pick(language, body.plainName ?? body.name, body.plainNameEn ?? body.nameEn)} · ${whole.case.number}`}
        back={{ to: `/mine/cases/${id}`, say: say.toCaseBack }}
      />
      <div className="cases-now todo">
        <p className="cases-now-line">{say.wantedTitle}</p>
        <ul className="cases-wanted">
          {wanted.map(({ what, materialId }) => (
            <li key={`${materialId}-${what}`}>{what}</li>
          ))}
        </ul>
      </div>
      {materials.map((material) => (
        <section key={material.id} className="cases-section" aria-labelledby={`s-${material.id}`}>
          <h2 id={`s-${material.id}`}>{pick(language, material.name, material.nameEn)}</h2>
          {curing ? null : notes(material.id).map((note) => <p key={note}>{note}</p>)}
          <div className="yc-muted yc-small">
            <MaterialHint material={material} now />
            {curing ? null : <p>{say.uploadMore}</p>}
          </div>
          <MaterialStep
            material={material}
            handed={
              handed[material.id] ??
              (waysOf(material).some((way) => way === 'paper') ? { how: 'upload', files: [] } : undefined)
            }
            onChange={(to) => hand(material.id, to)}
            now
            onBusy={(now) =>
              setBusy((before) => {
                const next = new Set(before);
                if (now) next.add(material.id);
                else next.delete(material.id);
                return next;
              })
            }
            fault={undefined}
            offer={
              material.metBy
                ? props.offer?.({
                    applicant: principal,
                    materialId: material.id,
                    entryId: handed[material.id]?.entryId,
                    onUse: (entryId) =>
                      hand(material.id, { files: handed[material.id]?.files ?? [], how: 'locker', entryId }),
                    onDrop: () => hand(material.id, { files: handed[material.id]?.files ?? [], how: 'upload' }),
                  })
                : null
            }
          />
        </section>
      ))}
      {editing ? (
        <div className="yc-form">
          {form.fields.map(({ name, field, required }) => (
            <FieldInput
              key={name}
              name={name}
              field={field}
              value={form.answer(name)}
              onChange={(value) => form.set(name, value)}
              onLeave={() => form.left(name)}
              fault={form.faults[name]}
              required={required}
            />
          ))}
        </div>
      ) : form.fields.length > 0 && !curing ? (
        <div>
          <Button onClick={() => setEditing(true)}>{say.supplementAnswers}</Button>
        </div>
      ) : null}
      {nothing ? (
        <p className="yc-fault" role="alert" tabIndex={-1}>
          {say.supplementNeed}
        </p>
      ) : null}
      <ProblemNote error={act.error} />
      <div>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={act.sending}
          disabled={busy.size > 0}
          className="yc-wizard-go"
        >
          {curing ? promises.cureSend : say.supplementSend}
        </Button>
      </div>
    </form>
  );
}
