/** XML as a tree of elements without their namespaces: all versions of DMN name their parts the same. */
import { SaxesParser } from 'saxes';

export interface Element {
  /** Without prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
  /** Of the file, from 1. */
  line: number;
}

/** Deeper than any model is; what goes on is an attack or a mistake. */
const deepest = 200;

export class XmlFault extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws XmlFault with the line. Entities of one's own (DOCTYPE) are not read. */
export function readXml(text: string): Element {
  const parser = new SaxesParser();
  const open: Element[] = [];
  let root: Element | undefined;
  const fail = (message: string): never => {
    throw new XmlFault(parser.line, message);
  };
  parser.on('error', (error) => fail(error.message));
  parser.on('doctype', () => fail('a document type is not read'));
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    const element: Element = { name: local(tag.name), attributes, children: [], text: '', line: parser.line };
    if (open.length >= deepest) fail('too deep');
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const add = (more: string): void => {
    const current = open.at(-1);
    if (current) current.text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root ?? fail('empty');
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);
/** The text of a child's `text`, as expressions have it. */
export const textOf = (element: Element | undefined): string => (childOf(element, 'text')?.text ?? '').trim();
