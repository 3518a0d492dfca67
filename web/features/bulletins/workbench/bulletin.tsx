/** An edition: its sentences, its figures, its files, and what another edition says otherwise. */
import './bulletins.css';
import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { bulletinsContract } from '#modules/bulletins/contract';
import type { ReplyOf } from '#platform/contract';
import { hrefOf } from '#web/client/client.ts';
import { prefetch, useOp } from '#web/client/query.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { bulletinWords } from './words.ts';

type Whole = ReplyOf<typeof bulletinsContract.getBulletin>;
type Figure = Whole['figures'][number];
type Measured = Figure['here'];

const parts = ({ numerator, denominator }: Measured): string =>
  denominator === null ? String(numerator) : `${numerator}/${denominator}`;

/** 98.4 %, 3.2, 1,204; a dash where there is nothing to divide by or nothing to compare. */
function say(figure: Pick<Figure, 'kind' | 'unit'>, measured: Measured | null): string {
  if (!measured) return '–';
  if (figure.kind === 'count') return measured.numerator.toLocaleString('en-US');
  if (!measured.denominator) return '–';
  const value = measured.numerator / measured.denominator;
  return figure.kind === 'share' ? `${(value * 100).toFixed(1)}%` : value.toFixed(figure.unit === 'visit' ? 2 : 1);
}

function Files({ id }: { id: string }): ReactNode {
  const words = useWords(bulletinWords);
  const href = (format: 'pdf' | 'docx', language: 'zh-CN' | 'en') =>
    hrefOf(bulletinsContract.openBulletin, { params: { id }, query: { format, language } });
  return (
    <span className="yc-row">
      <a href={href('pdf', 'zh-CN')} target="_blank" rel="noreferrer">
        <FilePdfOutlined aria-hidden="true" /> {words.pdf}
      </a>
      <a href={href('docx', 'zh-CN')}>
        <FileWordOutlined aria-hidden="true" /> {words.word}
      </a>
      <a href={href('pdf', 'en')} target="_blank" rel="noreferrer">
        <FilePdfOutlined aria-hidden="true" /> {words.pdfOther}
      </a>
      <a href={href('docx', 'en')}>
        <FileWordOutlined aria-hidden="true" /> {words.wordOther}
      </a>
    </span>
  );
}

function Grid(props: { label: string; head: readonly string[]; rows: readonly (readonly ReactNode[])[] }): ReactNode {
  return (
    // Wider than a telephone: it is scrolled sideways, also with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="bulletin-table" role="region" aria-label={props.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {props.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...others], at) => (
            <tr key={at}>
              <th scope="row">{first}</th>
              {others.map((cell, column) => (
                <td key={column} className="yc-numbers">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Compare({ bulletin }: { bulletin: Whole }): ReactNode {
  const words = useWords(bulletinWords);
  const language = useLanguage();
  const id = useId();
  const [asked, ask] = useAsked();
  const others = useOp(bulletinsContract.listBulletins, {
    query: { limit: 200, ...(bulletin.departmentId ? { departmentId: bulletin.departmentId } : {}) },
  });
  const options = (others.data?.rows ?? [])
    .filter((row) => row.id !== bulletin.id && row.departmentId === bulletin.departmentId)
    .map((row) => ({
      value: row.id,
      label: words.heading(row.scope[language], row.month, words.edition(row.edition)),
    }));
  const against = options.find(({ value }) => value === asked.against)?.value;
  const found = useOp(
    bulletinsContract.compareBulletins,
    { params: { id: bulletin.id, otherId: against ?? bulletin.id } },
    { enabled: against !== undefined },
  );
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.compare}</h2>
      <Select
        aria-label={words.compareWith}
        placeholder={words.compareWith}
        allowClear
        className="bulletin-against"
        value={against}
        options={options}
        onChange={(value) => ask({ against: value })}
      />
      {against ? (
        <Query of={found} loading={<Loading rows={6} />}>
          {({ rows }) => (
            <Grid
              label={words.compare}
              head={[words.figure, words.here, words.there, words.compare]}
              rows={rows.map((row) => [
                row.name[language],
                `${say(row, row.here)} (${parts(row.here)})`,
                row.there ? `${say(row, row.there)} (${parts(row.there)})` : '–',
                row.differs ? <strong key="differs">≠ {words.differs}</strong> : `= ${words.same}`,
              ])}
            />
          )}
        </Query>
      ) : null}
    </section>
  );
}

function Bulletin(): ReactNode {
  const words = useWords(bulletinWords);
  const language = useLanguage();
  const id = useParam('id');
  const found = useOp(bulletinsContract.getBulletin, { params: { id } });
  return (
    <div className="bulletins">
      <Query of={found} loading={<Loading rows={10} />}>
        {(bulletin) => (
          <>
            <PageHeader
              title={words.heading(bulletin.scope[language], bulletin.month, words.edition(bulletin.edition))}
              sub={words.sub(sayInstant(bulletin.asOf, language), bulletin.madeBy)}
              back={{ to: '/bulletins', say: words.back }}
            />
            <Files id={bulletin.id} />
            <section aria-label={words.summary}>
              <h2>{words.summary}</h2>
              {bulletin.summary[language].map((line) => (
                <p key={line} className="bulletin-line">
                  {line}
                </p>
              ))}
            </section>
            <section aria-label={words.figures}>
              <h2>{words.figures}</h2>
              <Grid
                label={words.figures}
                head={[words.figure, words.here, words.parts, words.before, words.yearAgo]}
                rows={bulletin.figures.map((figure) => [
                  <span key={figure.id} title={figure.definition[language]}>
                    {figure.name[language]}
                    {figure.now ? <span className="yc-muted yc-small"> {words.now}</span> : null}
                  </span>,
                  say(figure, figure.here),
                  figure.kind === 'count' ? '–' : parts(figure.here),
                  say(figure, figure.before),
                  say(figure, figure.yearAgo),
                ])}
              />
            </section>
            {bulletin.changes ? (
              <section aria-label={words.changes}>
                <h2>{words.changes}</h2>
                {bulletin.changes.length === 0 ? (
                  <p>{words.noChanges}</p>
                ) : (
                  <Grid
                    label={words.changes}
                    head={[words.figure, words.was, words.here]}
                    rows={bulletin.changes.map(({ name, before, here }) => [
                      name[language],
                      parts(before),
                      parts(here),
                    ])}
                  />
                )}
              </section>
            ) : null}
            <Compare bulletin={bulletin} />
          </>
        )}
      </Query>
    </div>
  );
}

export const page = definePage({
  roles: ['examiner', 'head', 'office', 'auditor'],
  load: ({ params }) => prefetch(bulletinsContract.getBulletin, { params: { id: params.id! } }),
  Component: Bulletin,
});
