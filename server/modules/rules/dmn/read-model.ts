/** Reads a DMN file of any version. Diagrams are passed over; parts of other languages become `unknown`. */
import { hitPolicies, plainType, type Box, type Decision, type HitPolicy, type ItemDefinition, type Knowledge, type Model, type Needs, type Service, type Table, type Variable } from './model.ts'; // prettier-ignore
import { childOf, childrenOf, readXml, textOf, XmlFault, type Element } from './xml.ts';

/** @throws XmlFault where the file is no XML or no model of decisions. */
export function readModel(xml: string): Model {
  const root = readXml(xml);
  if (root.name !== 'definitions') throw new XmlFault(root.line, 'the root of a DMN file is "definitions"');
  return {
    name: root.attributes['name'] ?? '',
    namespace: root.attributes['namespace'] ?? '',
    imports: childrenOf(root, 'import').map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      namespace: attributes['namespace'] ?? '',
    })),
    types: childrenOf(root, 'itemDefinition').map(itemDefinition),
    inputs: childrenOf(root, 'inputData').map((element) => ({ id: idOf(element), ...variableOf(element) })),
    decisions: childrenOf(root, 'decision').map(decision),
    knowledge: childrenOf(root, 'businessKnowledgeModel').map(knowledge),
    services: childrenOf(root, 'decisionService').map(service),
  };
}

const spaces = (name: string | undefined): string => (name ?? '').trim().replaceAll(/\s+/g, ' ');
const idOf = ({ attributes }: Element): string => attributes['id'] ?? spaces(attributes['name']);
const typeOf = (element: Element | undefined): string | undefined =>
  plainType(element?.attributes['typeRef'] ?? childOf(element, 'typeRef')?.text);

function variableOf(element: Element): Variable {
  const variable = childOf(element, 'variable');
  return { name: spaces(element.attributes['name']), type: typeOf(variable) };
}

