/** The shared worker that holds the browser's one event stream. It is open while any tab is there and signed in. */
import { openStream } from './stream.ts';

interface Port {
  postMessage: (message: unknown) => void;
  onmessage: ((message: { data: unknown }) => void) | null;
}
const ports = new Set<Port>();
let close: (() => void) | undefined;

(globalThis as unknown as { onconnect: (event: { ports: readonly Port[] }) => void }).onconnect = ({
  ports: [port],
}) => {
  if (!port) return;
  port.onmessage = ({ data }) => {
    if (data === 'bye') ports.delete(port);
    else ports.add(port);
    // Somebody else has signed in: the old stream would go on telling what concerns the one before.
    if (ports.size === 0 || data === 'again') {
      close?.();
      close = undefined;
    }
    if (ports.size > 0) {
      close ??= openStream('/api/live', (message) => {
        for (const each of ports) each.postMessage(message);
      });
    }
  };
};
