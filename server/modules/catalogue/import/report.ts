/** An import as an editor's screen shows it. */
import type { ImportReport } from '../shapes.ts';
import type { Rejection } from './map-row.ts';
import type { ImportResult } from './run-import.ts';

const most = 500;

/** A shape of its own would be a change of the contract: what stands on another sheet says so in its reason. */
const onSheet = ({ sheet, reason }: Rejection): string =>
  sheet === undefined ? reason : `on sheet "${sheet}": ${reason}`;

/** The counts are of all, the lists of the first ones. */
export const reportOf = (result: ImportResult): ImportReport => ({
  stored: result.stored,
  columns: result.header.columns.map(({ header, field }) => ({ header, field })),
  ignored: [...result.header.ignored, ...result.leftOut.map(({ sheet, why }) => `sheet "${sheet}": ${why}`)],
  newDepartments: result.newDepartments,
  counts: {
    added: result.added.length,
    changed: result.changed.length,
    unchanged: result.unchanged,
    vanished: result.vanished.length,
    rejected: result.rejected.length,
  },
  added: result.added.slice(0, most).map(({ fields: { code, name } }) => ({ code, name })),
  changed: result.changed.slice(0, most).map(({ fields: { code, name }, changes }) => ({ code, name, changes })),
  vanished: result.vanished.slice(0, most),
  rejected: result.rejected.slice(0, most).map((one) => ({ line: one.line, column: one.column, reason: onSheet(one) })),
});
