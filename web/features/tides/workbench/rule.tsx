/** The settings of the house: each with what it does and what is usual. */
import { Button, InputNumber, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { tidesContract as ops, type Rule } from '#modules/tides/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { definePage } from '#web/ui/page.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { staffingWords } from './staffing-words.ts';
import { TidesFrame, tideRoles } from './tides-frame.tsx';

/** Numbers with their bounds, as the contract has them. */
const numbers = [
  ['abovePercent', 5, 200, 1],
  ['leastMinutes', 0, 60, 1],
  ['weeks', 2, 12, 1],
  ['price', 0.5, 20, 0.5],
  ['delayMinutes', 1, 30, 1],
  ['shortestMinutes', 15, 240, 5],
  ['answerMinutes', 1, 60, 1],
  ['lapseMinutes', 5, 120, 1],
  ['coolDownMinutes', 0, 240, 5],
  ['dailyMost', 1, 200, 1],
  ['aimMinutes', 1, 60, 0.5],
] as const;

function RulePage(): ReactNode {
  const { rule: say } = useWords(staffingWords);
  return <TidesFrame sub={say.sub}>{(outletId) => <Hall key={outletId} outletId={outletId} />}</TidesFrame>;
}

function Hall({ outletId }: { outletId: string }): ReactNode {
  const found = useOp(ops.showRule, { params: { id: outletId } });
  return <Query of={found}>{(rule) => <Form outletId={outletId} rule={rule} />}</Query>;
}

function Form({ outletId, rule }: { outletId: string; rule: Rule }): ReactNode {
  const { rule: say } = useWords(staffingWords);
  const mayEdit = hasRole(useMe(), ['office']);
  const { managers, usual, ...own } = rule;
  // Who has no post in the office any more, or only stood in when they were named, is told no more: keeping them would keep the rest from being saved.
  const managerIds = own.managerIds.filter((id) => managers.some((one) => one.id === id));
  const [draft, setDraft] = useState({ ...own, managerIds });
  const act = useAct(ops.saveRule, { changes: [ops.showRule, ops.showTides] });
  const set = (change: Partial<typeof own>): void => {
    act.reset();
    setDraft({ ...draft, ...change });
  };
  return (
    <form
      className="tides-rule"
      onSubmit={(event) => {
        event.preventDefault();
        void act.send({ params: { id: outletId }, body: draft }).catch(() => {});
      }}
    >
      {mayEdit ? null : <p className="yc-muted">{say.only}</p>}
      <div className="tides-setting">
        <span className="yc-row">
          <Switch
            id="tides-active"
            aria-labelledby="tides-active-name"
            checked={draft.active}
            disabled={!mayEdit}
            onChange={(active) => set({ active })}
          />
          <strong id="tides-active-name">{say.active.name}</strong>
        </span>
        <span className="yc-muted yc-small">{say.active.line}</span>
      </div>
      {numbers.map(([name, min, max, step]) => (
        <label key={name}>
          <strong>{say[name].name}</strong>
          <InputNumber
            value={draft[name]}
            min={min}
            max={max}
            step={step}
            disabled={!mayEdit}
            onChange={(value) => set({ [name]: value ?? usual[name] })}
          />
          <span className="yc-muted yc-small">
            {say[name].line} {say.usual(String(usual[name]))}
          </span>
        </label>
      ))}
      <div className="tides-setting">
        <strong id="tides-managers">{say.managers.name}</strong>
        <Select
          mode="multiple"
          aria-labelledby="tides-managers"
          value={draft.managerIds}
          disabled={!mayEdit}
          onChange={(chosen) => set({ managerIds: chosen })}
          options={managers.map(({ id, name }) => ({ value: id, label: name }))}
          optionFilterProp="label"
        />
        <span className="yc-muted yc-small">{say.managers.line}</span>
      </div>
      <ProblemNote error={act.error} />
      {mayEdit ? (
        <div className="yc-row">
          <Button type="primary" htmlType="submit" loading={act.sending}>
            {say.save}
          </Button>
          <span role="status">{act.reply ? say.saved : ''}</span>
        </div>
      ) : null}
    </form>
  );
}

export const page = definePage({ roles: tideRoles, Component: RulePage });
