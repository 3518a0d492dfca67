/** Taking in a list of questions: looked through first, with every fault at once; then stored, whole or not at all. */
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { windowStaffContract as ops } from '#modules/windowstaff/contract';
import type { ReplyOf } from '#platform/contract';
import { useAct } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';

/** What people save as CSV is UTF-8, or GB18030 where the spreadsheet is an older one. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const sample = `\uFEFF编号,范围,题型,题目,A,B,C,D,答案,解析,依据
TY001,,单选,申请材料不齐全的，行政机关应当当场或者在几日内一次告知需要补正的全部内容？,三日,五日,七日,十日,B,逾期不告知的，自收到申请材料之日起即为受理。,行政许可法第三十二条
TY002,,判断,受理或者不予受理行政许可申请，应当出具加盖本行政机关专用印章和注明日期的书面凭证。,,,,,对,,行政许可法第三十二条
`;

export function ImportQuestions(props: { open: boolean; outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(examWords);
  const picker = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState<{ name: string; text: string }>();
  const [seen, setSeen] = useState<ReplyOf<typeof ops.importQuestions>>();
  const act = useAct(ops.importQuestions, { changes: [ops.listQuestions] });
  useEffect(() => {
    if (props.open) return;
    setCsv(undefined);
    setSeen(undefined);
    act.reset();
  }, [props.open]);
  const send = async (text: string, dryRun: boolean): Promise<void> => {
    setSeen(undefined);
    const reply = await act.send({ body: { outletId: props.outletId, csv: text, dryRun } }).catch(() => undefined);
    if (reply?.stored) props.onClose();
    else setSeen(reply);
  };
  const ready = seen !== undefined && seen.faults.length === 0 && seen.added + seen.changed > 0;
  const faultName = (fault: string): string => (say.faults as Record<string, string>)[fault] ?? fault;
  return (
    <Modal
      open={props.open}
      title={say.importTitle}
      onCancel={props.onClose}
      destroyOnHidden
      footer={[
        <Button
          key="go"
          type="primary"
          disabled={!ready}
          loading={act.sending}
          onClick={() => void send(csv!.text, false)}
        >
          {say.importGo}
        </Button>,
      ]}
    >
      <div className="yc-stack">
        <p className="yc-muted">{say.importLine}</p>
        <div className="yc-row">
          <Button onClick={() => picker.current?.click()}>{csv?.name ?? say.chooseFile}</Button>
          <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`} download="questions.csv">
            {say.sample}
          </a>
        </div>
        <input
          ref={picker}
          type="file"
          accept=".csv,text/csv"
          aria-label={say.chooseFile}
          className="yc-hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void readText(file).then((text) => (setCsv({ name: file.name, text }), send(text, true)));
          }}
        />
        <ProblemNote error={act.error} />
        {seen ? (
          <>
            <p role="status">{say.importCounts(seen.added, seen.changed, seen.unchanged)}</p>
            <ul className="yc-plain staff-lines">
              {seen.faults.map(({ line, fault, what }) => (
                <li key={`${line} ${fault}`} className="staff-red">
                  <span>
                    {say.line(line)} {what}
                  </span>
                  <span>{faultName(fault)}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Modal>
  );
}
