/** Reads the test files of the DMN Technology Compatibility Kit. */
import { decimal } from '../feel/decimal.ts';
import { readDate, readDateTime, readDuration, readTime } from '../feel/read-moments.ts';
import type { Value } from '../feel/values.ts';
import { childOf, childrenOf, readXml, type Element } from '../dmn/xml.ts';

export interface TckResult {
  name: string;
  type: string;
  expected: Value;
}
export interface TckCase {
  id: string;
  /** Set where the whole case calls a service or a function. */
  invocable: string | undefined;
  inputs: Map<string, Value>;
  results: TckResult[];
}

/** @throws XmlFault */
export function readCases(xml: string): { model: string; cases: TckCase[] } {
  const root = readXml(xml);
  return {
    model: childOf(root, 'modelName')?.text.trim() ?? '',
    cases: childrenOf(root, 'testCase').map((element) => ({
      id: element.attributes['id'] ?? '',
      invocable: element.attributes['invocableName'],
      inputs: new Map(childrenOf(element, 'inputNode').map((node) => [plain(node.attributes['name']), valueOf(node)])),
      results: childrenOf(element, 'resultNode').map((node) => ({
        name: plain(node.attributes['name']),
        type: node.attributes['type'] ?? 'decision',
        expected: valueOf(childOf(node, 'expected')),
      })),
    })),
  };
}

const plain = (name: string | undefined): string => (name ?? '').trim().replaceAll(/\s+/g, ' ');

function valueOf(element: Element | undefined): Value {
  if (!element || element.attributes['nil'] === 'true') return null;
  const list = childOf(element, 'list');
  if (list) return list.attributes['nil'] === 'true' ? null : childrenOf(list, 'item').map(valueOf);
  const components = childrenOf(element, 'component');
  if (components.length > 0) return new Map(components.map((one) => [plain(one.attributes['name']), valueOf(one)]));
  const value = childOf(element, 'value');
  if (!value || value.attributes['nil'] === 'true') return null;
  return typed((value.attributes['type'] ?? 'string').replace(/^.*:/, ''), value.text);
}

function typed(type: string, text: string): Value {
  const said = text.trim();
  switch (type) {
    case 'decimal':
    case 'double':
    case 'integer':
    case 'int':
    case 'long':
    case 'float':
      return decimal(said);
    case 'boolean':
      return said === 'true';
    case 'date':
      return readDate(said) ?? null;
    case 'time':
      return readTime(said) ?? null;
    case 'dateTime':
      return readDateTime(said) ?? null;
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return readDuration(said) ?? null;
    default:
      return text;
  }
}
