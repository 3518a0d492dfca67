/** A talk as one side has it: the line, what was written, what is switched on. It ends with the component. */
import { useEffect, useRef, useState } from 'react';
import type { HelpSeen, Side, Way } from '#modules/remotehelp/contract';
import { newKey } from '#web/client/client.ts';
import { openDevices, type Refused } from './devices.ts';
import { HelpLine, type Link } from './help-line.ts';
import { longest } from './mirror.ts';

export interface Written {
  id: string;
  mine: boolean;
  text: string;
}
export interface Talk {
  link: Link | 'elsewhere';
  otherAway: boolean;
  remote: MediaStream | undefined;
  own: MediaStream | undefined;
  refused: Refused | undefined;
  media: { camera: boolean; microphone: boolean };
  /** What the other side has switched on; `connects` false when its browser has no video at all. */
  otherMedia: { camera: boolean; microphone: boolean; connects: boolean } | undefined;
  written: readonly Written[];
  write: (text: string) => void;
  tell: (message: object) => void;
  toggle: (what: 'camera' | 'microphone') => void;
}

interface Options {
  side: Side;
  /** The code for the asker, the id for the clerk; undefined: no talk. */
  of: string | undefined;
  way: Way;
  servers: () => Promise<HelpSeen['iceServers']>;
  changed: () => void;
  /** What came from the other browser and is neither written nor switched; returns nothing. */
  heard: (text: string) => void;
  /** Reads what came; undefined for what is not understood. */
  read: (text: string) => { kind: string } | undefined;
}

export function useTalk(options: Options): Talk {
  const { side, of, way } = options;
  const latest = useRef(options);
  latest.current = options;
  const line = useRef<HelpLine>(undefined);
  const [link, setLink] = useState<Talk['link']>('connecting');
  /** How often the two have found each other: the other one may be another than before. */
  const [met, setMet] = useState(0);
  const [otherAway, setOtherAway] = useState(false);
  const [remote, setRemote] = useState<MediaStream>();
  const [own, setOwn] = useState<MediaStream>();
  const [refused, setRefused] = useState<Refused>();
  const [media, setMedia] = useState({ camera: false, microphone: false });
  const [otherMedia, setOtherMedia] = useState<Talk['otherMedia']>();
  const [written, setWritten] = useState<readonly Written[]>([]);

  useEffect(() => {
    if (of === undefined) return;
    let stream: MediaStream | undefined;
    let over = false;
    setWritten([]);
    setOtherMedia(undefined);
    const made = new HelpLine(side, of, () => latest.current.servers(), {
      changed: () => latest.current.changed(),
      link: (to) => {
        setLink(to);
        if (to === 'connected' || to === 'none') setMet((before) => before + 1);
      },
      otherAway: setOtherAway,
      remote: setRemote,
      elsewhere: () => setLink('elsewhere'),
      message: (text) => {
        const found = latest.current.read(text) as
          | { kind: 'chat'; id: string; text: string }
          | { kind: 'media'; camera: boolean; microphone: boolean; connects: boolean }
          | { kind: '' }
          | undefined;
        // Said twice when the answer to the first time was lost.
        if (found?.kind === 'chat')
          setWritten((before) =>
            before.some(({ id }) => id === found.id)
              ? before
              : [...before.slice(-199), { id: found.id, mine: false, text: found.text }],
          );
        else if (found?.kind === 'media') setOtherMedia(found);
        else if (found) latest.current.heard(text);
      },
    });
    line.current = made;
    void openDevices(way).then((found) => {
      if (typeof found === 'string') return setRefused(found);
      for (const track of over ? (found?.getTracks() ?? []) : []) track.stop();
      if (over || !found) return;
      stream = found;
      setOwn(found);
      setMedia({ camera: found.getVideoTracks().length > 0, microphone: found.getAudioTracks().length > 0 });
      void made.send(found);
    });
    return () => {
      over = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
      made.close();
      line.current = undefined;
      setOwn(undefined);
      setRemote(undefined);
      setLink('connecting');
    };
  }, [side, of, way]);

  useEffect(() => {
    if (met > 0) line.current?.tell({ kind: 'media', ...media, connects: link !== 'none' });
  }, [met, media, link === 'none']);

  return {
    link,
    otherAway,
    remote,
    own,
    refused,
    media,
    otherMedia,
    written,
    write: (text) => {
      const said = text.trim().slice(0, longest);
      if (said === '') return;
      const id = newKey();
      line.current?.tell({ kind: 'chat', id, text: said });
      setWritten((before) => [...before.slice(-199), { id, mine: true, text: said }]);
    },
    tell: (message) => line.current?.tell(message),
    toggle: (what) => {
      const tracks = what === 'camera' ? own?.getVideoTracks() : own?.getAudioTracks();
      const on = !media[what];
      for (const track of tracks ?? []) track.enabled = on;
      if (tracks && tracks.length > 0) setMedia((before) => ({ ...before, [what]: on }));
    },
  };
}
