/** A talk as one side has it: the line, what was written, what is switched on. It ends with the component. */
import { useEffect, useRef, useState } from 'react';
import type { HelpSeen, Side, Way } from '#modules/remotehelp/contract';
import { HelpLine, type Link } from './help-line.ts';
import { longest } from './mirror.ts';

export interface Written {
  mine: boolean;
  text: string;
}
/** Why there is no picture or sound: the person said no, there is no device, or the page was not reached by https. */
export type Refused = 'refused' | 'missing' | 'insecure';

export interface Talk {
  link: Link | 'elsewhere';
  otherAway: boolean;
  remote: MediaStream | undefined;
  own: MediaStream | undefined;
  refused: Refused | undefined;
  media: { camera: boolean; microphone: boolean };
  otherMedia: { camera: boolean; microphone: boolean } | undefined;
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

async function open(way: Way): Promise<MediaStream | Refused | undefined> {
  if (way === 'text') return undefined;
  // Without https a browser has no camera at all.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (!devices) return 'insecure';
  const small = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 20 } };
  try {
    return await devices.getUserMedia({ audio: true, video: way === 'video' ? small : false });
  } catch (thrown) {
    if (way === 'video' && (thrown as Error).name === 'NotFoundError') return open('audio');
    return (thrown as Error).name === 'NotAllowedError' ? 'refused' : 'missing';
  }
}

export function useTalk(options: Options): Talk {
  const { side, of, way } = options;
  const latest = useRef(options);
  latest.current = options;
  const line = useRef<HelpLine>(undefined);
  const [link, setLink] = useState<Talk['link']>('connecting');
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
      link: setLink,
      otherAway: setOtherAway,
      remote: setRemote,
      elsewhere: () => setLink('elsewhere'),
      message: (text) => {
        const found = latest.current.read(text) as
          | { kind: 'chat'; text: string }
          | { kind: 'media'; camera: boolean; microphone: boolean }
          | { kind: '' }
          | undefined;
        if (found?.kind === 'chat') setWritten((before) => [...before.slice(-199), { mine: false, text: found.text }]);
        else if (found?.kind === 'media') setOtherMedia(found);
        else if (found) latest.current.heard(text);
      },
    });
    line.current = made;
    void open(way).then((found) => {
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

  // Said again whenever the two have found each other: the other one may be another than before.
  useEffect(() => {
    if (link === 'connected') line.current?.tell({ kind: 'media', ...media });
  }, [link, media]);

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
      line.current?.tell({ kind: 'chat', text: said });
      setWritten((before) => [...before.slice(-199), { mine: true, text: said }]);
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
