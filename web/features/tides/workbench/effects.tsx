/** What advices have brought: figures with their definitions, and the list behind them; those that did nothing are named as such. */
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  adviceFigures,
  adviceStates,
  outcomes,
  tidesContract as ops,
  type Advice,
  type Effects,
  type Misfit,
} from '#modules/tides/contract';
import { useOp } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Instant } from '#web/ui/due.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayDay, sayTime, today } from '#web/words/dates.ts';
import { useZoneName } from '#web/features/hall/zone-names.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { useMinutes } from './advice-card.tsx';
import { effectsWords } from './effects-words.ts';
import { TidesFrame, tideRoles } from './tides-frame.tsx';
import { tidesWords } from './words.ts';

/** Four weeks up to today, unless the address says otherwise. */
function periodOf(asked: Record<string, string | undefined>): { from: string; to: string } {
  const to = asked.to ?? today();
  return {
    from: asked.from ?? new Date(Date.parse(`${to}T00:00:00Z`) - 27 * 86_400_000).toISOString().slice(0, 10),
    to,
  };
}

function EffectsPage(): ReactNode {
  const say = useWords(effectsWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const { from, to } = periodOf(asked);
  return (
    <TidesFrame sub={say.sub(sayDay(from, language), sayDay(to, language))}>
      {(outletId) => <Hall key={outletId} outletId={outletId} period={{ from, to }} />}
    </TidesFrame>
  );
}

function Hall({ outletId, period }: { outletId: string; period: { from: string; to: string } }): ReactNode {
  const say = useWords(effectsWords);
  const [asked] = useAsked();
  const [open, setOpen] = useState<string>();
  const params = { id: outletId };
  const sums = useOp(ops.sumEffects, { params, query: period }, { keepPrevious: true });
  const state = adviceStates.find((one) => one === asked.state);
  const outcome = outcomes.find((one) => one === asked.outcome);
  const figure = adviceFigures.find((one) => one === asked.figure);
  const rows = useRows(ops.listAdvice, {
    params,
    query: { ...period, ...(state ? { state } : {}), ...(outcome ? { outcome } : {}), ...(figure ? { figure } : {}) },
  });
  return (
    <>
      <div className="yc-row">
        <FilterDay name="from" label={say.from} usual={period.from} />
        <FilterDay name="to" label={say.to} usual={period.to} />
      </div>
      <Query of={sums} loading={<Loading rows={2} />}>
        {(all) => <Figures all={all} />}
      </Query>
      <p className="yc-muted yc-small">{say.definition}</p>
      <DataTable
        name="tides.advice"
        label={say.listLabel}
        columns={useColumnsOfAdvice(outletId)}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        height="30rem"
        filtered={(state ?? outcome ?? figure) !== undefined}
        empty={<Empty title={say.nothingAtAll} />}
        filters={<Filters />}
      />
      {open ? <One id={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function Filters(): ReactNode {
  const words = useWords(tidesWords);
  const say = useWords(effectsWords);
  const { states } = words;
  return (
    <>
      <FilterSelect
        name="figure"
        label={say.allFigures}
        options={adviceFigures.map((value) => ({ value, label: say.figures[value] }))}
        width={16}
      />
      <FilterSelect
        name="state"
        label={say.allStates}
        options={adviceStates.map((value) => ({ value, label: states[value] }))}
        width={10}
      />
      <FilterSelect
        name="outcome"
        label={say.all}
        options={outcomes.map((value) => ({ value, label: say.outcomes[value] }))}
        width={10}
      />
    </>
  );
}

function Figures({ all }: { all: Effects }): ReactNode {
  const say = useWords(effectsWords);
  const [, ask] = useAsked();
  const figure = (
    title: string,
    value: number,
    line: string,
    condition?: Record<string, string | undefined>,
  ): ReactNode => (
    <li key={title}>
      <span className="yc-small">{title}</span>
      {condition ? (
        <Button
          type="link"
          style={{ padding: 0, justifySelf: 'start', height: 'auto' }}
          onClick={() => ask({ state: undefined, outcome: undefined, figure: undefined, ...condition })}
        >
          <strong className="yc-numbers">{value}</strong>
        </Button>
      ) : (
        <strong className="yc-numbers">{value}</strong>
      )}
      <span className="yc-muted yc-small">{line}</span>
    </li>
  );
  const measured = say.measuredOf(all.measured);
  return (
    <ul className="yc-plain tides-figures">
      {figure(say.advised, all.advised, '', {})}
      {figure(say.followed, all.followed, '', { figure: 'followed' })}
      {figure(say.unbidden, all.unbidden, say.unbiddenWhat, { figure: 'unbidden' })}
      {figure(say.helped, all.helped, measured, { outcome: 'helped' })}
      {figure(say.little, all.little, measured, { outcome: 'little' })}
      {figure(say.nothing, all.nothing, measured, { outcome: 'nothing' })}
      {figure(say.saved, Math.round(all.saved), say.savedOf(Math.round(all.promised), Math.round(all.staffed)), {
        figure: 'measured',
      })}
      {figure(say.refused, all.refused, '', { state: 'refused' })}
      {figure(say.unanswered, all.unanswered, '', { figure: 'unanswered' })}
      {figure(say.overtaken, all.overtaken, '', { state: 'overtaken' })}
    </ul>
  );
}

function useColumnsOfAdvice(outletId: string): Column<Advice>[] {
  const zoneName = useZoneName(outletId);
  const words = useWords(tidesWords);
  const minutes = useMinutes();
  const say = useWords(effectsWords);
  return [
    { key: 'at', title: say.at, width: 10, grow: 0, render: ({ madeAt }) => <Instant at={madeAt} /> },
    {
      key: 'what',
      title: say.what,
      width: 12,
      grow: 2,
      render: ({ kind, zone, windowNumber }) => `${words.kinds[kind]} ${windowNumber} · ${zoneName(zone)}`,
    },
    { key: 'state', title: say.state, width: 10, grow: 0, render: ({ state }) => words.states[state] },
    { key: 'who', title: say.who, width: 5.5, grow: 0, render: ({ decidedBy }) => decidedBy ?? '' },
    {
      key: 'outcome',
      title: say.outcome,
      width: 8.5,
      grow: 0,
      render: ({ effect, beganAt, decidedBy }) =>
        beganAt && decidedBy === null
          ? say.notCounted
          : effect
            ? say.outcomes[effect.outcome]
            : beganAt
              ? say.pending
              : '',
    },
    {
      key: 'waits',
      title: say.waitsShort,
      width: 10,
      grow: 0,
      render: ({ effect }) => (effect ? `${minutes(effect.wait)} / ${minutes(effect.usual)}` : ''),
    },
    {
      key: 'without',
      title: say.withoutShort,
      width: 10,
      grow: 0,
      render: ({ effect }) => (effect ? `${minutes(effect.withWindow)} / ${minutes(effect.withoutWindow)}` : ''),
    },
    {
      key: 'saved',
      title: say.savedShort,
      width: 6,
      grow: 0,
      align: 'end',
      render: ({ effect }) => (effect ? Math.round(effect.saved) : ''),
    },
  ];
}

/** One advice whole: why, each act on it, what it brought. */
function One({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const words = useWords(tidesWords);
  const language = useLanguage();
  const minutes = useMinutes();
  const say = useWords(effectsWords);
  const found = useOp(ops.getAdvice, { params: { id } });
  return (
    <Modal
      open
      title={say.what}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{words.close}</Button>}
      width={640}
    >
      <Query of={found}>
        {(advice) => (
          <div className="yc-stack">
            <p>{pick(language, advice.why.zh, advice.why.en)}</p>
            <p className="yc-muted yc-small">
              {words.compared(oneByOne(advice.seen.days.map((day) => sayDay(day, language))))}
            </p>
            <ol className="yc-plain">
              {advice.steps.map((step) => (
                <li key={`${step.at} ${step.act}`}>
                  <span className="yc-numbers">{sayTime(step.at)}</span> {words.acts[step.act]}
                  {step.by ? ` · ${step.by}` : ''}
                  {step.said ? ` · ${words.misfits[step.said as Misfit] ?? step.said}` : ''}
                </li>
              ))}
            </ol>
            {advice.effect ? (
              <div className="yc-panel">
                <p>
                  <strong>{advice.decidedBy === null ? say.notCounted : say.outcomes[advice.effect.outcome]}</strong>
                  {' · '}
                  {words.served(advice.effect.served)}
                </p>
                <p>
                  {say.waits}: {minutes(advice.effect.wait)} / {minutes(advice.effect.usual)}
                </p>
                <p>
                  {say.without}: {minutes(advice.effect.withWindow)} / {minutes(advice.effect.withoutWindow)}
                </p>
                <p>
                  {say.saved}: {Math.round(advice.effect.saved)} (
                  {say.savedOf(Math.round(advice.savesMinutes), advice.effect.staffed)})
                </p>
              </div>
            ) : (
              <p className="yc-muted">{advice.beganAt ? say.pending : say.noEffect}</p>
            )}
          </div>
        )}
      </Query>
    </Modal>
  );
}

export const page = definePage({ roles: tideRoles, Component: EffectsPage });
