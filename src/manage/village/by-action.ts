import type { ItemScore } from '../../contract/ranking'

export type ActionItems = { action: string; items: ItemScore[] }

/** Indicators under the action (十项行动) they belong to, in the scheme's order. */
export function byAction(items: readonly ItemScore[]): ActionItems[] {
  const groups: ActionItems[] = []
  for (const item of items) {
    const group = groups.find(({ action }) => action === item.action)
    if (group) group.items.push(item)
    else groups.push({ action: item.action, items: [item] })
  }
  return groups
}
