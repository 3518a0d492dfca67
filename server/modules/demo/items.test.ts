/** The items of the demo district: complete ones hold together, plain ones say that they are not verified. */
import { describe, expect, test } from 'vitest';
import { askedFields, askedMaterials, askedSituations } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { writtenItems } from './cases/matters.ts';
import { departmentsOf } from './district/offices.ts';
import { testPlan } from './testing/made.ts';

const items = writtenItems();
const bodies = items.map(({ body }) => body);
const complete = bodies.filter(({ verified }) => verified);

/** All ways to answer the situations, each question only where it is asked. */
function waysThrough(body: ItemBody, given: Record<string, string> = {}): Record<string, string>[] {
  const next = askedSituations(body, given).find(({ id }) => given[id] === undefined);
  if (!next) return [given];
  return next.options.flatMap((option) => waysThrough(body, { ...given, [next.id]: option.id }));
}

describe('every item', () => {
  test('has a code of its own, a department that is there, and words in which people look for it', () => {
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    const departments = new Set(departmentsOf(testPlan).map(({ key }) => key));
    expect(items.filter(({ department }) => !departments.has(department))).toEqual([]);
    expect(new Set(items.map(({ department }) => department)).size).toBe(departments.size);
    expect(bodies.filter(({ synonyms }) => synonyms.length === 0).map(({ name }) => name)).toEqual([]);
    expect(bodies.filter(({ nameEn }) => !nameEn).map(({ name }) => name)).toEqual([]);
  });

  test('asks for nothing that cannot come up, whichever way its questions are answered', () => {
    const unreachable = bodies.flatMap((body) => {
      const ways = waysThrough(body);
      const asked = new Set(
        ways.flatMap((given) => [
          ...askedMaterials(body, given).map(({ id }) => `material ${id}`),
          ...askedFields(body, given).map(({ name }) => `field ${name}`),
          ...Object.keys(given).map((id) => `situation ${id}`),
        ]),
      );
      // A field can depend on another field's answer, which is not among the ways.
      const dependsOnField = (when: Record<string, unknown> | undefined) =>
        Object.keys(when ?? {}).some((key) => key in body.form.properties);
      return [
        ...body.materials.filter(({ when }) => !dependsOnField(when)).map(({ id }) => `material ${id}`),
        ...Object.entries(body.form.properties).filter(([, field]) => !dependsOnField(field['x-when'])).map(([name]) => `field ${name}`),
        ...body.situations.filter(({ when }) => !dependsOnField(when)).map(({ id }) => `situation ${id}`),
      ]
        .filter((what) => !asked.has(what))
        .map((what) => `${body.name}: ${what}`);
    }); // prettier-ignore
    expect(unreachable).toEqual([]);
  });

  test('says of each material where it comes from and in which form', () => {
    const strange = bodies.flatMap(({ name, materials }) =>
      materials
        .filter(({ source, form, copies }) => !source || !form || (source === 'shared' && copies > 0))
        .map((material) => `${name}: ${material.name}`),
    );
    expect(strange).toEqual([]);
  });
});

describe('a complete item', () => {
  test('rests on law, says who may apply, what they get, how and whom to ask', () => {
    expect(complete.length).toBeGreaterThanOrEqual(60);
    for (const body of complete) {
      const { name } = body;
      expect(body.basis.length, name).toBeGreaterThan(0);
      expect(body.applicants.length, name).toBeGreaterThan(0);
      expect(body.conditions.length, name).toBeGreaterThan(0);
      expect(body.procedure.length, name).toBeGreaterThan(0);
      expect(Object.keys(body.form.properties).length, name).toBeGreaterThan(0);
      expect(body.plainName, name).toBeTruthy();
      expect(body.plainNameEn, name).toBeTruthy();
      expect(body.telephone, name).toMatch(/^0571-8800\d{4}$/);
      expect(body.result?.name, name).toBeTruthy();
      expect(body.immediate || body.promisedLimit !== undefined, name).toBe(true);
      for (const fee of body.fees) expect(fee.basis, name).toMatch(/[〔第条]|条例|法/);
    }
  });
});

describe('a plain item', () => {
  test('claims nothing that nobody has looked up', () => {
    const plain = bodies.filter(({ verified }) => !verified);
    expect(plain.length).toBeGreaterThan(100);
    for (const body of plain) {
      const { name, basis, materials, fees, statutoryLimit } = body;
      expect({ basis, materials, fees, statutoryLimit }, name).toEqual({ basis: [], materials: [], fees: [], statutoryLimit: undefined }); // prettier-ignore
    }
  });
});
