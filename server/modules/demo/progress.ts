/** How far it has come: a bar on a terminal, a line for each tenth elsewhere. On stderr, so that the answer stays clean. */
const width = 32;

/** Shows progress towards `total`; call `end` when it is over. */
export function showProgress(total: number, what: string): { to(done: number): void; end(): void } {
  const { stderr } = process;
  const started = performance.now();
  let tenth = 0;
  let shown = 0;
  const speed = (done: number): string => {
    const seconds = (performance.now() - started) / 1000;
    const left = done > 0 ? Math.round((seconds * (total - done)) / done) : 0;
    return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${what}, ${left} s left`;
  };
  return {
    to(done) {
      if (!stderr.isTTY) {
        const reached = Math.floor((done * 10) / total);
        if (reached > tenth && done < total) stderr.write(`${speed(done)}\n`);
        tenth = Math.max(tenth, reached);
        return;
      }
      if (performance.now() - shown < 100 && done < total) return;
      shown = performance.now();
      const full = Math.round((width * done) / total);
      stderr.write(`\r[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${speed(done)}\u001B[K`);
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001B[K');
    },
  };
}
