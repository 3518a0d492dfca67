/** One figure: its value, what it is made of, what it was before; its definition on hover and focus. */
import { InfoCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { FigureFilter, insightContract } from '#modules/insight/contract';
import type { ReplyOf } from '#platform/contract';
import { useLanguage, useWords } from '#web/words/language.ts';
import type { Language } from '#web/words/words.ts';
import { insightWords } from './words.ts';

export type Figure = ReplyOf<typeof insightContract.getFigures>['figures'][number];

const count = (value: number): string => value.toLocaleString('en-US');

/** 98.4 %, 3.2 days, 1,204; a word where there is nothing to divide by. */
export function sayFigure(figure: Pick<Figure, 'kind' | 'value' | 'unit'>, language: Language): string {
  const say = insightWords[language];
  if (figure.value === null) return say.noValue;
  if (figure.kind === 'share') return `${(Math.round(figure.value * 1000) / 10).toFixed(1)}%`;
  if (figure.unit === 'visit') return `${(Math.round(figure.value * 100) / 100).toFixed(2)}${say.times}`;
  if (figure.kind === 'average') return `${(Math.round(figure.value * 10) / 10).toFixed(1)}${say.days}`;
  return count(figure.value);
}

export function FigureTile(props: { figure: Figure; earlier: Figure | undefined; filter: FigureFilter }): ReactNode {
  const { figure, earlier, filter } = props;
  const say = useWords(insightWords);
  const language = useLanguage();
  const name = figure.name[language];
  const shown = sayFigure(figure, language);
  const alarming = (figure.id === 'overdue' || figure.id === 'late') && figure.numerator > 0;
  const numbers = figure.numeratorSet ?? figure.behind;
  const list = (set: string, inner: ReactNode, label: string): ReactNode => (
    <Link to="/figures/$set" params={{ set } as never} search={filter as never}>
      {inner}
      {/* Behind the figure, not instead of it: who speaks to the machine says what is seen. */}
      <span className="yc-hidden"> {label}</span>
    </Link>
  );
  return (
    <div className={`figure${alarming ? ' alarming' : ''}`}>
      <div className="figure-name">
        {name}
        {figure.now ? <span className="yc-muted yc-small"> {say.now}</span> : null}
        <Tooltip title={figure.definition[language]} trigger={['hover', 'focus', 'click']}>
          <button type="button" aria-label={`${say.definition} ${name}: ${figure.definition[language]}`}>
            <InfoCircleOutlined aria-hidden="true" />
          </button>
        </Tooltip>
      </div>
      <div className="figure-value yc-numbers">{numbers ? list(numbers, shown, say.list(name)) : shown}</div>
      <div className="figure-parts yc-small yc-muted yc-numbers">
        {figure.denominator === null ? null : (
          <span>
            {figure.numeratorSet
              ? list(figure.numeratorSet, count(figure.numerator), say.list(say.sets[figure.numeratorSet]))
              : count(figure.numerator)}{' '}
            /{' '}
            {figure.denominatorSet
              ? list(figure.denominatorSet, count(figure.denominator), say.list(say.sets[figure.denominatorSet]))
              : count(figure.denominator)}
          </span>
        )}
        {earlier ? <span>{say.before(sayFigure(earlier, language))}</span> : null}
      </div>
    </div>
  );
}