const hrefs = (element: Element, outer: string, inner: string): string[] =>
  childrenOf(element, outer).flatMap((needed) =>
    childrenOf(needed, inner).map(({ attributes }) => (attributes['href'] ?? '').replace(/^#/, '')),
  );

const needsOf = (element: Element): Needs => ({
  inputs: hrefs(element, 'informationRequirement', 'requiredInput'),
  decisions: hrefs(element, 'informationRequirement', 'requiredDecision'),
  knowledge: hrefs(element, 'knowledgeRequirement', 'requiredKnowledge'),
});

const decision = (element: Element): Decision => ({
  id: idOf(element),
  ...variableOf(element),
  ...needsOf(element),
  description: childOf(element, 'description')?.text.trim(),
  box: boxIn(element),
});

function knowledge(element: Element): Knowledge {
  const logic = childOf(element, 'encapsulatedLogic');
  const box = logic ? boxOf({ ...logic, name: 'functionDefinition' }) : undefined;
  return { id: idOf(element), ...variableOf(element), ...needsOf(element), function: box?.kind === 'function' ? box : undefined }; // prettier-ignore
}

const service = (element: Element): Service => {
  const refs = (name: string): string[] =>
    childrenOf(element, name).map(({ attributes }) => (attributes['href'] ?? '').replace(/^#/, ''));
  return {
    id: idOf(element),
    ...variableOf(element),
    outputs: refs('outputDecision'),
    encapsulated: refs('encapsulatedDecision'),
    inputDecisions: refs('inputDecision'),
    inputs: refs('inputData'),
  };
};

function itemDefinition(element: Element): ItemDefinition {
  const functionItem = childOf(element, 'functionItem');
  return {
    name: spaces(element.attributes['name']),
    type: plainType(childOf(element, 'typeRef')?.text),
    isList: element.attributes['isCollection'] === 'true',
    components: childrenOf(element, 'itemComponent').map(itemDefinition),
    allowed: textOf(childOf(element, 'typeConstraint') ?? childOf(element, 'allowedValues')) || undefined,
    function: functionItem && {
      params: childrenOf(functionItem, 'parameters').map((param) => typeOf(param) ?? 'Any'),
      gives: plainType(functionItem.attributes['outputTypeRef']),
    },
  };
}

const boxes = ['literalExpression', 'decisionTable', 'context', 'invocation', 'list', 'relation', 'functionDefinition', 'conditional', 'for', 'some', 'every', 'filter']; // prettier-ignore

/** The box in an element, if it has one. */
function boxIn(element: Element | undefined): Box | undefined {
  const found = element?.children.find(({ name }) => boxes.includes(name));
  return found && boxOf(found);
}

/** `if`, `in`, `return`…: a box in a wrapper. */
const part = (element: Element, name: string): Box | undefined => boxIn(childOf(element, name));

function boxOf(element: Element): Box {
  const { name, attributes } = element;
  switch (name) {
    case 'literalExpression':
      return { kind: 'literal', text: textOf(element), type: typeOf(element) };
    case 'decisionTable':
      return { kind: 'table', table: tableOf(element) };
    case 'context':
      return {
        kind: 'context',
        entries: childrenOf(element, 'contextEntry').map((entry) => {
          const variable = childOf(entry, 'variable');
          return { name: variable && spaces(variable.attributes['name']), type: typeOf(variable), box: boxIn(entry) };
        }),
      };
    case 'invocation':
      return {
        kind: 'invocation',
        what: boxIn(element) ?? { kind: 'unknown', name: 'nothing' },
        bindings: childrenOf(element, 'binding').map((binding) => {
          const parameter = childOf(binding, 'parameter');
          return { name: spaces(parameter?.attributes['name']), type: typeOf(parameter), box: boxIn(binding) };
        }),
      };
    case 'list':
      return { kind: 'list', items: element.children.filter((child) => boxes.includes(child.name)).map(boxOf) };
    case 'relation':
      return {
        kind: 'relation',
        columns: childrenOf(element, 'column').map((column) => spaces(column.attributes['name'])),
        rows: childrenOf(element, 'row').map((row) => row.children.filter((c) => boxes.includes(c.name)).map(boxOf)),
      };
    case 'functionDefinition':
      return {
        kind: 'function',
        params: childrenOf(element, 'formalParameter').map((param) => ({
          name: spaces(param.attributes['name']),
          type: typeOf(param),
        })),
        body: boxIn(element),
        external: ['Java', 'PMML'].includes(attributes['kind'] ?? 'FEEL'),
        type: typeOf(element),
      };
    case 'conditional':
      return { kind: 'conditional', when: part(element, 'if'), yes: part(element, 'then'), no: part(element, 'else') }; // prettier-ignore
    case 'for':
    case 'some':
    case 'every':
      return { kind: name, name: spaces(attributes['iteratorVariable']), over: part(element, 'in'), body: part(element, name === 'for' ? 'return' : 'satisfies') }; // prettier-ignore
    case 'filter':
      return { kind: 'filter', over: part(element, 'in'), match: part(element, 'match') };
    default:
      return { kind: 'unknown', name };
  }
}

const policies: Record<string, HitPolicy> = { UNIQUE: 'U', ANY: 'A', PRIORITY: 'P', FIRST: 'F', COLLECT: 'C', 'RULE ORDER': 'R', 'OUTPUT ORDER': 'O' }; // prettier-ignore
const aggregations: Record<string, string> = { SUM: '+', MIN: '<', MAX: '>', COUNT: '#' };

function hitPolicyOf({ attributes, line }: Element): HitPolicy {
  const policy = policies[attributes['hitPolicy'] ?? 'UNIQUE'];
  const all = `${policy}${policy === 'C' ? (aggregations[attributes['aggregation'] ?? ''] ?? '') : ''}`;
  const known = hitPolicies.find((one) => one === all);
  if (!known) throw new XmlFault(line, `no hit policy is called ${attributes['hitPolicy']}`);
  return known;
}

function tableOf(element: Element): Table {
  return {
    hitPolicy: hitPolicyOf(element),
    inputs: childrenOf(element, 'input').map((input) => {
      const expression = childOf(input, 'inputExpression');
      return {
        label: spaces(input.attributes['label'] ?? textOf(expression)),
        expression: textOf(expression),
        type: typeOf(expression),
        values: textOf(childOf(input, 'inputValues')) || undefined,
      };
    }),
    outputs: childrenOf(element, 'output').map((output) => ({
      name: spaces(output.attributes['name']) || undefined,
      type: typeOf(output),
      values: textOf(childOf(output, 'outputValues')) || undefined,
      otherwise: textOf(childOf(output, 'defaultOutputEntry')) || undefined,
    })),
    rules: childrenOf(element, 'rule').map((rule, index) => ({
      id: rule.attributes['id'] ?? String(index + 1),
      inputs: childrenOf(rule, 'inputEntry').map(textOf),
      outputs: childrenOf(rule, 'outputEntry').map(textOf),
      notes: childrenOf(rule, 'annotationEntry').map(textOf),
    })),
  };
}
