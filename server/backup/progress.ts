/** How far a long command has come, on stderr: a bar on a terminal, a line for each quarter elsewhere. */
export function showProgress(what: string): { to(done: number, of: number): void; end(): void } {
  const { stderr } = process;
  let quarter = 0;
  let shown = 0;
  return {
    to(done, of) {
      const share = of > 0 ? Math.min(1, done / of) : 1;
      if (stderr.isTTY) {
        if (performance.now() - shown < 100) return;
        shown = performance.now();
        const full = Math.round(share * 32);
        stderr.write(`\r[${'█'.repeat(full)}${'·'.repeat(32 - full)}] ${what} ${Math.round(share * 100)} %\u001B[K`);
      } else if (Math.floor(share * 4) > quarter) {
        quarter = Math.floor(share * 4);
        stderr.write(`${what}: ${quarter * 25} %\n`);
      }
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001B[K');
    },
  };
}
