/** The order of members: who waits for whom. Pure. */

interface Waiting {
  readonly key: string;
  readonly after: readonly string[];
}

/** A circle of members that wait for each other, as the keys on its way round; undefined when there is none. */
export function findCircle(members: readonly Waiting[]): string[] | undefined {
  const after = new Map(members.map((member) => [member.key, member.after]));
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (key: string): string[] | undefined => {
    if (done.has(key)) return undefined;
    const at = way.indexOf(key);
    if (at >= 0) return way.slice(at);
    way.push(key);
    for (const before of after.get(key) ?? []) {
      const circle = walk(before);
      if (circle) return circle;
    }
    way.pop();
    done.add(key);
    return undefined;
  };
  for (const { key } of members) {
    const circle = walk(key);
    if (circle) return circle;
  }
  return undefined;
}

/** All members that must be granted before this one, near and far. */
export function allBefore(members: readonly Waiting[], key: string): Set<string> {
  const after = new Map(members.map((member) => [member.key, member.after]));
  const found = new Set<string>();
  const open = [...(after.get(key) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(after.get(next) ?? []));
  }
  return found;
}

/** Members in layers: each waits for members of earlier layers only. For a list without a circle. */
export function layersOf<M extends Waiting>(members: readonly M[]): M[][] {
  const there = new Set(members.map(({ key }) => key));
  const depth = new Map<string, number>();
  const depthOf = (member: M): number => {
    const known = depth.get(member.key);
    if (known !== undefined) return known;
    depth.set(member.key, 0);
    const before = members.filter(({ key }) => member.after.includes(key) && there.has(key));
    const own = before.length === 0 ? 0 : 1 + Math.max(...before.map(depthOf));
    depth.set(member.key, own);
    return own;
  };
  const layers: M[][] = [];
  for (const member of members) (layers[depthOf(member)] ??= []).push(member);
  return layers.filter((layer) => layer !== undefined);
}
