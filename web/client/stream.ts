/** The event stream itself, with its own reconnection: used by the shared worker, or by the tab where there is none. */

export type FromStream = { kind: 'event'; name: string; subject: string } | { kind: 'missed' };

/**
 * Opens the stream and keeps it open. Says `missed` whenever it begins to hear: of what happened before that, since the page was
 * read or the line was lost, it was told nothing. Returns how to close it.
 */
export function openStream(address: string, hear: (message: FromStream) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = 1_000;
  let closed = false;

  const open = (): void => {
    source = new EventSource(address);
    source.onopen = () => {
      wait = 1_000;
    };
    source.addEventListener('ready', () => hear({ kind: 'missed' }));
    source.onmessage = (message: MessageEvent<string>) => {
      try {
        const { name, subject } = JSON.parse(message.data) as { name?: unknown; subject?: unknown };
        if (typeof name === 'string')
          hear({ kind: 'event', name, subject: typeof subject === 'string' ? subject : '' });
      } catch {
        // A line that is not ours changes nothing.
      }
    };
    source.onerror = () => {
      // The browser itself comes back after a broken line, but gives up for good after an answer that is not 200.
      if (source?.readyState !== EventSource.CLOSED || closed) return;
      timer = setTimeout(open, wait + Math.random() * 500);
      wait = Math.min(wait * 2, 30_000);
    };
  };
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };
}
