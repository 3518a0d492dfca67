/** What is wrong with the rules: what cannot be read, gaps and overlaps with an example, rules that never count, tests that fail. */
import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Report, RuleSet } from '#modules/rules/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { rulesWords } from './words.ts';

type Fault = Report['faults'][number];
type Table = RuleSet['tables'][number];

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

/** The words that a place lacks, of `/title` and `/rules/2`: the names of its fields that are empty. */
function emptyIn(table: Table | undefined, place: string): string[] {
  const [, at] = /^\/rules\/(\d+)/.exec(place) ?? [];
  const rule = at === undefined ? undefined : table?.rules[Number(at)];
  if (!table || (at !== undefined && !rule)) return [];
  const words = rule ? { reason: rule.reason, reasonEn: rule.reasonEn, article: rule.article } : { title: table.title, titleEn: table.titleEn }; // prettier-ignore
  return Object.entries(words).flatMap(([name, text]) => (text.trim() ? [] : [name]));
}

export function Findings(props: {
  body: RuleSet;
  report: Report | undefined;
  checking: boolean;
  /** What to do about it is not up to the reader, or who publishes. */
  note: string | undefined;
  /** Leads to a table, and to a place in it: `/rules/2/cells/1`. */
  onTable: (at: number, place?: string) => void;
}): ReactNode {
  const { body, report, checking, note, onTable } = props;
  const say = useWords(rulesWords);
  const language = useLanguage();
  const comma = language === 'en' ? ', ' : '、';
  const numbers = (rules: readonly number[]): string => rules.map((rule) => rule + 1).join(comma);
  const titleOf = (at: number): string => {
    const table = body.tables[at];
    return (table && pick(language, table.title, table.titleEn)) || say.fresh;
  };
  const columnsOf = (at: number): string[] =>
    (body.tables[at]?.columns ?? []).map(({ label, labelEn, expression }) => pick(language, label, labelEn) || expression); // prettier-ignore
  const wrong = (fault: Fault, table: number, place: string): string => {
    if (fault.fault === 'unreadable')
      return say.unread((fault.column ?? 0) + 1, say.expected[fault.expected ?? ''] ?? `“${fault.expected}”`);
    if (fault.fault === 'wordsMissing') {
      const empty = emptyIn(body.tables[table], place).map((name) => say.words[name] ?? name);
      if (empty.length > 0) return say.fillIn(empty.join(comma));
    }
    return `${say.faults[fault.fault]}${fault.name ? ` ${fault.name}` : ''}`;
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
      {report?.ready && note ? <p className="yc-muted">{note}</p> : null}
      {report && report.faults.length > 0 ? (
        <ul className="yc-plain">
          {report.faults.slice(0, 30).map((fault, index) => {
            const [, at = '0', place = ''] = /^\/tables\/(\d+)(.*)$/.exec(fault.at) ?? [];
            const [, rule] = /^\/rules\/(\d+)/.exec(place) ?? [];
            const [, column] = /\/(?:cells|columns)\/(\d+)/.exec(place) ?? [];
            const empty = fault.fault === 'wordsMissing' ? emptyIn(body.tables[Number(at)], place)[0] : undefined;
            const to = empty ? (rule === undefined ? `/${empty}` : `${place}/${empty}`) : place;
            return (
              <li key={index}>
                <button type="button" className="rules-to" onClick={() => onTable(Number(at), to)}>
                  {say.place(
                    titleOf(Number(at)),
                    rule === undefined ? undefined : Number(rule) + 1,
                    column === undefined ? undefined : columnsOf(Number(at))[Number(column)],
                  )}
                </button>{' '}
                {wrong(fault, Number(at), place)}
              </li>
            );
          })}
        </ul>
      ) : null}
      {report?.tables.map((found, at) => {
        const { tableId, gaps, overlaps, never, notLooked, notLookedColumn, tests } = found;
        const failed = tests.flatMap((test, row) => (test.passed ? [] : [{ ...test, row }]));
        const columns = columnsOf(at);
        const place = (cells: readonly string[]): string =>
          cells
            .map((cell, index) => (cell === '-' ? '' : `${columns[index] ?? ''} ${cell}`))
            .filter(Boolean)
            .join(language === 'en' ? '; ' : '；') || say.everything;
        if (gaps.length + overlaps.length + never.length + failed.length === 0 && !notLooked) return null;
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
            {failed.length > 0 ? (
              <>
                <h3>{say.failedTests}</h3>
                <ul>
                  {failed.map(({ name, expected, got, rule, silence, row }) => (
                    <li key={row}>
                      <button type="button" className="rules-to" onClick={() => onTable(at, `/tests/${row}/name`)}>
                        {say.testRow(row + 1, name)}
                      </button>{' '}
                      {say.failedTest(
                        say.verdicts[expected],
                        say.verdicts[got],
                        rule === null ? (silence ? say.silences[silence] : '') : say.byRule(rule + 1),
                      )}
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
