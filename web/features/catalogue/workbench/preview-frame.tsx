/**
 * The portal itself in the window of a phone: it draws what it is told with the very parts that residents use. It is a page of
 * its own in a frame, so that its sizes, its elder mode and its addresses are its own, too.
 */
import './preview-frame.css';
import { useEffect, useRef, type ReactNode } from 'react';
import { previewReady, sayPreview, type PreviewShown } from '../preview.ts';
import { useLanguage } from '#web/words/language.ts';

export function PreviewFrame(props: {
  title: string;
  shown: PreviewShown;
  note?: ReactNode;
  wide?: boolean;
}): ReactNode {
  const { shown } = props;
  const language = useLanguage();
  const frame = useRef<HTMLIFrameElement>(null);
  const newest = useRef(shown);
  const tell = (): void => {
    frame.current?.contentWindow?.postMessage(sayPreview(newest.current), location.origin);
  };
  useEffect(() => {
    newest.current = shown;
    // A letter at a time is more than anybody can look at.
    const timer = setTimeout(tell, 120);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.source === frame.current?.contentWindow && previewReady(event)) tell();
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  return (
    <figure className={props.wide ? 'preview wide-preview' : 'preview'}>
      <figcaption>
        {props.title} {props.note ? <span className="yc-muted yc-small">{props.note}</span> : null}
      </figcaption>
      <iframe ref={frame} key={language} src={`/preview?lang=${language}`} title={props.title} />
    </figure>
  );
}
