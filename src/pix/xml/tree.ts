import { escapeXml, localName, xmlTokens } from './tokens';

/** An XML document as a tree that is written back as it was read, but for what was changed in it. */
export interface XmlElement {
  readonly name: string;
  /** As written, a space before each. */
  attributes: string;
  readonly children: XmlNode[];
}

/** `raw`: declarations and comments, as written. */
export type XmlNode = XmlElement | { readonly text: string } | { readonly raw: string };

export const isElement = (node: XmlNode): node is XmlElement => 'children' in node;

/** The nodes of a document; what is not well formed gives a tree that makes little sense. */
export function readXmlTree(xml: string): XmlNode[] {
  const root: XmlElement = { name: '', attributes: '', children: [] };
  const open: XmlElement[] = [root];
  for (const token of xmlTokens(xml)) {
    const parent = open[open.length - 1] ?? root;
    if (token.kind === 'text') parent.children.push({ text: token.text });
    else if (token.kind === 'other') parent.children.push({ raw: token.text });
    else if (token.kind === 'close') {
      if (open.length > 1) open.pop();
    } else {
      const element: XmlElement = { name: token.name, attributes: token.attributes, children: [] };
      parent.children.push(element);
      if (!token.empty) open.push(element);
    }
  }
  return root.children;
}

export function writeXmlTree(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if ('raw' in node) return node.raw;
      if ('text' in node) return escapeXml(node.text);
      const inside = writeXmlTree(node.children);
      return inside === ''
        ? `<${node.name}${node.attributes}/>`
        : `<${node.name}${node.attributes}>${inside}</${node.name}>`;
    })
    .join('');
}

/** The first element of that name (without prefix) in the tree, itself included. */
export function findElement(nodes: readonly XmlNode[], name: string): XmlElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = localName(node.name) === name ? node : findElement(node.children, name);
    if (found !== null) return found;
  }
  return null;
}

/** The children of that name (without prefix), in order. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement => isElement(node) && localName(node.name) === name,
  );
}

/** A copy that can be changed apart. */
export function copyOf(element: XmlElement): XmlElement {
  return {
    ...element,
    children: element.children.map((node) => (isElement(node) ? copyOf(node) : node)),
  };
}

/** The attributes without those of these names (without prefix). */
export function withoutAttributes(attributes: string, names: readonly string[]): string {
  return attributes.replace(/\s+(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, name: string) =>
    names.includes(name) ? '' : whole,
  );
}
