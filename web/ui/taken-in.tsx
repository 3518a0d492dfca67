/** After something was taken in at a window: its number and code, the receipt on A4 or on the roll, then the next person. */
import './taken-in.css';
import { CheckCircleOutlined, ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { documentsContract, type ListedDocument } from '#modules/documents/contract';
import { hrefOf } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { useWords } from '#web/words/language.ts';
import { words } from '#web/words/words.ts';
import { Key, useHotkeys, type Hotkey } from './hotkeys.tsx';
import { PageHeader } from './page-header.tsx';
import { usePrint } from './print.tsx';
import { QrCode } from './qr-code.tsx';

const takenInWords = words({
  'zh-CN': {
    receipt: '收件凭证',
    track: '扫码查进度',
    nextPerson: '下一位',
    printA4: 'A4 打印',
    printSlip: '小票打印',
    again: '同一人再办一件',
    openPdf: '打开收件凭证 PDF',
  },
  en: {
    receipt: 'Receipt',
    track: 'Scan to follow',
    nextPerson: 'Next person',
    printA4: 'Print on A4',
    printSlip: 'Print the slip',
    again: 'Another item for the same person',
    openPdf: 'Open the receipt as PDF',
  },
});

interface TakenInProps {
  /** What was done: taken in, or decided at once. */
  title: string;
  /** What the number is called. */
  numberName: string;
  number: string;
  /** Address behind the code. */
  track: string;
  /** What stands below the number. */
  lines: ReactNode;
  /** Whose documents hold the receipt. */
  subject: { subjectKind?: 'matter'; subjectId: string };
  /** The receipt on paper, for A4 and for the roll. */
  sheet: () => ReactNode;
  /** More of what was taken in, between the number and the buttons. */
  more?: ReactNode;
  /** An act that can still follow here. */
  act?: (Omit<Hotkey, 'run'> & { run: () => void; busy: boolean }) | undefined;
  /** Where it goes on; is shown the documents that were made. */
  links: (papers: readonly ListedDocument[]) => ReactNode;
  onNext: () => void;
  onAgain: () => void;
}

export function TakenIn(props: TakenInProps): ReactNode {
  const { act } = props;
  const say = useWords(takenInWords);
  const { print, sheet } = usePrint();
  const next = useRef<HTMLButtonElement>(null);
  const papers = useOp(documentsContract.listDocuments, { query: props.subject }).data ?? [];
  const paper = papers.find(({ kind }) => kind === 'receipt');
  // Again once nothing is left to do but to call the next person.
  useEffect(() => {
    if (!act?.busy) next.current?.focus();
  }, [act?.busy]);
  useHotkeys([
    { key: 'n', say: say.nextPerson, run: props.onNext },
    { key: 'p', say: say.printA4, run: () => void print(props.sheet(), 'a4') },
    { key: 's', say: say.printSlip, run: () => void print(props.sheet(), 'slip') },
    { key: 'm', say: say.again, run: props.onAgain },
    ...(act ? [act] : []),
  ]);
  return (
    <div className="intake">
      <PageHeader title={props.title} />
      <section className="intake-part intake-receipt" aria-label={say.receipt}>
        <div>
          <p className="intake-done" role="status">
            <CheckCircleOutlined aria-hidden="true" /> {props.title}
          </p>
          <p className="yc-muted">{props.numberName}</p>
          <p className="intake-number yc-numbers">{props.number}</p>
          {props.lines}
        </div>
        <figure>
          <QrCode text={props.track} what={say.track} size={148} />
          <figcaption className="yc-muted yc-small">{say.track}</figcaption>
        </figure>
      </section>
      {props.more}
      <div className="yc-row">
        {act ? (
          <Button size="large" loading={act.busy} onClick={act.run}>
            {act.say} <Key name={act.key} />
          </Button>
        ) : null}
        <Button ref={next} type="primary" size="large" onClick={props.onNext}>
          {say.nextPerson} <Key name="n" />
        </Button>
        <Button size="large" onClick={() => void print(props.sheet(), 'slip')}>
          {say.printSlip} <Key name="s" />
        </Button>
        <Button size="large" onClick={() => void print(props.sheet(), 'a4')}>
          {say.printA4} <Key name="p" />
        </Button>
        <Button size="large" onClick={props.onAgain}>
          {say.again} <Key name="m" />
        </Button>
      </div>
      <div className="yc-row">
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
        {props.links(papers)}
      </div>
      {sheet}
    </div>
  );
}
