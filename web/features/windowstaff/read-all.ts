/** A list as a whole, for paper: the server gives it in pieces. */

const piece = 500;

export async function readAll<R>(
  read: (part: { limit: number; offset: number }) => Promise<{ rows: readonly R[]; total: number }>,
): Promise<R[]> {
  const rows: R[] = [];
  for (;;) {
    const part = await read({ limit: piece, offset: rows.length });
    rows.push(...part.rows);
    if (part.rows.length === 0 || rows.length >= part.total) return rows;
  }
}
