/** What an exam came to: passed or not, and each question with what was right and why. A question can be said to be wrong. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type Sitting } from '#modules/windowstaff/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { colon, pick, useLanguage, useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';

export function Result({ sitting }: { sitting: Sitting }): ReactNode {
  const say = useWords(examWords);
  const language = useLanguage();
  const [doubting, setDoubting] = useState<number>();
  const act = useAct(ops.doubtQuestion, { changes: [ops.getSitting] });
  // Only the person may say so.
  const mine = useOp(ops.myFile, {});
  const own = mine.data?.file?.id === sitting.memberId;
  const { correct, passed, passPercent, questions } = sitting;
  const said = (ids: readonly string[], options: Sitting['questions'][number]['options']): string =>
    ids.length === 0 ? say.nothing : ids.map((id) => `${id}. ${options.find((one) => one.id === id)?.text ?? ''}`).join('；'); // prettier-ignore
  return (
    <div className="exam">
      <PageHeader
        title={pick(language, sitting.title, sitting.titleEn)}
        sub={`${sitting.name} · ${sayInstant(sitting.beganAt, language)} · ${sitting.endedHow ? say.endedHow[sitting.endedHow] : ''}`}
        back={
          own ? { to: '/window-staff/mine', say: say.mine } : { to: `/window-staff/${sitting.memberId}`, say: say.back }
        }
      />
      <section className="yc-panel" aria-labelledby="result">
        {sitting.endedHow === 'cancelled' ? (
          <>
            <h2 id="result">{say.examStates.cancelled}</h2>
            <p>{say.cancelledWhat}</p>
          </>
        ) : (
          <>
            <h2 id="result" className={`exam-mark ${passed ? 'right' : 'wrong'}`}>
              {passed ? '✓' : '×'} {passed ? say.result.passed : say.result.failed}
            </h2>
            <p>{say.resultLine(correct ?? 0, questions.length, passPercent)}</p>
          </>
        )}
        {sitting.shownFrom ? (
          <p className="yc-muted">{say.shownFrom(sayInstant(sitting.shownFrom, language))}</p>
        ) : null}
      </section>
      <ol className="yc-plain exam-review">
        {questions.map((one) => (
          <li key={one.no}>
            <p>
              <strong>
                {one.no}. {one.stem}
              </strong>
            </p>
            <p>
              {say.yours}
              {colon()}
              {said(one.chosen, one.options)}{' '}
              {one.right === null ? null : (
                <span className={`exam-mark ${one.right ? 'right' : 'wrong'}`}>
                  {one.struck ? `○ ${say.struck}` : one.right ? `✓ ${say.correct}` : `× ${say.wrong}`}
                </span>
              )}
            </p>
            {one.answer ? (
              <p>
                {say.right}
                {colon()}
                {said(one.answer, one.options)}
              </p>
            ) : null}
            {one.explanation ? <p className="yc-muted">{one.explanation}</p> : null}
            {one.basis ? (
              <p className="yc-muted yc-small">
                {say.basis}
                {colon()}
                {one.basis}
              </p>
            ) : null}
            {one.doubt ? (
              <p className="yc-small">
                {one.doubt.decision
                  ? `${say.doubtDecisions[one.doubt.decision]}${colon()}${one.doubt.reason ?? ''}`
                  : say.doubted}
              </p>
            ) : own && !one.struck ? (
              <Button size="small" aria-label={`${one.no}. ${say.doubt}`} onClick={() => setDoubting(one.no)}>
                {say.doubt}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <ConfirmDialog
        open={doubting !== undefined}
        title={say.doubt}
        verb={say.doubt}
        reason="needed"
        reasonLabel={say.doubtText}
        onClose={() => setDoubting(undefined)}
        onConfirm={(text) =>
          act.send({
            params: { id: sitting.id },
            body: { actionId: act.key(), no: doubting!, text: text.slice(0, 500) },
          })
        }
      >
        <p className="yc-muted">{say.doubtWhat}</p>
      </ConfirmDialog>
    </div>
  );
}
