/** Handing one or many items down to outlets, or taking them back; each item's outcome is shown as it comes. */
import './places.css';
import { CheckCircleOutlined, MinusCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Progress, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { readAgain } from '#web/client/query.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { useMedia } from '#web/ui/preferences.ts';
import { today } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { sayName } from '../portal/say-item.ts';
import { handDownMany, type Outcome, type Scope } from './hand-down.ts';
import { OutletChoice } from './outlet-choice.tsx';
import { placesWords } from './places-words.ts';
import { catalogueReadings } from './reading.ts';

interface Named {
  itemId: string;
  name: string;
  plainName?: string | null | undefined;
  nameEn?: string | null | undefined;
  plainNameEn?: string | null | undefined;
}

const scopes = ['accept', 'decide', 'print'] as const;

export function HandDownDialog(props: {
  act: 'handDown' | 'takeBack';
  items: readonly Named[];
  onClose: () => void;
}): ReactNode {
  const { act, items } = props;
  const say = useWords(placesWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const id = useId();
  const narrow = useMedia('(max-width: 44rem)');
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [scope, setScope] = useState<Scope>('accept');
  const [fromDay, setFromDay] = useState(today());
  const [missing, setMissing] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const [busy, setBusy] = useState(false);

  const go = async (): Promise<void> => {
    if (chosen.size === 0) return setMissing(true);
    setBusy(true);
    setOutcomes([]);
    await handDownMany(
      items.map(({ itemId }) => itemId),
      { act, outletIds: [...chosen], scope, fromDay: fromDay || today(), today: today() },
      (outcome) => setOutcomes((before) => [...(before ?? []), outcome]),
    );
    setBusy(false);
    await readAgain(...catalogueReadings);
  };
  const sayOutcome = ({ done, rescoped, later, error }: Outcome): string => {
    if (error) return `${say.result.failed}${colon()}${sayProblem(error, language).text}`;
    const parts = [
      done > 0 ? say.result.done(done) : '',
      rescoped > 0 ? say.resultScope(rescoped) : '',
      later > 0 ? say.later(later) : '',
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(language === 'en' ? '; ' : '；') : say.result.none;
  };
  const finished = outcomes !== undefined && !busy;
  return (
    <Drawer
      open
      title={(act === 'handDown' ? say.handDownMany : say.takeBackMany)(items.length)}
      size={narrow ? '100%' : 720}
      onClose={props.onClose}
      mask={{ closable: !busy }}
      footer={
        <div className="edit-foot">
          <span className="edit-more" />
          {finished ? (
            <Button type="primary" onClick={props.onClose}>
              {say.close}
            </Button>
          ) : (
            <>
              <Button onClick={props.onClose} disabled={busy}>
                {general.actions.cancel}
              </Button>
              <Button type="primary" danger={act === 'takeBack'} loading={busy} onClick={() => void go()}>
                {say.go(items.length, chosen.size)}
              </Button>
            </>
          )}
        </div>
      }
    >
      {outcomes === undefined ? (
        <div className="yc-stack">
          {act === 'handDown' ? (
            <>
              <fieldset className="hand-scope">
                <legend>{say.scope}</legend>
                <Radio.Group value={scope} onChange={({ target }) => setScope(target.value as Scope)}>
                  {scopes.map((one) => (
                    <Radio key={one} value={one}>
                      {say.scopes[one]} <span className="yc-muted yc-small">{say.scopeHints[one]}</span>
                    </Radio>
                  ))}
                </Radio.Group>
              </fieldset>
              <div className="hand-day">
                <label htmlFor={id}>{say.fromDay}</label>
                <Input
                  id={id}
                  type="date"
                  min={today()}
                  value={fromDay}
                  onChange={({ target }) => setFromDay(target.value)}
                />
              </div>
            </>
          ) : (
            <p className="yc-muted">{say.takeBackNote}</p>
          )}
          <OutletChoice
            chosen={chosen}
            onChange={(next) => {
              setMissing(false);
              setChosen(next);
            }}
            fault={missing ? say.chooseFirst : undefined}
          />
        </div>
      ) : (
        <div className="yc-stack" aria-live="polite">
          <Progress
            percent={Math.round((outcomes.length / Math.max(1, items.length)) * 100)}
            aria-label={say.progress(outcomes.length, items.length)}
            format={() => `${outcomes.length} / ${items.length}`}
          />
          <ul className="yc-plain hand-outcomes">
            {outcomes.map((outcome) => {
              const item = items.find(({ itemId }) => itemId === outcome.itemId);
              return (
                <li key={outcome.itemId}>
                  {outcome.error ? (
                    <WarningOutlined className="hand-bad" aria-hidden="true" />
                  ) : outcome.done > 0 ? (
                    <CheckCircleOutlined className="hand-good" aria-hidden="true" />
                  ) : (
                    <MinusCircleOutlined aria-hidden="true" />
                  )}
                  <span>
                    <strong>{item ? sayName(item, language) : ''}</strong>{' '}
                    <span className={outcome.error ? 'yc-fault' : 'yc-muted'}>{sayOutcome(outcome)}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Drawer>
  );
}
