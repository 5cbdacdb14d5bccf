/** What is rendered, as a person finds it: by its words or its label. */

export type Control = {
  /** The label, or else the words inside. */
  name: string
  role: string
  checked?: boolean
  selected?: boolean
  disabled: boolean
  value?: string
  element: HTMLElement
}

/** A line a block, as one would read it aloud; a field shows its value, or else its placeholder. */
export function visibleText(element: Element): string {
  return linesOf(element).replace(/\n+/g, '\n').trim()
}

export function controlsOf(page: HTMLElement): Control[] {
  return elementsOf(page)
    .map(controlOf)
    .filter((control) => control !== undefined)
}

export function controlNamed(page: HTMLElement, name: string): Control {
  const controls = controlsOf(page)
  const exact = controls.filter((control) => control.name === name)
  const found = exact.length > 0 ? exact : controls.filter((control) => control.name.includes(name))
  if (found.length === 1) return found[0]!
  const names = controls.map((control) => `${control.role} ${control.name}`).join('\n  ')
  throw new Error(`${found.length} controls are named 「${name}」; there are:\n  ${names}`)
}

export function fieldNamed(page: HTMLElement, name: string): HTMLElement {
  const fields = elementsOf(page).filter((element) => FIELDS.includes(element.tagName))
  const found = fields.filter((element) => {
    const spoken = attributesOf(element)
    return spoken.ariaLabel === name || spoken.placeholder === name || spoken.id === name
  })
  if (found.length === 1) return found[0]!
  const names = fields.map((element) => JSON.stringify(attributesOf(element))).join('\n  ')
  throw new Error(`${found.length} fields are named 「${name}」; there are:\n  ${names}`)
}

/** Attributes are not in the engine's DOM: built-in tags are registered without properties. They stand in its own tree. */
export function attributesOf(element: Element): Record<string, unknown> {
  const node = (element as unknown as { __wxElement?: { _vt?: { attrs?: { name: string; value: unknown }[] } } })
    .__wxElement
  return Object.fromEntries((node?._vt?.attrs ?? []).map(({ name, value }) => [name, value]))
}

const FIELDS = ['WX-INPUT', 'WX-TEXTAREA']
const PRESSABLE = ['button', 'link', 'radio', 'tab', 'checkbox', 'switch']

function controlOf(element: HTMLElement): Control | undefined {
  const spoken = attributesOf(element)
  const field = FIELDS.includes(element.tagName)
  const role = field ? 'field' : element.tagName === 'WX-BUTTON' ? 'button' : String(spoken.ariaRole ?? '')
  if (!field && !PRESSABLE.includes(role)) return undefined
  return {
    name: String(spoken.ariaLabel || (field && spoken.placeholder) || visibleText(element)),
    role,
    checked: yesOrNo(spoken.ariaChecked),
    selected: yesOrNo(spoken.ariaSelected),
    disabled: yesOrNo(spoken.ariaDisabled) ?? false,
    value: field ? String(spoken.value ?? '') : undefined,
    element,
  }
}

function yesOrNo(value: unknown): boolean | undefined {
  if (value === undefined || value === null || value === '') return undefined
  return value === true || value === 'true'
}

function linesOf(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? ''
  const element = node as Element
  if (FIELDS.includes(element.tagName)) {
    const { value, placeholder } = attributesOf(element)
    return `\n${value || placeholder || ''}\n`
  }
  const inside = [...node.childNodes].map(linesOf).join('')
  return element.tagName === 'WX-TEXT' ? inside : `\n${inside}\n`
}

function elementsOf(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('*')]
}
