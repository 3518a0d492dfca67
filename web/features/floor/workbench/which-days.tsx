/** From which day to which, with or without weekends: what plans of turns and of wardens ask alike. */
import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { daysOf, mostDays } from '../days.ts';
import { floorWords } from '../words.ts';

export interface Span {
  from: string;
  to: string;
  noWeekend: boolean;
}

/** Days are `YYYY-MM-DD`; none before today can be chosen. Says when there are more than can be planned at once; the dialog then does not send. */
export function WhichDays(props: {
  span: Span;
  say: { from: string; to: string; weekdays: string };
  onChange: (span: Span) => void;
}): ReactNode {
  const { span, say, onChange } = props;
  const { tooManyDays } = useWords(floorWords);
  return (
    <>
      <div className="yc-row">
        <label>
          {say.from}{' '}
          <Input
            type="date"
            min={today()}
            value={span.from}
            onChange={({ target }) => onChange({ ...span, from: target.value })}
          />
        </label>
        <label>
          {say.to}{' '}
          <Input
            type="date"
            min={span.from}
            value={span.to}
            onChange={({ target }) => onChange({ ...span, to: target.value })}
          />
        </label>
      </div>
      <Checkbox checked={span.noWeekend} onChange={({ target }) => onChange({ ...span, noWeekend: target.checked })}>
        {say.weekdays}
      </Checkbox>
      {daysOf(span).length > mostDays ? (
        <p className="yc-fault" role="alert">
          {tooManyDays(mostDays)}
        </p>
      ) : null}
    </>
  );
}
