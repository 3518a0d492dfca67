/** Editing a type of project: the limit and its unit, stages and steps, the steward's menu; checked, and published as a version. */
import '../projects.css';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops, stages, type ProjectTypeBody } from '#modules/projects/contract';
import type { ReplyOf } from '#platform/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { today } from '#web/words/dates.ts';
import { oneByOne, useWords } from '#web/words/language.ts';
import { projectWords } from '../words.ts';
import { makeWords } from './make-words.ts';
import { editable, emptyIn, emptyType, freeKey, sendable, type MenuEntry } from './type-form.ts';
import { TypeStages, type ChooseItem } from './type-stages.tsx';

type Line = ReplyOf<typeof ops.newestTypes>['rows'][number];
type Faults = ReplyOf<typeof ops.checkType>['faults'];

const days = (text: string): number => (text.trim() === '' ? NaN : Number(text));
const shown = (count: number): string => (Number.isNaN(count) ? '' : String(count));

export function TypeEditor(props: { id: string; type: Line | undefined; chooseItem: ChooseItem; mayEdit: boolean }): ReactNode {
  const { id, type, mayEdit } = props;
  const say = useWords(makeWords);
  const navigate = useNavigate();
  const [body, setBody] = useState<ProjectTypeBody>(() => editable(type?.body ?? emptyType));
  const [code, setCode] = useState(type?.code ?? '');
  const [own, setOwn] = useState(body.ownProcedures.join('，'));
  const [from, setFrom] = useState(today());
  const [checked, setChecked] = useState(false);
  const [faults, setFaults] = useState<Faults>();
  const [publishing, setPublishing] = useState(false);
  const names = useItemNames(type);
  const check = useAct(ops.checkType);
  const publish = useAct(ops.publishType, { changes: [ops.newestTypes, ops.listTypes] });
  const empty = checked ? emptyIn(body) : [];
  const change = (to: Partial<ProjectTypeBody>): void => {
    setFaults(undefined);
    setBody((before) => ({ ...before, ...to }));
  };
  const toSend = (): ProjectTypeBody =>
    sendable({ ...body, ownProcedures: own.split(/[,，、]/).map((one) => one.trim()).filter(Boolean) }); // prettier-ignore
  const ask = async (): Promise<boolean> => {
    setChecked(true);
    if (emptyIn(body).length > 0 || code.trim() === '') {
      focusFault();
      return false;
    }
    const { faults: found } = await check.send({ body: { body: toSend() } });
    setFaults(found);
    return found.length === 0;
  };
  const needed = (key: string): string | undefined => (empty.includes(key) ? say.needed : undefined);
  return (
    <div className="projects-page projects-form">
      <PageHeader
        title={type ? (mayEdit ? say.editType(type.body.name) : type.body.name) : say.newType}
        sub={mayEdit ? say.typesLine : say.readOnly}
        back={{ to: '/project-types', say: say.types }}
      />
      <EditText label={say.typeColumns.name} value={body.name} maxLength={120} disabled={!mayEdit} onChange={(name) => change({ name })} fault={needed('name')} />
      <EditText label={say.nameEn} optional value={body.nameEn ?? ''} maxLength={120} disabled={!mayEdit} onChange={(nameEn) => change({ nameEn })} />
      <EditText label={say.code} value={code} maxLength={40} hint={say.codeHint} disabled={!mayEdit || type !== undefined} onChange={(text) => setCode(text.toUpperCase())} fault={checked && code.trim() === '' ? say.needed : undefined} />
      <EditText label={say.limit} kind="number" value={shown(body.limitDays)} disabled={!mayEdit} onChange={(text) => change({ limitDays: days(text) })} fault={needed('limitDays')} />
      <EditSelect label={say.unit} hint={say.unitHint} value={body.unit} disabled={!mayEdit} options={(['workingDay', 'calendarDay'] as const).map((value) => ({ value, label: say.units[value] }))} onChange={(unit) => unit && change({ unit })} />
      <EditSelect label={say.countsFrom} value={body.countsFrom} disabled={!mayEdit} options={(['submitted', 'accepted'] as const).map((value) => ({ value, label: say.counts[value] }))} onChange={(countsFrom) => countsFrom && change({ countsFrom })} />
      <EditText label={say.ownProcedures} optional hint={say.ownHint} value={own} disabled={!mayEdit} onChange={(text) => { setFaults(undefined); setOwn(text); }} />
      <EditText label={say.simulationDays} kind="number" value={shown(body.simulationDays)} disabled={!mayEdit} onChange={(text) => change({ simulationDays: days(text) })} fault={needed('simulationDays')} />
      <TypeStages body={body} onChange={(next) => change(next)} nameOf={names.nameOf} onNamed={names.add} chooseItem={props.chooseItem} mayEdit={mayEdit} />
      {empty.some((one) => ['steps', 'stepDays', 'stageLimit'].includes(one)) ? (
        <p className="yc-fault" role="alert">{empty.includes('steps') ? say.noSteps : say.needed}</p>
      ) : null}
      <TypeMenu menu={body.menu} onChange={(menu) => change({ menu })} mayEdit={mayEdit} fault={needed('menu')} />
      {faults ? <FaultList faults={faults} nameOf={(key) => names.nameOf(body.stages.flatMap(({ steps }) => steps).find((one) => one.key === key)?.itemCode ?? key)} /> : null}
      <ProblemNote error={check.error} />
      {mayEdit ? (
        <div className="yc-row">
          <Button loading={check.sending} onClick={() => void ask().catch(() => {})}>{say.check}</Button>
          <Button type="primary" onClick={() => void ask().then(setPublishing, () => {})}>{say.publish}</Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={publishing}
        title={say.publishTitle}
        verb={say.publish}
        onConfirm={async () => {
          await publish.send({ params: { id }, body: { code: code.trim(), version: type?.version ?? 0, body: toSend(), inForceFrom: from } });
          await navigate({ to: '/project-types' });
        }}
        onClose={() => setPublishing(false)}
      >
        <p>{say.publishLine}</p>
        <EditText label={say.inForceFrom} kind="date" value={from} onChange={setFrom} />
      </ConfirmDialog>
    </div>
  );
} // prettier-ignore

/** Names of the items of a type: of those that are there already as the server gave them, of those that were just chosen from the search. */
function useItemNames(type: Line | undefined) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  return {
    nameOf: (code: string): string => chosen[code] ?? type?.itemNames[code] ?? code,
    add: (code: string, name: string): void => setChosen((before) => ({ ...before, [code]: name })),
  };
}

function FaultList(props: { faults: Faults; nameOf: (key: string) => string }): ReactNode {
  const say = useWords(makeWords);
  if (props.faults.length === 0) return <p role="status">{say.sound}</p>;
  return (
    <ul className="yc-fault" role="alert">
      {props.faults.map(({ why, keys }) => (
        <li key={why}>
          {say.faults[why]}: {oneByOne(keys.map(props.nameOf))}
        </li>
      ))}
    </ul>
  );
}

function TypeMenu(props: {
  menu: readonly MenuEntry[];
  onChange: (menu: MenuEntry[]) => void;
  mayEdit: boolean;
  fault: string | undefined;
}): ReactNode {
  const { menu, mayEdit } = props;
  const say = useWords(makeWords);
  const general = useWords(projectWords);
  const set = (key: string, to: Partial<MenuEntry>): void =>
    props.onChange(menu.map((entry) => (entry.key === key ? { ...entry, ...to } : entry)));
  return (
    <section className="projects-section" aria-labelledby="type-menu">
      <h2 id="type-menu">{say.menu}</h2>
      <ol className="yc-plain projects-list">
        {menu.map((entry) => (
          <li key={entry.key} className="projects-card">
            <EditText label={say.menuWhat} value={entry.what} maxLength={200} disabled={!mayEdit} onChange={(what) => set(entry.key, { what })} fault={entry.what.trim() ? undefined : props.fault} />
            <EditText label={say.menuWhatEn} optional value={entry.whatEn ?? ''} maxLength={200} disabled={!mayEdit} onChange={(whatEn) => set(entry.key, { whatEn })} />
            <div className="yc-row">
              <EditSelect label={general.stage} value={entry.stage} disabled={!mayEdit} options={stages.map((value) => ({ value, label: general.stages[value] }))} onChange={(stage) => stage && set(entry.key, { stage })} />
              <EditSelect label={say.menuBy} value={entry.by} disabled={!mayEdit} options={(['steward', 'owner', 'department'] as const).map((value) => ({ value, label: general.by[value] }))} onChange={(by) => by && set(entry.key, { by })} />
              {mayEdit ? (
                <Button size="small" onClick={() => props.onChange(menu.filter(({ key }) => key !== entry.key))} aria-label={`${say.remove} ${entry.what}`}>
                  {say.remove}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {mayEdit ? (
        <div>
          <Button onClick={() => props.onChange([...menu, { key: freeKey('entry', menu.map(({ key }) => key)), stage: 'landUse', what: '', by: 'steward' }])}>
            {say.addEntry}
          </Button>
        </div>
      ) : null}
    </section>
  );
} // prettier-ignore
