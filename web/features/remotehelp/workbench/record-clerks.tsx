/** The clerks of the record: who was in one help, from when to when; and what each had part in. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { ClerkCount, HelpLine } from '#modules/remotehelp/contract';
import { Instant } from '#web/ui/due.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { seatWords } from './words.ts';

/** Who was in it, in their order; who had it twice in a row is named once. */
export const clerksOf = ({ parts }: Pick<HelpLine, 'parts'>): string =>
  parts
    .map(({ clerkName }) => clerkName || '?')
    .filter((name, at, all) => name !== all[at - 1])
    .join(' → ') || '—';

/** Each clerk's time in one help. */
export function HelpParts(props: { help: HelpLine; onClose: () => void }): ReactNode {
  const { help } = props;
  const say = useWords(seatWords);
  const language = useLanguage();
  return (
    <Modal open title={say.partsOf} onCancel={props.onClose} footer={null} width={680}>
      <p className="yc-muted">
        {[pick(language, help.itemName, help.itemNameEn), help.askerName].filter(Boolean).join(' · ')}
      </p>
      {help.parts.length === 0 ? (
        <p>{say.nobodyCame}</p>
      ) : (
        <div className="help-table" role="region" aria-label={say.partsOf} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.columns.clerk}</th>
                <th scope="col">{say.from}</th>
                <th scope="col">{say.to}</th>
                <th scope="col">{say.columns.partEnd}</th>
              </tr>
            </thead>
            <tbody>
              {help.parts.map(({ clerkName, from, until, how, toName }) => (
                <tr key={from}>
                  <th scope="row">{clerkName || '?'}</th>
                  <td>
                    <Instant at={from} />
                  </td>
                  <td>{until ? <Instant at={until} /> : '—'}</td>
                  <td>
                    {how === null
                      ? say.partOpen
                      : how === 'ended' && help.outcome
                        ? say.outcomes[help.outcome]
                        : [say.partEnds[how], toName].filter(Boolean).join(' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}

/** What each clerk had part in, by the same conditions as the list. */
export function ClerkCounts({ rows }: { rows: readonly ClerkCount[] }): ReactNode {
  const say = useWords(seatWords);
  if (rows.length === 0) return null;
  return (
    <details className="help-counts">
      <summary>{say.byClerk}</summary>
      <p className="yc-muted yc-small">{say.byClerkHint}</p>
      <div className="help-table" role="region" aria-label={say.byClerk} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.columns.clerk}</th>
              <th scope="col">{say.counts.helps}</th>
              <th scope="col">{say.counts.began}</th>
              <th scope="col">{say.counts.ended}</th>
              <th scope="col">{say.counts.passedOn}</th>
              <th scope="col">{say.columns.talked}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.clerkId}>
                <th scope="row">{one.clerkName || '?'}</th>
                <td>{one.helps}</td>
                <td>{one.began}</td>
                <td>{one.ended}</td>
                <td>{one.passedOn}</td>
                <td>{say.minutes(Math.ceil(one.talkedSeconds / 60))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
