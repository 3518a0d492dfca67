/** What every operation has to have, whichever module it belongs to. */
import { describe, expect, it } from 'vitest';
import { modules } from '#server/modules';

const operations = modules.flatMap((module) =>
  Object.entries(module.contract ?? {}).map(([name, operation]) => ({
    id: `${module.name}.${name}`,
    name,
    module,
    operation,
  })),
);

describe('operations', () => {
  it('exist', () => expect(operations.length).toBeGreaterThan(60));

  it.each(operations)('$id is in the permission table of its module', ({ module, name }) => {
    expect(Object.keys(module.permissions?.[name] ?? {}).length, 'a row that allows somebody').toBeGreaterThan(0);
  });

  it('have addresses of their own', () => {
    const addresses = operations.map(({ operation }) => `${operation.method} ${operation.path.replace(/:\w+/g, ':')}`);
    expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([]);
  });

  it.each(operations.filter(({ operation }) => operation.body))(
    '$id refuses keys that it does not know',
    ({ operation }) => {
      const body = operation.body as { type?: string; additionalProperties?: unknown; anyOf?: unknown };
      if (body.type === 'object') expect(body.additionalProperties).toBe(false);
    },
  );

  it('change nothing by GET', () => {
    expect(
      operations.filter(({ operation }) => operation.method === 'GET' && operation.body).map(({ id }) => id),
    ).toEqual([]);
  });
});

describe('permission tables', () => {
  it('name no operation that is not there', () => {
    const strays = modules.flatMap((module) =>
      Object.keys(module.permissions ?? {})
        .filter((name) => !module.contract?.[name])
        .map((name) => `${module.name}.${name}`),
    );
    expect(strays).toEqual([]);
  });
});
