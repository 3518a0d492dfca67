/** A first suggestion of what is asked once: the same name and kind of question is one, the same name of a material is one. Pure. */
import type { Field, ItemBody } from '#modules/catalogue/contract';
import type { BodyOf } from './merge.ts';
import type { LifeEventBody } from './life-event.ts';

/** What must be the same so that one answer serves both. */
export const likeness = (field: Field): string =>
  JSON.stringify([
    field.type,
    field.format ?? '',
    field.enum?.toSorted() ?? '',
    field.items?.enum.toSorted() ?? '',
    field.pattern ?? '',
  ]);
export const likenessOfOptions = (options: readonly { id: string }[]): string =>
  JSON.stringify(options.map(({ id }) => id).toSorted());

type Found = { title: string; like: string };

function foundIn(body: ItemBody | undefined, name: string): Found | undefined {
  const situation = body?.situations.find(({ id }) => id === name);
  if (situation) return { title: situation.question, like: `s${likenessOfOptions(situation.options)}` };
  const field = body && Object.hasOwn(body.form.properties, name) ? body.form.properties[name] : undefined;
  return field && { title: field.title, like: `f${likeness(field)}` };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A key that the form may have: letters and digits. */
const keyFrom = (text: string): string => text.replaceAll(/[^a-zA-Z0-9]/g, '').replace(/^[0-9]+/, '') || 'question';

/** Completes the mapping of an event: what is mapped stays, what is not is joined with what is like it, or asked by itself. */
export function proposeMapping(event: LifeEventBody, bodyOf: BodyOf): LifeEventBody {
  const asks = event.asks.map((ask) => ({ ...ask, of: [...ask.of] }));
  const materials = event.materials.map((one) => ({ ...one, of: [...one.of] }));
  for (const { key: member } of event.members) {
    const body = bodyOf(member);
    if (!body) continue;
    for (const name of [...body.situations.map(({ id }) => id), ...Object.keys(body.form.properties)]) {
      const fixed = event.fixed.some((one) => one.member === member && one.name === name);
      const mapped = asks.some(({ of }) => of.some((one) => one.member === member && one.name === name));
      if (fixed || mapped) continue;
      const own = foundIn(body, name)!;
      const like = asks.find(
        ({ of }) =>
          !of.some((one) => one.member === member) &&
          of.every((one) => {
            const other = foundIn(bodyOf(one.member), one.name);
            return other?.like === own.like && (one.name === name || other.title === own.title);
          }),
      );
      if (like) like.of.push({ member, name });
      else {
        const plain = keyFrom(name);
        const key = asks.some((ask) => ask.key === plain) ? `${member}${capital(plain)}`.slice(0, 40) : plain;
        asks.push({ key, of: [{ member, name }] });
      }
    }
    for (const { id, name, source } of body.materials) {
      const comes =
        id === 'form' ||
        source === 'shared' ||
        event.results.some((one) => one.member === member && one.material === id);
      const mapped = materials.some(({ of }) => of.some((one) => one.member === member && one.material === id));
      if (comes || mapped) continue;
      const like = materials.find(
        ({ of }) =>
          !of.some((one) => one.member === member) &&
          of.every((one) => bodyOf(one.member)?.materials.find((other) => other.id === one.material)?.name === name),
      );
      if (like) like.of.push({ member, material: id });
      else
        materials.push({
          key: materials.some(({ key }) => key === id) ? `${member}-${id}`.slice(0, 64) : id,
          of: [{ member, material: id }],
        });
    }
  }
  return { ...event, asks, materials };
}
