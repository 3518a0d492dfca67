/** How far it has come: a bar on a terminal, a line for each tenth elsewhere. On stderr, so that the answer stays clean. */
const width = 32;

/** Shows progress, one thing after the other; call `end` when something else is said or all is over. */
export function showProgress(): { to(done: number, total: number, what: string): void; end(): void } {
  const { stderr } = process;
  let now = '';
  let started = 0;
  let tenth = 0;
  let shown = 0;
  const speed = (done: number, total: number): string => {
    const seconds = (performance.now() - started) / 1000;
    const left = done > 0 ? Math.round((seconds * (total - done)) / done) : 0;
    return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${now}, ${left} s left`;
  };
  return {
    to(done, total, what) {
      if (what !== now) [now, started, tenth, shown] = [what, performance.now(), 0, 0];
      if (!stderr.isTTY) {
        const reached = Math.floor((done * 10) / total);
        if (reached > tenth && done < total) stderr.write(`${speed(done, total)}\n`);
        tenth = Math.max(tenth, reached);
        return;
      }
      if (performance.now() - shown < 100 && done < total) return;
      shown = performance.now();
      const full = Math.round((width * done) / total);
      stderr.write(`\r[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${speed(done, total)}\u001B[K`);
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001B[K');
    },
  };
}
