/** A responsibility that says only a name keeps nobody from judging, even where the name is an inspector's. */
import { isSameName } from '../invite'
import { type ReadyFacts, type ReadyLine, warning } from './facts'

export function namesakeLines({ panel, villages }: Pick<ReadyFacts, 'panel' | 'villages'>): ReadyLine[] {
  const found = villages.flatMap((village) =>
    panel
      .filter(({ recusedVillageIds }) => !recusedVillageIds.includes(village.id))
      .filter(({ name }) => village.responsibilities.some((one) => one.memberId === null && isSameName(one.name, name)))
      .map((inspector) => ({ village, inspector })),
  )
  if (found.length === 0) return []
  const [{ village, inspector }] = found as [(typeof found)[number]]
  const others = found.length > 1 ? `，另有 ${found.length - 1} 处同名` : ''
  const text = `${village.name}的包联责任人与评委${inspector.name}同名${others}。是同一个人的，请在村的资料里选上，才会回避`
  return [warning('namesake', text, { villageIds: [...new Set(found.map((one) => one.village.id))] })]
}
