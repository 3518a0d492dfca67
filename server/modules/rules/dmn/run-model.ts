/** Runs a model: decisions with what they require, business knowledge and decision services as functions, imports. */
import { outermost } from '../feel/builtins/all.ts';
import { scopeOf, type Scope } from '../feel/scope.ts';
import { coerce, type Type } from '../feel/types.ts';
import { FunctionValue, type Value } from '../feel/values.ts';
import { runBox, type Boxes } from './run-box.ts';
import type { Decision, ItemDefinition, Knowledge, Model, Needs, Service } from './model.ts';
import { typesOf, type ModelTypes } from './types-of-model.ts';

/** Inputs by name; those of an import behind its name and a point. */
export type Inputs = ReadonlyMap<string, Value>;

export interface OpenModel {
  model: Model;
  /** The result of a decision; undefined if none has the name. */
  decide: (name: string, inputs: Inputs) => Value | undefined;
  /** The result of a decision service or of business knowledge. */
  invoke: (name: string, inputs: Inputs) => Value | undefined;
}

interface Part {
  model: Model;
  /** Under which name the model above knows it; empty for itself. */
  prefix: string;
}

/**
 * Makes a model ready to run.
 * @param others Models that may be imported, by their namespace.
 */
export function openModel(model: Model, others: readonly Model[], now: Date): OpenModel {
  const parts = partsOf(model, others);
  const types = typesOf(definitionsOf(model, others, ''), (named) => outermost(named, now));
  const outer = outermost(types.named, now);
  const properties = propertiesOf([model, ...others]);
  return {
    model,
    decide: (name, inputs) => {
      const decision = model.decisions.find((one) => one.name === name);
      return decision && new Run(parts, types, outer, properties, inputs).decision(decision, model);
    },
    invoke: (name, inputs) => {
      const run = new Run(parts, types, outer, properties, inputs);
      const service = model.services.find((one) => one.name === name);
      if (service) return run.service(service, model).run(run.serviceArguments(service, model));
      const knowledge = model.knowledge.find((one) => one.name === name);
      const called = knowledge && run.knowledge(knowledge, model);
      return called?.run(called.params.map((param) => inputs.get(param.name) ?? null));
    },
  };
}

/** A model and all that it imports, directly or not. */
function partsOf(model: Model, others: readonly Model[]): Map<string, Part> {
  const parts = new Map<string, Part>([[model.namespace, { model, prefix: '' }]]);
  const open: Part[] = [{ model, prefix: '' }];
  for (let part = open.shift(); part; part = open.shift()) {
    for (const { name, namespace } of part.model.imports) {
      const other = others.find((one) => one.namespace === namespace);
      if (!other || parts.has(namespace)) continue;
      const found = { model: other, prefix: [part.prefix, name].filter(Boolean).join('.') };
      parts.set(namespace, found);
      open.push(found);
    }
  }
  return parts;
}

function definitionsOf(model: Model, others: readonly Model[], prefix: string, depth = 0): Map<string, ItemDefinition> {
  const all = new Map(model.types.map((type) => [prefix + type.name, type]));
  if (depth > 8) return all;
  for (const { name, namespace } of model.imports) {
    const other = others.find((one) => one.namespace === namespace);
    const inner = other ? definitionsOf(other, others, `${prefix}${name ? `${name}.` : ''}`, depth + 1) : [];
    for (const [key, type] of inner) all.set(key, type);
    // Within the imported model its types have their own names.
    for (const type of other?.types ?? []) if (!all.has(type.name)) all.set(type.name, type);
  }
  return all;
}

/** Every name that may stand behind a point. */
function propertiesOf(models: readonly Model[]): Set<string> {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    else if (typeof part === 'object' && part !== null) {
      if ('name' in part && typeof part.name === 'string') names.add(part.name);
      if ('columns' in part && Array.isArray(part.columns)) for (const name of part.columns) names.add(String(name));
      for (const inner of Object.values(part)) walk(inner);
    }
  };
  walk(models);
  return names;
}

class Run {
  private readonly done = new Map<unknown, Value>();
  private readonly parts: ReadonlyMap<string, Part>;
  private readonly types: ModelTypes;
  private readonly outer: Scope;
  private readonly properties: Set<string>;
  private readonly inputs: Inputs;
  /** Decisions that are being made: a circle gives null. */
  private readonly open = new Set<unknown>();

  constructor(
    parts: ReadonlyMap<string, Part>,
    types: ModelTypes,
    outer: Scope,
    properties: Set<string>,
    inputs: Inputs,
  ) {
    this.parts = parts;
    this.types = types;
    this.outer = outer;
    this.properties = properties;
    this.inputs = inputs;
  }

  decision(decision: Decision, model: Model): Value {
    const known = this.done.get(decision);
    if (known !== undefined) return known;
    if (this.open.has(decision)) return null;
    this.open.add(decision);
    const { values, names } = this.required(decision, model);
    const value = decision.box
      ? runBox(decision.box, this.boxes(values, names))
      : (this.inputs.get(decision.name) ?? null);
    const result = this.fit(value, this.types.of(decision.type));
    this.open.delete(decision);
    this.done.set(decision, result);
    return result;
  }

