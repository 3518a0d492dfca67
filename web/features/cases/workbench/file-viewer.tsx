/** Handed-in files beside the case: pictures that can be enlarged and turned, PDF in the browser's own viewer. */
import { ExportOutlined, FileImageOutlined, MinusOutlined, PlusOutlined, RotateRightOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import { hrefOf } from '#web/client/client.ts';
import { useWords } from '#web/words/language.ts';
import { deskWords } from './desk-words.ts';

const addressOfFile = (id: string): string => hrefOf(documentsContract.downloadFile, { params: { id }, query: {} });

/** A link for each file of a material; `ids` of files of the case, or the addresses of what comes from elsewhere. */
export function FileLinks(props: {
  name: string;
  ids: readonly string[];
  addressOf?: (id: string) => string;
}): ReactNode {
  const { addressOf = addressOfFile } = props;
  const say = useWords(deskWords);
  const [shown, setShown] = useState<number>();
  if (props.ids.length === 0) return null;
  return (
    <span className="yc-row">
      {props.ids.map((id, at) => (
        <Button
          key={id}
          size="small"
          icon={<FileImageOutlined />}
          onClick={() => setShown(at)}
          aria-label={`${say.viewFile(props.name)} ${at + 1}`}
        >
          {at + 1}
        </Button>
      ))}
      <Modal
        open={shown !== undefined}
        title={`${props.name} · ${say.file((shown ?? 0) + 1)}`}
        width="min(72rem, 94vw)"
        footer={null}
        onCancel={() => setShown(undefined)}
        destroyOnHidden
      >
        {shown === undefined ? null : (
          <Viewer key={props.ids[shown]} address={addressOf(props.ids[shown]!)} name={props.name} />
        )}
        {props.ids.length > 1 && shown !== undefined ? (
          <div className="yc-row file-others">
            {props.ids.map((id, at) => (
              <Button key={id} size="small" type={at === shown ? 'primary' : 'default'} onClick={() => setShown(at)}>
                {say.file(at + 1)}
              </Button>
            ))}
          </div>
        ) : null}
      </Modal>
    </span>
  );
}

/** First tried as a picture; what is none is a PDF: the list of a case does not say which. */
function Viewer(props: { address: string; name: string }): ReactNode {
  const say = useWords(deskWords);
  const [isPicture, setPicture] = useState(true);
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  return (
    <div className="file-viewer">
      <div className="yc-row">
        {isPicture ? (
          <>
            <Button icon={<PlusOutlined />} aria-label={say.zoomIn} onClick={() => setZoom(Math.min(6, zoom * 1.5))} />
            <Button
              icon={<MinusOutlined />}
              aria-label={say.zoomOut}
              onClick={() => setZoom(Math.max(1, zoom / 1.5))}
            />
            <Button icon={<RotateRightOutlined />} aria-label={say.rotate} onClick={() => setTurn((turn + 90) % 360)} />
          </>
        ) : null}
        <a href={props.address} target="_blank" rel="noreferrer">
          <ExportOutlined aria-hidden="true" /> {say.newTab}
        </a>
      </div>
      <div className="file-frame" tabIndex={0} role="region" aria-label={props.name}>
        {isPicture ? (
          <img
            src={props.address}
            alt={props.name}
            style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }}
            onError={() => setPicture(false)}
          />
        ) : (
          <iframe src={props.address} title={props.name} />
        )}
      </div>
    </div>
  );
}
