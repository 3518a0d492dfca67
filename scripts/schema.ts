/**
 * `npm run schema`: writes db/schema.sql, the shape of the database after all migrations, for reading and review. It is made of a
 * database that is migrated for this and thrown away. Nothing is ever created from this file: migrations do that.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startCluster } from '#platform/postgres/cluster';
import { schemaSources } from '#server/app';
import { prepareDatabase } from '#server/prepare';

export const schemaFile = fileURLToPath(new URL('../db/schema.sql', import.meta.url));

const head = `-- The database after all migrations, by module in the order of server/modules.ts. For reading: written by "npm run schema", never run.
-- Every table belongs to the module whose schema it is in; no other module reads it. A trail is only ever added to: the application's
-- role may not update or delete its rows.
`;

interface Table {
  oid: string;
  schema: string;
  name: string;
  kind: 'r' | 'v';
  comment: string | null;
  trail: boolean | null;
  definition: string | null;
}

/** The text of db/schema.sql for a migrated database. */
export async function describeSchema(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const ask = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
    (await client.query<Row>(text, values)).rows;
  try {
    const schemas = [...schemaSources.map(({ schema }) => schema), 'published'];
    // Names without their schema would depend on who asks.
    await client.query(`set search_path to ''`);
    const tables = await ask<Table>(
      `select c.oid, n.nspname as schema, c.oid::regclass::text as name, c.relkind as kind, obj_description(c.oid, 'pg_class') as comment,
              a.may_update as trail, case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as definition
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         left join platform.append_only_table a on a.table_name::regclass = c.oid
        where n.nspname = any($1) and c.relkind in ('r', 'v') order by c.relname`,
      schemas,
    );
    const parts: string[] = [head];
    for (const schema of schemas) {
      const own = tables.filter((table) => table.schema === schema);
      if (own.length === 0) continue;
      parts.push(`-- ${'-'.repeat(20)} ${schema} ${'-'.repeat(Math.max(0, 90 - schema.length))}\n`);
      for (const table of own) parts.push(await describeTable(ask, table));
      const functions = await ask<{ text: string }>(
        `select pg_get_functiondef(p.oid) as text from pg_proc p where p.pronamespace = $1::regnamespace order by p.proname`,
        schema,
      );
      for (const { text } of functions) parts.push(`${tidy(text)};\n`);
    }
    return parts.join('\n').replaceAll('timestamp with time zone', 'timestamptz');
  } finally {
    await client.end();
  }
}

type Ask = <Row extends object>(text: string, ...values: unknown[]) => Promise<Row[]>;

/** Lines of a comment, at most 130 letters each. */
function note(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length > 130) {
      lines.push(line);
      line = '';
    }
    line += line ? ` ${word}` : word;
  }
  return [...lines, line].map((one) => `${indent}-- ${one}\n`).join('');
}

const tidy = (text: string): string => text.replaceAll(/[ \t]+$/gm, '').trimEnd();

async function describeTable(ask: Ask, table: Table): Promise<string> {
  const trail = table.trail === null ? '' : note(table.trail ? 'Rows are never deleted.' : 'A trail.');
  const above = trail + (table.comment ? note(table.comment) : '');
  if (table.definition !== null) return `${above}create view ${table.name} as\n${tidy(table.definition)}\n`;
  const columns = await ask<{ text: string; comment: string | null }>(
    `select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attnotnull then ' not null' else '' end
            || case when a.attidentity <> '' then ' generated always as identity'
                    when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as text,
            col_description(a.attrelid, a.attnum) as comment
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    table.oid,
  );
  const constraints = await ask<{ text: string }>(
    `select 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid, true) as text from pg_constraint
      where conrelid = $1 and contype in ('p', 'u', 'f', 'c', 'x') order by position(contype::text in 'pufcx'), conname`,
    table.oid,
  );
  const lines = [
    ...columns.map(({ text, comment }) => ({ text, above: comment ? note(comment, '  ') : '' })),
    ...constraints.map(({ text }) => ({ text, above: '' })),
  ];
  const body = lines.map((line, i) => `${line.above}  ${line.text}${i < lines.length - 1 ? ',' : ''}`).join('\n');
  const beside = await ask<{ text: string }>(
    `select pg_get_indexdef(i.indexrelid) as text from pg_index i
      where i.indrelid = $1 and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = $1)
      union all select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = $1 and not t.tgisinternal
      order by 1`,
    table.oid,
  );
  return `${above}create table ${table.name} (\n${body}\n);\n${beside.map(({ text }) => `${text};\n`).join('')}`;
}

if (import.meta.main) {
  const cluster = await startCluster({ ephemeral: true });
  try {
    await prepareDatabase(cluster.connectionString);
    mkdirSync(path.dirname(schemaFile), { recursive: true });
    writeFileSync(schemaFile, await describeSchema(cluster.connectionString));
  } finally {
    await cluster.stop();
  }
  process.stdout.write('Wrote db/schema.sql.\n');
}