  knowledge(knowledge: Knowledge, model: Model): FunctionValue {
    const called = knowledge.function;
    const params = (called?.params ?? []).map(({ name, type }) => ({ name, ...this.typed(type) }));
    const type = this.types.of(knowledge.type);
    const gives = type?.kind === 'function' ? type.gives : type;
    return new FunctionValue(
      params,
      (args) => {
        if (!called?.body || called.external) return null;
        const { values, names } = this.required(knowledge, model);
        params.forEach(({ name }, index) => values.set(name, args[index]!));
        return this.fit(runBox(called.body, this.boxes(values, [...names, ...params.map(({ name }) => name)])), gives);
      },
      type?.kind === 'function' ? undefined : this.types.nameOf(knowledge.type),
    );
  }

  service(service: Service, model: Model): FunctionValue {
    const inputs = this.serviceInputs(service, model);
    const params = inputs.map(({ name, type }) => ({ name, ...this.typed(type) }));
    return new FunctionValue(params, (args) => {
      const run = new Run(this.parts, this.types, this.outer, this.properties, new Map(inputs.map(({ name }, i) => [name, args[i]!]))); // prettier-ignore
      inputs.forEach(({ element }, index) => run.done.set(element, args[index]!));
      const outputs = service.outputs.flatMap((id) => {
        const [decision, of] = this.findIn(id, model, 'decisions') ?? [];
        return decision && of ? [[decision.name, run.decision(decision, of)] as const] : [];
      });
      const value = outputs.length === 1 ? outputs[0]![1] : new Map(outputs);
      const type = this.types.of(service.type);
      return this.fit(value, type?.kind === 'function' ? type.gives : type);
    });
  }

  serviceArguments(service: Service, model: Model): Value[] {
    return this.serviceInputs(service, model).map(({ name, type }) =>
      this.fit(this.inputs.get(name) ?? null, this.types.of(type)),
    );
  }

  private serviceInputs(service: Service, model: Model) {
    const data = service.inputs.flatMap((id) => this.findIn(id, model, 'inputs')?.[0] ?? []);
    const decisions = service.inputDecisions.flatMap((id) => this.findIn(id, model, 'decisions')?.[0] ?? []);
    return [...data, ...decisions].map((element) => ({ name: element.name, type: element.type, element }));
  }

  /** What an element requires, by the names under which it sees it. */
  private required(needs: Needs, model: Model): { values: Map<string, Value>; names: string[] } {
    const values = new Map<string, Value>();
    const names: string[] = [];
    const put = (name: string, value: Value, of: Model): void => {
      const prefix =
        of === model ? '' : (model.imports.find(({ namespace }) => namespace === of.namespace)?.name ?? '');
      if (!prefix) {
        values.set(name, value);
        names.push(name);
        return;
      }
      const inner = values.get(prefix);
      values.set(prefix, new Map([...(inner instanceof Map ? inner : []), [name, value]]));
      names.push(prefix);
    };
    for (const id of needs.inputs) {
      const [input, of] = this.findIn(id, model, 'inputs') ?? [];
      if (input && of) put(input.name, this.inputValue(input.name, input.type, of, input), of);
    }
    for (const id of needs.decisions) {
      const [decision, of] = this.findIn(id, model, 'decisions') ?? [];
      if (decision && of) put(decision.name, this.decision(decision, of), of);
    }
    for (const id of needs.knowledge) {
      const [knowledge, of] = this.findIn(id, model, 'knowledge') ?? [];
      if (knowledge && of) put(knowledge.name, this.knowledge(knowledge, of), of);
      const [service, owner] = this.findIn(id, model, 'services') ?? [];
      if (service && owner) put(service.name, this.service(service, owner), owner);
    }
    return { values, names };
  }

  private inputValue(name: string, type: string | undefined, of: Model, element: unknown): Value {
    const given = this.done.get(element);
    if (given !== undefined) return given;
    const prefix = this.parts.get(of.namespace)?.prefix;
    // The inputs of an import may come as entries of a context with its name.
    const behind = (prefix ?? '')
      .split('.')
      .reduce<Value>(
        (at, step) => (at instanceof Map ? ((at as ReadonlyMap<string, Value>).get(step) ?? null) : null),
        this.inputs as Value,
      );
    const value =
      this.inputs.get(prefix ? `${prefix}.${name}` : name) ??
      (behind instanceof Map ? (behind as ReadonlyMap<string, Value>).get(name) : undefined) ??
      this.inputs.get(name) ??
      null;
    return this.fit(value, this.types.of(type));
  }

  private findIn<K extends 'inputs' | 'decisions' | 'knowledge' | 'services'>(href: string, model: Model, kind: K) {
    const at = href.lastIndexOf('#');
    const of = at < 0 ? model : this.parts.get(href.slice(0, at))?.model;
    const id = href.slice(at + 1);
    const found = (of?.[kind] as readonly (Model[K][number] & { id: string })[] | undefined)?.find(
      (one) => one.id === id,
    );
    return found && of ? ([found, of] as const) : undefined;
  }

  private typed(type: string | undefined) {
    const name = this.types.nameOf(type);
    return name ? { type: name } : {};
  }

  private readonly fit = (value: Value, type: Type | undefined): Value =>
    type ? coerce(value, type, this.types.named) : value;

  private boxes(values: ReadonlyMap<string, Value>, names: readonly string[]): Boxes {
    return { scope: scopeOf(values, this.outer), names, properties: this.properties, types: this.types };
  }
}
