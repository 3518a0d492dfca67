/** The receipt, as soon as we hold the case: number and code, printed on A4 or on the roll; then the next person. */
import { CheckCircleOutlined, ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import type { Guide } from '#modules/catalogue/contract';
import { documentsContract } from '#modules/documents/contract';
import { call, hrefOf, newKey } from '#web/client/client.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { Day } from '#web/ui/due.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrint } from '#web/ui/print.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { FormLink } from '../form-link.tsx';
import type { Finished, IntakeParty } from './intake.tsx';
import { intakeWords } from './intake-words.ts';
import { caseReadings } from './live.ts';
import { PrintedReceipt } from './printed-receipt.tsx';

export function IntakeReceipt(props: {
  finished: Finished;
  applicant: IntakeParty;
  guide: Guide;
  onNext: () => void;
  onAgain: () => void;
}): ReactNode {
  const { finished, applicant, guide } = props;
  const { receipt } = finished;
  const say = useWords(intakeWords);
  const { print, sheet } = usePrint();
  const [state, setState] = useState(receipt.state);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  const papers = useOp(documentsContract.listDocuments, { query: { subjectId: receipt.id } });
  const paper = papers.data?.find(({ kind }) => kind === 'receipt');
  const result = papers.data?.find(({ kind }) => kind === 'resultProof');
  const track = `${location.origin}/track/${receipt.trackCode}`;
  useEffect(() => next.current?.focus(), []);
  const sheetOf = (): ReactNode => (
    <PrintedReceipt
      number={receipt.number}
      track={track}
      applicant={applicant.name}
      item={guide.body.name}
      at={receipt.submittedAt}
      until={receipt.targetOn ?? receipt.fatalOn}
      materials={finished.materials}
      department={guide.department.name}
      telephone={guide.department.telephone}
    />
  );
  const deliver = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const done = await call(casesContract.deliver, {
        params: { id: receipt.id },
        body: { actionId: newKey(), way: 'collected', to: applicant.name },
      });
      setState(done.state);
      await readAgain(...caseReadings);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
      next.current?.focus();
    }
  };
  const canDeliver = finished.atOnce && state === 'issued';
  useHotkeys([
    { key: 'n', say: say.nextPerson, run: props.onNext },
    { key: 'p', say: say.printA4, run: () => void print(sheetOf(), 'a4') },
    { key: 's', say: say.printSlip, run: () => void print(sheetOf(), 'slip') },
    { key: 'm', say: say.again, run: props.onAgain },
    ...(canDeliver ? [{ key: 'd', say: say.deliverNow, run: () => void deliver() }] : []),
  ]);
  return (
    <div className="intake">
      <PageHeader title={finished.atOnce ? say.doneAtOnce : say.done} />
      <section className="intake-part intake-receipt" aria-label={say.receipt}>
        <div>
          <p className="intake-done" role="status">
            <CheckCircleOutlined aria-hidden="true" /> {finished.atOnce ? say.doneAtOnce : say.done}
          </p>
          <p className="yc-muted">{say.number}</p>
          <p className="intake-number yc-numbers">{receipt.number}</p>
          <p>
            {applicant.name} · {guide.body.plainName ?? guide.body.name}
          </p>
          {receipt.targetOn && !finished.atOnce ? (
            <p>
              {say.until} <Day on={receipt.targetOn} />
            </p>
          ) : null}
          {receipt.openLike.length > 0 ? (
            <p className="yc-muted">{say.openLike(receipt.openLike.map(({ number }) => number).join('、'))}</p>
          ) : null}
          {finished.atOnce && state === 'closed' ? <p>{say.delivered}</p> : null}
        </div>
        <figure>
          <QrCode text={track} what={say.track} size={148} />
          <figcaption className="yc-muted yc-small">{say.track}</figcaption>
        </figure>
      </section>
      <ProblemNote error={error} />
      <div className="yc-row">
        {canDeliver ? (
          <Button size="large" loading={busy} onClick={() => void deliver()}>
            {say.deliverNow} <Key name="d" />
          </Button>
        ) : null}
        <Button ref={next} type="primary" size="large" onClick={props.onNext}>
          {say.nextPerson} <Key name="n" />
        </Button>
        <Button size="large" onClick={() => void print(sheetOf(), 'slip')}>
          {say.printSlip} <Key name="s" />
        </Button>
        <Button size="large" onClick={() => void print(sheetOf(), 'a4')}>
          {say.printA4} <Key name="p" />
        </Button>
        <Button size="large" onClick={props.onAgain}>
          {say.again} <Key name="m" />
        </Button>
      </div>
      <div className="yc-row">
        <Link to="/cases/$id" params={{ id: receipt.id } as never}>
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
        <FormLink caseId={receipt.id} />
        {result ? (
          <a
            href={hrefOf(documentsContract.openDocument, { params: { id: result.id }, query: {} })}
            target="_blank"
            rel="noreferrer"
          >
            <ExportOutlined aria-hidden="true" /> {say.result} {result.number}
          </a>
        ) : null}
      </div>
      {sheet}
    </div>
  );
}
