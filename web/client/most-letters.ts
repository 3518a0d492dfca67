/** How long a text may be is said once, in the contract; a form that took more would have it refused. */
import type { BodyOf, Operation } from '#platform/contract';

/** The most letters that an operation takes in a field of its body. */
export function mostLetters<O extends Operation>(operation: O, field: keyof BodyOf<O> & string): number {
  const fields = (operation.body as { properties?: Record<string, { maxLength?: number }> } | undefined)?.properties;
  const most = fields?.[field]?.maxLength;
  if (most === undefined) throw new Error(`${operation.path} does not say how long ${field} may be`);
  return most;
}
