/** Pictures, switches and what is written, as both sides have them. */
import './talk.css';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { longest } from './mirror.ts';
import type { Talk } from './use-talk.ts';
import { talkWords } from './words.ts';

function Picture(props: { stream: MediaStream | undefined; say: string; own?: boolean }): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = props.stream ?? null;
  }, [props.stream]);
  return (
    <video ref={video} className={props.own ? 'talk-own' : 'talk-other'} aria-label={props.say} autoPlay playsInline muted={props.own ?? false} />
  ); // prettier-ignore
}

interface TalkPanelProps {
  talk: Talk;
  /** One of them hears nothing of the other: what is written is large, and whoever has phrases can write at once. */
  written?: boolean;
  /** Offered at a press beside the field, in the other's language. */
  phrases?: readonly string[];
}

export function TalkPanel({ talk, written = false, phrases = [] }: TalkPanelProps): ReactNode {
  const say = useWords(talkWords);
  const [text, setText] = useState('');
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [talk.written]);
  const filming = (talk.own?.getVideoTracks().length ?? 0) > 0;
  const pictured =
    talk.link !== 'none' && talk.otherMedia?.connects !== false && (filming || (talk.otherMedia?.camera ?? false));
  const send = (): void => {
    talk.write(text);
    setText('');
  };
  return (
    <div className={written ? 'talk written' : 'talk'}>
      <p role="status" className="talk-link">
        {talk.otherAway && talk.link !== 'elsewhere'
          ? say.otherAway
          : talk.link === 'connecting' && talk.otherMedia?.connects === false
            ? say.otherNone
            : say.link[talk.link]}
      </p>
      {talk.refused && talk.link !== 'none' ? <p className="yc-small">{say.refused[talk.refused]}</p> : null}
      {talk.otherMedia && talk.otherMedia.connects && !talk.otherMedia.microphone && !written ? (
        <p role="status" className="yc-small">
          {say.silent}
        </p>
      ) : null}
      {/* What is not seen may still be heard: the pictures are put away, not taken away. */}
      <div className="talk-pictures" hidden={!pictured}>
        <Picture stream={talk.remote} say={say.otherVideo} />
        {talk.otherMedia && !talk.otherMedia.camera ? <p className="talk-dark">{say.cameraOff}</p> : null}
        {filming ? <Picture stream={talk.own} say={say.ownVideo} own /> : null}
      </div>
      {talk.own ? (
        <div className="yc-row">
          {(filming ? (['camera', 'microphone'] as const) : (['microphone'] as const)).map((what) => (
            <Button key={what} aria-pressed={talk.media[what]} onClick={() => talk.toggle(what)}>
              {say[what]} {talk.media[what] ? '✓' : '✕'}
            </Button>
          ))}
        </div>
      ) : null}
      <ul className="talk-written" aria-label={say.chat} aria-live="polite" tabIndex={0}>
        {talk.written.map((one) => (
          <li key={one.id} className={one.mine ? 'mine' : ''}>
            <b>{one.mine ? say.me : one.name || say.other}</b> {one.text}
            {one.told ? <small className="yc-muted"> {say.told}</small> : null}
          </li>
        ))}
        <li ref={end} aria-hidden="true" className="talk-end" />
      </ul>
      {phrases.length > 0 ? (
        <div className="yc-row talk-phrases" role="group" aria-label={say.phrases}>
          {phrases.map((phrase) => (
            <Button key={phrase} size="small" onClick={() => talk.write(phrase)}>
              {phrase}
            </Button>
          ))}
        </div>
      ) : null}
      <form
        className="talk-write"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Input
          aria-label={say.write}
          placeholder={say.write}
          value={text}
          maxLength={longest}
          autoFocus={phrases.length > 0}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit">{say.send}</Button>
      </form>
    </div>
  );
}
