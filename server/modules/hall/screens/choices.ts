/** What a screen can be and when a hall is quiet: rules that the server, the workbench and the screens themselves keep. */

/** Calls of a zone or of the whole hall; one window; information. */
export const screenKinds = ['zone', 'window', 'board'] as const;
export type ScreenKind = (typeof screenKinds)[number];

/**
 * Whether calls are shown and not said at a time of the day, all HH:MM of Asia/Shanghai. A span that closes before it opens lasts
 * over midnight; the minute at which it closes is not quiet any more.
 */
export const isQuiet = (quiet: readonly { opens: string; closes: string }[], time: string): boolean =>
  quiet.some(({ opens, closes }) =>
    opens <= closes ? opens <= time && time < closes : time >= opens || time < closes,
  );
