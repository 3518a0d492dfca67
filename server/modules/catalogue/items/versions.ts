/** Which version of an item is in force on a day. Pure. */

/** A published version without its body. */
export interface VersionSpan {
  version: number;
  /** First day of Asia/Shanghai. */
  inForceFrom: string;
  /** First day on which it is no longer in force; null while nobody withdrew it. */
  endsOn: string | null;
}

/**
 * The version in force on the day: of those that have begun the one that began last (the later version where two began on
 * the same day), unless it was withdrawn. A version that was cancelled before it began never counts.
 */
export function spanInForce<S extends VersionSpan>(spans: readonly S[], day: string): S | undefined {
  const latest = spans
    .filter((span) => span.inForceFrom <= day && !wasCancelled(span))
    .reduce<S | undefined>(
      (best, span) =>
        !best ||
        span.inForceFrom > best.inForceFrom ||
        (span.inForceFrom === best.inForceFrom && span.version > best.version)
          ? span
          : best,
      undefined,
    );
  return latest && (latest.endsOn === null || day < latest.endsOn) ? latest : undefined;
}

/** Ended before it began: as if it had never been published. */
export const wasCancelled = ({ inForceFrom, endsOn }: VersionSpan): boolean => endsOn !== null && endsOn < inForceFrom;

export type VersionState = 'scheduled' | 'published' | 'superseded' | 'withdrawn' | 'cancelled';

/** What a version is on a day: 待生效, 现行, 已被替代, 已废止, 已取消. */
export function stateOf(span: VersionSpan, spans: readonly VersionSpan[], day: string): VersionState {
  if (wasCancelled(span)) return 'cancelled';
  if (day < span.inForceFrom) return 'scheduled';
  if (spanInForce(spans, day) === span) return 'published';
  return span.endsOn !== null && span.endsOn <= day ? 'withdrawn' : 'superseded';
}

/** The first day after `day` on which another version may be in force; undefined when nothing is planned. */
export function nextChange(spans: readonly VersionSpan[], day: string): string | undefined {
  const days = spans.flatMap(({ inForceFrom, endsOn }) => [inForceFrom, ...(endsOn === null ? [] : [endsOn])]);
  return days.filter((one) => one > day).sort()[0];
}
