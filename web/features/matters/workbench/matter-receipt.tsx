/** After a life event was taken in: one number and one receipt for whoever stands there, then the next person. */
import '../matters.css';
import { CheckCircleOutlined, ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import type { LifeEvent, mattersContract } from '#modules/matters/contract';
import type { ReplyOf } from '#platform/contract';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { hrefOf } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { windowWords } from './window-words.ts';

export type Receipt = ReplyOf<typeof mattersContract.applyForMatter>;

/** What became of each part, in the words of a receipt. */
export function partsOf(
  receipt: Receipt,
  event: LifeEvent,
  after: (names: string) => string,
): { key: string; name: string; what: string }[] {
  const names = new Map(receipt.cases.map(({ key, itemName }) => [key, itemName]));
  return receipt.cases.map(({ key, itemName, number }) => {
    const before = event.body.members.find((member) => member.key === key)?.after ?? [];
    return { key, name: itemName, what: number ?? after(before.flatMap((one) => names.get(one) ?? []).join('、')) };
  });
}

export function MatterReceiptPage(props: {
  receipt: Receipt;
  event: LifeEvent;
  applicant: string;
  /** The receipt on paper, for A4 and for the roll. */
  sheet: ReactNode;
  onNext: () => void;
  onAgain: () => void;
}): ReactNode {
  const { receipt, event } = props;
  const say = useWords(windowWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const { print, sheet } = usePrint();
  const next = useRef<HTMLButtonElement>(null);
  const papers = useOp(documentsContract.listDocuments, { query: { subjectKind: 'matter', subjectId: receipt.id } });
  const paper = papers.data?.find(({ kind }) => kind === 'receipt');
  useEffect(() => next.current?.focus(), []);
  useHotkeys([
    { key: 'n', say: say.nextPerson, run: props.onNext },
    { key: 'p', say: say.printA4, run: () => void print(props.sheet, 'a4') },
    { key: 's', say: say.printSlip, run: () => void print(props.sheet, 'slip') },
    { key: 'm', say: say.again, run: props.onAgain },
  ]);
  const parts = partsOf(receipt, event, say.after);
  const departmentOf = (key: string): string =>
    departmentName(event.members.find((member) => member.key === key)?.departmentId ?? null);
  return (
    <div className="intake">
      <PageHeader title={say.done} />
      <section className="intake-part intake-receipt" aria-label={say.receipt}>
        <div>
          <p className="intake-done" role="status">
            <CheckCircleOutlined aria-hidden="true" /> {say.done}
          </p>
          <p className="yc-muted">{say.number}</p>
          <p className="intake-number yc-numbers">{receipt.number}</p>
          <p>
            {props.applicant} · {pick(language, event.body.name, event.body.nameEn)}
          </p>
          <p className="yc-muted yc-small">{say.deliveryNote}</p>
        </div>
        <figure>
          <QrCode text={trackOf(receipt)} what={say.track} size={148} />
          <figcaption className="yc-muted yc-small">{say.track}</figcaption>
        </figure>
      </section>
      <section className="intake-part" aria-labelledby="matter-parts">
        <h2 id="matter-parts">{say.parts}</h2>
        <ol className="matters-receipt-parts">
          {parts.map(({ key, name, what }) => (
            <li key={key}>
              <strong>{name}</strong> <span className="yc-muted">{departmentOf(key)}</span>{' '}
              <span className="yc-numbers">{what}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="yc-row">
        <Button ref={next} type="primary" size="large" onClick={props.onNext}>
          {say.nextPerson} <Key name="n" />
        </Button>
        <Button size="large" onClick={() => void print(props.sheet, 'slip')}>
          {say.printSlip} <Key name="s" />
        </Button>
        <Button size="large" onClick={() => void print(props.sheet, 'a4')}>
          {say.printA4} <Key name="p" />
        </Button>
        <Button size="large" onClick={props.onAgain}>
          {say.again} <Key name="m" />
        </Button>
      </div>
      <div className="yc-row">
        <Link to="/matters/$id" params={{ id: receipt.id } as never}>
          {say.open}
        </Link>
        {paper
          ? (['a4', '80mm'] as const).map((size) => (
              <a
                key={size}
                href={hrefOf(documentsContract.openDocument, { params: { id: paper.id }, query: { paper: size } })}
                target="_blank"
                rel="noreferrer"
              >
                <ExportOutlined aria-hidden="true" /> {say.openPdf} {size === 'a4' ? 'A4' : '80 mm'}
              </a>
            ))
          : null}
      </div>
      {sheet}
    </div>
  );
}

/** Where whoever holds the receipt follows the whole. */
export const trackOf = ({ trackCode }: Pick<Receipt, 'trackCode'>): string => `${location.origin}/matters/${trackCode}`;
