/** Files on their way: two at a time, each with its own progress; what is removed is aborted and never counted. */
import { useEffect, useRef, useState } from 'react';

/** A file that the server holds. */
export interface UploadedFile {
  id: string;
  name: string;
  bytes: number;
}

export interface PendingFile {
  key: string;
  file: File;
  state: 'waiting' | 'going' | 'failed' | 'refused';
  share: number;
  /** Why it was not even tried. */
  refusal?: string | undefined;
  error?: unknown;
}

export interface Uploads {
  pending: readonly PendingFile[];
  add: (files: readonly { file: File; refusal: string | undefined }[]) => void;
  again: (key: string) => void;
  /** Takes away a file that is not yet there. */
  drop: (key: string) => void;
  /** Takes away a file that is there. */
  remove: (file: UploadedFile) => void;
  /** The chosen file of an uploaded one, for its small picture. */
  original: (id: string) => File | undefined;
}

const atOnce = 2;
let nextKey = 0;

/**
 * A list that is changed here and kept by the parent. Several changes may come between two renderings, and a rendering may come late: each change is
 * made to the newest list, not to one that the page still shows.
 */
export class Newest<One> {
  #list: readonly One[];
  #shown: readonly One[];
  #ours = new WeakSet<readonly One[]>();

  constructor(list: readonly One[]) {
    this.#list = list;
    this.#shown = list;
  }

  /** What the parent shows now. A list of ours is no news, however old; another one is the parent's own change. */
  show(list: readonly One[]): void {
    if (list !== this.#shown && !this.#ours.has(list)) this.#list = list;
    this.#shown = list;
  }

  /** Changes the list; the answer is for the parent to keep. */
  change(to: (list: readonly One[]) => One[]): One[] {
    const list = to(this.#list);
    this.#ours.add(list);
    this.#list = list;
    return list;
  }
}

export function useUploads(options: {
  files: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  upload: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<UploadedFile>;
  onRemove: ((file: UploadedFile) => void) | undefined;
}): Uploads {
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const originals = useRef(new Map<string, File>());
  // The pages of a contract stay in the order in which they were chosen, whichever of them arrives first.
  const places = useRef(new Map<string, number>());
  const going = useRef(new Map<string, AbortController>());
  const [files] = useState(() => new Newest(options.files));
  const newest = useRef(options);
  useEffect(() => {
    files.show(options.files);
    newest.current = options;
  });
  useEffect(() => {
    const controllers = going.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
    };
  }, []);

  const change = (key: string, to: Partial<PendingFile>): void =>
    setPending((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const set = (to: (list: readonly UploadedFile[]) => UploadedFile[]): void =>
    newest.current.onChange(files.change(to));

  const send = async ({ key, file }: PendingFile): Promise<void> => {
    const controller = new AbortController();
    going.current.set(key, controller);
    try {
      const held = await newest.current.upload(file, (share) => change(key, { share }), controller.signal);
      if (controller.signal.aborted) return newest.current.onRemove?.(held);
      originals.current.set(held.id, file);
      setPending((before) => before.filter((one) => one.key !== key));
      places.current.set(held.id, Number(key));
      const place = ({ id }: UploadedFile): number => places.current.get(id) ?? 0;
      set((list) => [...list, held].toSorted((a, b) => place(a) - place(b)));
    } catch (error) {
      if (!controller.signal.aborted) change(key, { state: 'failed', error });
    } finally {
      if (going.current.get(key) === controller) going.current.delete(key);
    }
  };

  useEffect(() => {
    const free = atOnce - pending.filter(({ state }) => state === 'going').length;
    for (const one of pending.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) {
      if (going.current.has(one.key)) continue;
      change(one.key, { state: 'going' });
      void send(one);
    }
  }, [pending]);

  return {
    pending,
    add: (chosen) =>
      setPending((before) => [
        ...before,
        ...chosen.map(({ file, refusal }) => ({
          key: `${(nextKey += 1)}`,
          file,
          share: 0,
          refusal,
          state: refusal ? ('refused' as const) : ('waiting' as const),
        })),
      ]),
    again: (key) => change(key, { state: 'waiting', share: 0, error: undefined }),
    drop: (key) => {
      going.current.get(key)?.abort();
      setPending((before) => before.filter((one) => one.key !== key));
    },
    remove: (file) => {
      set((list) => list.filter(({ id }) => id !== file.id));
      newest.current.onRemove?.(file);
    },
    original: (id) => originals.current.get(id),
  };
}
