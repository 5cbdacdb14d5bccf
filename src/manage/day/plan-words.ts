import type { DayPlan } from '../../contract/round'

type Stop = DayPlan['stops'][number]
type Judge = Pick<DayPlan['panel'][number], 'districtId'>

/** 评委 8 人可评，交了 5 张 */
export function stopInWords({ state, eligible, cardsIn }: Stop): string {
  const cards = cardsIn === 0 ? '还没有交卷' : `交了 ${cardsIn} 张`
  return state === 'skipped' ? `${cards}，都留着` : `${eligible} 位评委可评，${cards}`
}

/** Districts have no names on the phone: they are told by the villages in them. 市直: of none. */
export function districtInWords({ districtId }: Judge, { stops }: DayPlan): string {
  if (districtId === null) return '市直'
  const villages = stops.filter(({ village }) => village.districtId === districtId).map(({ village }) => village.name)
  return villages.length === 0 ? '外区' : `与${villages.join('、')}同区`
}

export function recusedInWords({ recused }: { recused: number }): string {
  return recused === 0 ? '都能评' : `要回避 ${recused} 个村`
}
