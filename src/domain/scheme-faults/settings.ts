import type { Scheme } from '../round-file'
import type { SchemeSettings } from '../scheme-settings'
import { blocking, type SchemeFault, unwritten, warning } from './fault'
import { scaleFaults } from './indicators'
import { numberFaults } from './numbers'

/** 设置: what enters no round file. */
export function* settingFaults(settings: SchemeSettings, rules: Scheme): Generator<SchemeFault> {
  yield* unwritten('settings.organiser', settings.organiser, '主办单位')
  yield* numberFaults('settings.appealMinutes', settings.appealMinutes, '申诉时间', {
    whole: true,
    least: 0,
    most: 1440,
  })
  if (settings.appealMinutes === 0) yield warning('settings.appealMinutes', '申诉时间是 0 分钟，村里来不及申诉。')
  yield* overdueItem(settings.overdueItemId, rules)
  yield* numberFaults('settings.sharedInspectors', settings.sharedInspectors, '两村共同评委', {
    whole: true,
    least: 0,
    most: 60,
  })
  if (settings.sharedInspectors < ENOUGH_SHARED)
    yield warning('settings.sharedInspectors', `两村共同评委少于 ${ENOUGH_SHARED} 位，评委宽严不同就不好比。`)
  yield* numberFaults('settings.surveyDaysBefore', settings.surveyDaysBefore, '测评提前几天开放', {
    whole: true,
    least: 0,
    most: 30,
  })
  if (rules.weights.demonstration > 0)
    yield* scaleFaults('settings', { full: settings.goalFull, step: settings.goalStep }, GOAL)
}

const GOAL = { full: 'goalFull', step: 'goalStep' }
const ENOUGH_SHARED = 3

function* overdueItem(id: string | null, { deductionItems }: Scheme): Generator<SchemeFault> {
  if (id === null || deductionItems.some((item) => item.id === id)) return
  yield blocking('settings.overdueItemId', `扣分项里没有「${id}」，请重新选逾期未整改用哪一条，或选「不用」。`)
}
