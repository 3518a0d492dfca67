/** What is wrong with the rules: what cannot be read, gaps and overlaps with an example, rules that never count, tests that fail. */
import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Report, RuleSet } from '#modules/rules/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { rulesWords } from './words.ts';

/** How many things keep the rules from being published. */
const openIn = ({ faults, tables }: Report): number =>
  faults.length +
  tables.reduce(
    (sum, { gaps, overlaps, tests }) =>
      sum +
      gaps.length +
      overlaps.filter(({ contradictory }) => contradictory).length +
      tests.filter(({ passed }) => !passed).length,
    0,
  );

export function Findings(props: {
  body: RuleSet;
  report: Report | undefined;
  checking: boolean;
  onTable: (at: number) => void;
}): ReactNode {
  const { body, report, checking, onTable } = props;
  const say = useWords(rulesWords);
  const language = useLanguage();
  const numbers = (rules: readonly number[]): string =>
    rules.map((rule) => rule + 1).join(language === 'en' ? ', ' : '、');
  const titleOf = (at: number): string => {
    const table = body.tables[at];
    return (table && pick(language, table.title, table.titleEn)) || say.fresh;
  };
  return (
    <section className="rules-findings yc-panel" aria-label={say.findings} aria-busy={checking}>
      <h2>{say.findings}</h2>
      <p role="status" className={report?.ready ? 'rules-good' : ''}>
        {!report ? (
          say.checking
        ) : report.ready ? (
          <>
            <CheckCircleFilled aria-hidden="true" /> {say.ready}
          </>
        ) : (
          <>
            <WarningFilled aria-hidden="true" className="rules-warn" /> {say.notReady(openIn(report))}
          </>
        )}
      </p>
      {report && report.faults.length > 0 ? (
        <ul className="yc-plain">
          {report.faults.slice(0, 30).map((fault, index) => {
            const [, table = '0', , rule] = /^\/tables\/(\d+)(\/rules\/(\d+))?/.exec(fault.at) ?? [];
            return (
              <li key={index}>
                <button type="button" className="rules-to" onClick={() => onTable(Number(table))}>
                  {say.place(titleOf(Number(table)), rule === undefined ? undefined : Number(rule) + 1)}
                </button>{' '}
                {fault.expected === undefined
                  ? say.faults[fault.fault]
                  : say.unread((fault.column ?? 0) + 1, say.expected[fault.expected] ?? `“${fault.expected}”`)}
                {fault.name ? ` ${fault.name}` : ''}
              </li>
            );
          })}
        </ul>
      ) : null}
      {report?.tables.map((found, at) => {
        const { tableId, gaps, overlaps, never, notLooked, notLookedColumn } = found;
        const table = body.tables[at];
        const columns = (table?.columns ?? []).map(({ label, labelEn, expression }) => pick(language, label, labelEn) || expression); // prettier-ignore
        const place = (cells: readonly string[]): string =>
          cells
            .map((cell, index) => (cell === '-' ? '' : `${columns[index] ?? ''} ${cell}`))
            .filter(Boolean)
            .join(language === 'en' ? '; ' : '；') || '-';
        if (gaps.length + overlaps.length + never.length === 0 && !notLooked) return null;
        return (
          <div key={tableId} className="rules-found">
            <button type="button" className="rules-to" onClick={() => onTable(at)}>
              {titleOf(at)}
            </button>
            {notLooked ? <p>{say.notLooked[notLooked](columns[notLookedColumn ?? 0] ?? '')}</p> : null}
            {gaps.length > 0 ? (
              <>
                <h3>{say.gaps}</h3>
                <ul>
                  {gaps.map(({ cells, example }, index) => (
                    <li key={index}>
                      {place(cells)}{' '}
                      <span className="yc-muted">
                        {say.gapExample(example.filter((one) => one !== 'null').join(' · '))}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            {overlaps.length > 0 ? (
              <>
                <h3>{say.overlaps}</h3>
                <ul>
                  {overlaps.map(({ cells, rules, contradictory }, index) => (
                    <li key={index}>
                      {say.overlap(numbers(rules))}: {place(cells)}{' '}
                      <span className={contradictory ? 'rules-bad' : 'yc-muted'}>
                        {contradictory ? say.contradictory : say.harmless}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            {never.length > 0 ? <p>{say.never(numbers(never))}</p> : null}
          </div>
        );
      })}
    </section>
  );
}
