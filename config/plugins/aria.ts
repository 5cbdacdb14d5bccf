import type { IPluginContext } from '@tarojs/service'

/**
 * Taro's templates for the mini-program carry no aria attribute, so a label written in JSX would be lost without a word.
 * This puts them into the templates of the elements we use. May go when Taro does it by itself.
 */
export default function aria(ctx: IPluginContext): void {
  ctx.registerMethod({ name: 'onSetupClose', fn: addAriaToTemplates })

  function addAriaToTemplates(platform: { template?: Template }): void {
    platform.template?.mergeComponents(ctx, {
      View: { ...named, ...stateful },
      Text: named,
      Image: named,
      Button: { ...named, ...stateful },
      Input: named,
      Textarea: named,
    })
  }
}

type Template = { mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void }

const named = { 'aria-label': '', 'aria-role': '', 'aria-hidden': '' }
const stateful = { 'aria-checked': '', 'aria-disabled': '', 'aria-selected': '', 'aria-live': '' }
