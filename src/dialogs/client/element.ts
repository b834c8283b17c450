export type Child = Node | string | null;

/** Attributes, and listeners under `onclick` and the like; `null`, `undefined` and `false` leave an attribute out. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

/** A new element. Children that are text stay text, whatever they hold; `null` is no child. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null));
  return made;
}

/** Replaces what the window shows. */
export function show(...children: readonly Child[]): void {
  windowRoot().replaceChildren(...children.filter((child): child is Node | string => child !== null));
}

/** The element that the whole window stands in. */
export function windowRoot(): HTMLElement {
  const root = document.getElementById('window');
  if (root === null) throw new Error('The page has no element « window ».');
  return root;
}
