/** Pictures, switches and what is written, as both sides have them. */
import './talk.css';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
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

export function TalkPanel({ talk }: { talk: Talk }): ReactNode {
  const say = useWords(talkWords);
  const [text, setText] = useState('');
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [talk.written]);
  const send = (): void => {
    talk.write(text);
    setText('');
  };
  return (
    <div className="talk">
      <p role="status" className="talk-link">
        {talk.otherAway && talk.link !== 'elsewhere' ? say.otherAway : say.link[talk.link]}
      </p>
      {talk.refused ? <p className="yc-small">{say.refused[talk.refused]}</p> : null}
      <div className="talk-pictures">
        <Picture stream={talk.remote} say={say.otherVideo} />
        {talk.otherMedia && !talk.otherMedia.camera ? <p className="talk-dark">{say.cameraOff}</p> : null}
        {talk.own ? <Picture stream={talk.own} say={say.ownVideo} own /> : null}
      </div>
      {talk.own ? (
        <div className="yc-row">
          {(['camera', 'microphone'] as const).map((what) => (
            <Button key={what} aria-pressed={talk.media[what]} onClick={() => talk.toggle(what)}>
              {say[what]} {talk.media[what] ? '✓' : '✕'}
            </Button>
          ))}
        </div>
      ) : null}
      <ul className="talk-written" aria-label={say.chat} aria-live="polite" tabIndex={0}>
        {talk.written.map((one, at) => (
          <li key={at} className={one.mine ? 'mine' : ''}>
            <b>{one.mine ? say.me : say.other}</b> {one.text}
          </li>
        ))}
        <li ref={end} aria-hidden="true" className="talk-end" />
      </ul>
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
          maxLength={500}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit">{say.send}</Button>
      </form>
    </div>
  );
}
