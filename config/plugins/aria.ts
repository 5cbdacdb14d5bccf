import type { IPluginContext } from '@tarojs/service'

/**
 * Taro's templates for the mini-program carry no aria attribute, so a label written in JSX would be lost without a word.
 * This writes them into the templates of the elements we use. Not by template.mergeComponents: that renumbers the short names
 * (p0, p1, …) of all other attributes in the templates but not in the runtime, and hover-class would arrive as aria-checked.
 * May go when Taro does it by itself; held by tests/weapp/home.test.ts.
 */
export default function aria(ctx: IPluginContext): void {
  ctx.registerMethod({ name: 'onSetupClose', fn: addAriaToTemplates })
}

const NAMED = ['aria-label', 'aria-role', 'aria-hidden']
const STATEFUL = [...NAMED, 'aria-checked', 'aria-disabled', 'aria-selected', 'aria-live']

const SPOKEN: Record<string, string[]> = {
  view: STATEFUL,
  'static-view': STATEFUL,
  'catch-view': STATEFUL,
  'click-view': STATEFUL,
  button: STATEFUL,
  text: NAMED,
  'static-text': NAMED,
  image: NAMED,
  'static-image': NAMED,
  input: NAMED,
  textarea: NAMED,
}

function addAriaToTemplates({ template }: { template?: Template }): void {
  if (!template) return
  const withoutAria = template.buildAttribute.bind(template)
  template.buildAttribute = (attributes, element) => withoutAria(attributes, element) + ariaOf(element)
}

type Template = { buildAttribute(attributes: Record<string, string>, element: string): string }

function ariaOf(element: string): string {
  return (SPOKEN[element] ?? []).map((name) => `${name}="{{i.${inCamelCase(name)}}}" `).join('')
}

function inCamelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
