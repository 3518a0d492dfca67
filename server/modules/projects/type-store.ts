/** SQL of the types of projects and their versions. */
import { prepared, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { projectProblems } from './problems.ts';
import type { ProjectTypeBody } from './project-type.ts';

export interface TypeVersion {
  id: string;
  code: string;
  version: number;
  body: ProjectTypeBody;
  inForceFrom: string;
}

ownConstraints({
  project_type_code_key: () => projectProblems.codeTaken(),
  project_type_version_pkey: () => projectProblems.changedMeanwhile(),
});

const columns = 't.id, t.code, v.version, v.body, v.in_force_from';
const inForce = prepared<TypeVersion>(
  `select distinct on (t.id) ${columns} from projects.project_type t join projects.project_type_version v on v.type_id = t.id
    where v.in_force_from <= $1 order by t.id, v.in_force_from desc, v.version desc limit 50`,
);
const byVersion = prepared<TypeVersion>(
  `select ${columns} from projects.project_type t join projects.project_type_version v on v.type_id = t.id
    where t.id = $1 and v.version = $2`,
);
const versionsOf = prepared<TypeVersion>(
  `select ${columns} from unnest($1::uuid[], $2::int[]) as w (id, version) join projects.project_type t on t.id = w.id
     join projects.project_type_version v on v.type_id = t.id and v.version = w.version`,
);
const insertType = prepared('insert into projects.project_type (id, code) values ($1, $2) on conflict (id) do nothing');
const insertVersionRow = prepared(
  `insert into projects.project_type_version (type_id, version, body, in_force_from, published_at, published_by)
   values ($1, $2, $3, $4, $5, $6)`,
);
const newest = prepared<TypeVersion>(
  `select distinct on (t.id) ${columns} from projects.project_type t join projects.project_type_version v on v.type_id = t.id
    order by t.id, v.version desc limit 50`,
);

/** What is in force on a day. */
export const typesInForce = (reader: Reader, day: string): Promise<TypeVersion[]> => reader.many(inForce(day));
export async function getTypeInForce(reader: Reader, id: string, day: string): Promise<TypeVersion> {
  const found = (await typesInForce(reader, day)).find((one) => one.id === id);
  if (!found) throw projectProblems.noSuchType();
  return found;
}
/** The version that a project keeps; it is never taken away. */
export const getTypeVersion = (reader: Reader, id: string, version: number): Promise<TypeVersion> =>
  reader.one(byVersion(id, version));
export async function typesOfProjects(
  reader: Reader,
  projects: readonly { typeId: string; typeVersion: number }[],
): Promise<(typeId: string, version: number) => TypeVersion> {
  const pairs = [...new Map(projects.map((one) => [`${one.typeId} ${one.typeVersion}`, one])).values()];
  const found = pairs.length === 0 ? [] : await reader.many(versionsOf(pairs.map(({ typeId }) => typeId), pairs.map(({ typeVersion }) => typeVersion))); // prettier-ignore
  const byKey = new Map(found.map((one) => [`${one.id} ${one.version}`, one]));
  return (typeId, version) => byKey.get(`${typeId} ${version}`)!;
}
/** The newest version of each type, whether it is in force yet or not. */
export const newestTypes = (reader: Reader): Promise<TypeVersion[]> => reader.many(newest());
/** Publishes a version; of two with the same number the second fails on the key. */
export function insertVersion(
  tx: Tx,
  row: {
    id: string;
    code: string;
    version: number;
    body: ProjectTypeBody;
    inForceFrom: string;
    at: Date;
    accountId: string | null;
  },
): void {
  tx.write(insertType(row.id, row.code));
  tx.write(insertVersionRow(row.id, row.version, JSON.stringify(row.body), row.inForceFrom, row.at, row.accountId));
}
