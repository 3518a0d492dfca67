/** The receipt, as soon as we hold the case: number and code, printed on A4 or on the roll; then the next person. */
import { ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import type { Guide } from '#modules/catalogue/contract';
import { documentsContract } from '#modules/documents/contract';
import { call, hrefOf, newKey } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { Day } from '#web/ui/due.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { TakenIn } from '#web/ui/taken-in.tsx';
import { oneByOne, useWords } from '#web/words/language.ts';
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
  const [state, setState] = useState(receipt.state);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const track = `${location.origin}/track/${receipt.trackCode}`;
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
    }
  };
  const canDeliver = finished.atOnce && state === 'issued';
  const act = { key: 'd', say: say.deliverNow, run: () => void deliver(), busy };
  return (
    <TakenIn
      title={finished.atOnce ? say.doneAtOnce : say.done}
      numberName={say.number}
      number={receipt.number}
      track={track}
      subject={{ subjectId: receipt.id }}
      sheet={sheetOf}
      lines={
        <>
          <p>
            {applicant.name} · {guide.body.plainName ?? guide.body.name}
          </p>
          {receipt.targetOn && !finished.atOnce ? (
            <p>
              {say.until} <Day on={receipt.targetOn} />
            </p>
          ) : null}
          {receipt.openLike.length > 0 ? (
            <p className="yc-muted">{say.openLike(oneByOne(receipt.openLike.map(({ number }) => number)))}</p>
          ) : null}
          {finished.atOnce && state === 'closed' ? <p>{say.delivered}</p> : null}
        </>
      }
      more={<ProblemNote error={error} />}
      act={canDeliver ? act : undefined}
      links={(papers) => {
        const result = papers.find(({ kind }) => kind === 'resultProof');
        return (
          <>
            <Link to="/cases/$id" params={{ id: receipt.id } as never}>
              {say.open}
            </Link>
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
          </>
        );
      }}
      onNext={props.onNext}
      onAgain={props.onAgain}
    />
  );
}
