/** A decision model: what a DMN file says, read but not yet run. */

export const hitPolicies = ['U', 'A', 'P', 'F', 'C', 'C+', 'C<', 'C>', 'C#', 'R', 'O'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

/** A decision table as it is written; the cells are FEEL. */
export interface Table {
  hitPolicy: HitPolicy;
  inputs: readonly { label: string; expression: string; type: string | undefined; values: string | undefined }[];
  outputs: readonly {
    name: string | undefined;
    type: string | undefined;
    values: string | undefined;
    otherwise: string | undefined;
  }[];
  rules: readonly { id: string; inputs: readonly string[]; outputs: readonly string[]; notes: readonly string[] }[];
}

/** An expression in its box. */
export type Box =
  | { kind: 'literal'; text: string; type?: string | undefined }
  | { kind: 'table'; table: Table }
  | {
      kind: 'context';
      entries: readonly { name: string | undefined; type: string | undefined; box: Box | undefined }[];
    }
  | { kind: 'invocation'; what: Box; bindings: readonly { name: string; type: string | undefined; box: Box | undefined }[] } // prettier-ignore
  | { kind: 'list'; items: readonly (Box | undefined)[] }
  | { kind: 'relation'; columns: readonly string[]; rows: readonly (readonly (Box | undefined)[])[] }
  | {
      kind: 'function';
      params: readonly Variable[];
      body: Box | undefined;
      external: boolean;
      type: string | undefined;
    }
  | { kind: 'conditional'; when: Box | undefined; yes: Box | undefined; no: Box | undefined }
  | { kind: 'for' | 'some' | 'every'; name: string; over: Box | undefined; body: Box | undefined }
  | { kind: 'filter'; over: Box | undefined; match: Box | undefined }
  | { kind: 'unknown'; name: string };

export interface Variable {
  name: string;
  type: string | undefined;
}

/** Ids are those of the file; `href` of an import has its namespace before `#`. */
export interface Needs {
  inputs: readonly string[];
  decisions: readonly string[];
  knowledge: readonly string[];
}

export interface Decision extends Needs {
  id: string;
  name: string;
  description: string | undefined;
  type: string | undefined;
  box: Box | undefined;
}
export interface Knowledge extends Needs {
  id: string;
  name: string;
  type: string | undefined;
  function: (Box & { kind: 'function' }) | undefined;
}
export interface Service {
  id: string;
  name: string;
  type: string | undefined;
  outputs: readonly string[];
  encapsulated: readonly string[];
  inputDecisions: readonly string[];
  inputs: readonly string[];
}
export interface ItemDefinition {
  name: string;
  type: string | undefined;
  isList: boolean;
  components: readonly ItemDefinition[];
  allowed: string | undefined;
  function: { params: readonly string[]; gives: string | undefined } | undefined;
}

export interface Model {
  name: string;
  namespace: string;
  imports: readonly { name: string; namespace: string }[];
  types: readonly ItemDefinition[];
  inputs: readonly (Variable & { id: string })[];
  decisions: readonly Decision[];
  knowledge: readonly Knowledge[];
  services: readonly Service[];
}

/** Names of types as FEEL writes them, out of those of a file (`feel:number`, `list<string>`). */
export const plainType = (name: string | undefined): string | undefined =>
  name?.replace(/^\{.*\}|^feel[:.]/, '').trim();
