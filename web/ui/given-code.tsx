/** The code that goes with whoever brought something in by word of mouth: to be read out, noted or taken by the camera of a phone. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { QrCode } from './qr-code.tsx';

/** `line` says the code in words; `at` is the address on the portal where it leads. */
export function GivenCode(props: {
  open: boolean;
  title: string;
  line: string;
  at: string;
  /** What the picture leads to, for those who do not see it. */
  what: string;
  onClose: () => void;
}): ReactNode {
  return (
    <Modal open={props.open} title={props.title} footer={null} onCancel={props.onClose}>
      {props.open ? (
        <div className="yc-stack">
          <p role="status">{props.line}</p>
          <QrCode text={`${location.origin}${props.at}`} what={props.what} size={180} />
        </div>
      ) : null}
    </Modal>
  );
}
