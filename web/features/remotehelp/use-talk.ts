/** A talk as one side has it: the line, what was written, what is switched on. It ends with the component. */
import { useEffect, useRef, useState } from 'react';
import type { HelpSeen, Side, Way } from '#modules/remotehelp/contract';
import { newKey } from '#web/client/client.ts';
import { openDevices, type Refused } from './devices.ts';
import { HelpLine, type Link } from './help-line.ts';
import { longest } from './mirror.ts';
import { hasMore, isNews, joined, newest, type Line } from './written.ts';

export interface Written {
  id: string;
  mine: boolean;
  /** Which clerk it was, for the asker and for a colleague; empty for the asker. */
  name: string;
  text: string;
  /** A clerk's, and only the asker's browser says so. */
  told: boolean;
}

/** Milliseconds after which what was written before is told over the server, because the two browsers do not reach each other. */
const direct = 5000;
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
  /** Under which name one writes: the clerk's; empty for the asker. */
  name: string;
  /** What this browser still has of what was written; and each change of it. */
  kept?: () => readonly Line[];
  keep?: (lines: readonly Line[]) => void;
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
  const [begun, setBegun] = useState(0);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const all = useRef(lines);
  const change = (to: readonly Line[]): void => {
    all.current = to;
    setLines(to);
    latest.current.keep?.(to);
  };
  const tellWritten = (again: boolean): void =>
    line.current?.tell({ kind: 'written', lines: newest(all.current), again });
  const add = (id: string, by: Side, text: string, name: string): void => {
    // Said twice when the answer to the first time was lost.
    if (all.current.some((one) => one.id === id)) return;
    change(newest([...all.current, { id, by, name, text }]));
  };

  useEffect(() => {
    if (of === undefined) return;
    let stream: MediaStream | undefined;
    let over = false;
    all.current = latest.current.kept?.() ?? [];
    setLines(all.current);
    setOtherMedia(undefined);
    const made = new HelpLine(side, of, () => latest.current.servers(), {
      changed: () => latest.current.changed(),
      begun: () => setBegun((before) => before + 1),
      link: (to) => {
        setLink(to);
        if (to === 'connected' || to === 'none') setMet((before) => before + 1);
      },
      otherAway: setOtherAway,
      remote: setRemote,
      elsewhere: () => setLink('elsewhere'),
      message: (text) => {
        const found = latest.current.read(text) as
          | { kind: 'chat'; id: string; text: string; name: string }
          | { kind: 'written'; lines: readonly Line[]; again: boolean }
          | { kind: 'media'; camera: boolean; microphone: boolean; connects: boolean }
          | { kind: '' }
          | undefined;
        if (found?.kind === 'chat')
          add(found.id, side === 'asker' ? 'clerk' : 'asker', found.text, side === 'asker' ? found.name : '');
        else if (found?.kind === 'written') {
          if (isNews(side, all.current, found.lines)) change(joined(side, all.current, found.lines));
          if (!found.again && hasMore(all.current, found.lines)) tellWritten(true);
        } else if (found?.kind === 'media') setOtherMedia(found);
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

  // Told from browser to browser where that works, and soon over the server where it does not.
  useEffect(() => {
    if (begun === 0) return;
    if (link === 'none' || line.current?.stands) return tellWritten(false);
    const timer = setTimeout(() => tellWritten(false), direct);
    return () => clearTimeout(timer);
  }, [begun, met]);

  const written = lines.map(({ id, by, name, text, told = false }) => ({
    id,
    mine: by === side && name === options.name && !told,
    name,
    text,
    told,
  }));
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
      const { name } = latest.current;
      line.current?.tell({ kind: 'chat', id, text: said, name });
      add(id, side, said, name);
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
