/** The receipt on paper, the same on A4 and on the 80 mm roll: the sheet's own style sets its width. */
import type { ReactNode } from 'react';
import { QrCode } from '#web/ui/qr-code.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { intakeWords } from './intake-words.ts';

/** In Chinese whatever the clerk reads: it is for whoever came. */
export function PrintedReceipt(props: {
  number: string;
  track: string;
  applicant: string;
  item: string;
  at: string;
  until: string | null;
  materials: readonly string[];
  /** The parts of a matter of several items: what each is, and its number or what it waits for. */
  parts?: readonly { name: string; what: string }[];
  department: string;
  telephone: string;
}): ReactNode {
  const say = intakeWords['zh-CN'];
  const lines: [string, string][] = [
    [say.number, props.number],
    [say.applicant, props.applicant],
    [say.item, props.item],
    [say.at, exactInstant(props.at)],
    ...(props.until ? [[say.until, props.until] as [string, string]] : []),
  ];
  return (
    <div className="receipt-paper" lang="zh-CN">
      <h1>{say.receipt}</h1>
      <p>
        {props.department} {props.telephone}
      </p>
      <dl>
        {lines.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {props.parts && props.parts.length > 0 ? (
        <>
          <h2>{say.partsTaken}</h2>
          <ol>
            {props.parts.map(({ name, what }) => (
              <li key={name}>
                {name}：{what}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {props.materials.length > 0 ? (
        <>
          <h2>{say.materialsTaken}</h2>
          <ol>
            {props.materials.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </>
      ) : null}
      <div className="receipt-code">
        <QrCode text={props.track} what={say.track} size={120} />
        <p>{say.keep}</p>
      </div>
    </div>
  );
}
