/** A fingerprint in its groups, as two people read it to each other. */
import type { ReactNode } from 'react';

export function Fingerprint(props: { of: string; label: string }): ReactNode {
  const groups = props.of.replaceAll(' ', '').match(/.{4}/g) ?? [];
  return (
    <ol className="yc-plain exchange-fingerprint" aria-label={props.label}>
      {groups.map((group, at) => (
        <li key={at}>{group}</li>
      ))}
    </ol>
  );
}
