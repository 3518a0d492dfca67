/** What a document says beside what was filled in, and where on the picture it stands. */
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import type { Review } from '#modules/prereview/contract';
import { hrefOf } from '#web/client/client.ts';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import { prereviewWords } from './words.ts';

type Judgement = Review['judgements'][number];
type Field = Judgement['fields'][number];
type Box = NonNullable<Field['box']>;

/** The fields of a document, each with its place, in the order of the table's columns. */
export function ReadFields({ judgement }: { judgement: Judgement }): ReactNode {
  const say = useWords(prereviewWords);
  const language = useLanguage();
  const [shown, setShown] = useState<{ fileId: string; box: Box; label: string }>();
  const read = judgement.fields.filter(({ source }) => source === 'document');
  if (read.length === 0) return null;
  return (
    <>
      <ul className="yc-plain prereview-read">
        {read.map((field, at) => {
          const column = judgement.columns[at];
          // The tables that compare a paper with the form have a column for each field; in those of people its own name tells more.
          const compared = judgement.fields.some(({ name }) => name.endsWith('Said'));
          const own = field.label && field.labelEn ? pick(language, field.label, field.labelEn) : field.name;
          const label = compared && column ? pick(language, column.label, column.labelEn) : own;
          const said = judgement.fields.find(({ name }) => name === `${field.name}Said`);
          const { fileId, box } = field;
          return (
            <li key={field.name}>
              <div>
                {label}
                {field.state === 'used' ? null : (
                  <span className="yc-muted yc-small"> · {say.states[field.state]}</span>
                )}
              </div>
              <div className="yc-small">
                {say.onPaper} <strong>{String(field.value ?? say.unknown)}</strong>
                {field.others?.length ? <> · {say.otherFile(oneByOne(field.others))}</> : null}
                {said ? ` · ${say.filledIn} ${String(said.value ?? say.unknown)}` : ''}
              </div>
              {fileId && box ? (
                <Button size="small" onClick={() => setShown({ fileId, box, label })}>
                  {say.where}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Modal
        open={shown !== undefined}
        title={shown?.label}
        width="min(60rem, 94vw)"
        footer={null}
        onCancel={() => setShown(undefined)}
        destroyOnHidden
      >
        {shown ? <Marked {...shown} /> : null}
      </Modal>
    </>
  );
}

/** The picture with a frame around what was read. Of a PDF there is no picture: it is opened as it is. */
function Marked({ fileId, box, label }: { fileId: string; box: Box; label: string }): ReactNode {
  const say = useWords(prereviewWords);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [failed, setFailed] = useState(false);
  const address = hrefOf(documentsContract.downloadFile, { params: { id: fileId }, query: {} });
  if (failed)
    return (
      <a href={address} target="_blank" rel="noreferrer">
        {say.openFile(box.page)}
      </a>
    );
  const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return (
    <div className="prereview-picture">
      {/* Shares are of the whole picture, also of what has to be scrolled to. */}
      <div className="prereview-whole">
        <img
          src={address}
          alt={say.pictureOf(label)}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={() => setFailed(true)}
        />
        {size ? (
          <span
            className="prereview-frame"
            ref={(frame) => frame?.scrollIntoView({ block: 'center' })}
            style={{
              left: share(box.x, size.width),
              top: share(box.y, size.height),
              width: share(box.width, size.width),
              height: share(box.height, size.height),
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
