/** Text of another district that this database can keep. */

/**
 * Whether the value holds only characters that can be stored: JSON may carry a zero character or half of a surrogate pair, and the
 * database takes neither. Whoever sends them is told so; a message must never stop those behind it.
 */
export const isStorable = (value: unknown): boolean =>
  !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(value) ?? '');
