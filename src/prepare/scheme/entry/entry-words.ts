import type { Action, DeductionItem, Indicator, Level, Scheme, SurveyItem } from '../../../domain/round-file'
import type { Entry, ListName } from '../../../domain/scheme-lists'
import { belongsInWords, figure, kindInWords } from '../../../domain/scheme-words'

export const entryNouns: Record<ListName, { noun: string; measure: string }> = {
  actions: { noun: '行动', measure: '项' },
  indicators: { noun: '指标', measure: '项' },
  deductions: { noun: '扣分项', measure: '条' },
  questions: { noun: '题目', measure: '道' },
  levels: { noun: '选项', measure: '个' },
}

/** An entry as a list shows it. */
export function entryRow(list: ListName, entry: Entry, rules: Scheme): { title: string; note: string } {
  switch (list) {
    case 'actions': {
      const { id, title } = entry as Action
      const count = rules.indicators.filter(({ actionId }) => actionId === id).length
      return { title, note: `${id}，${count > 0 ? `${count} 项指标` : '还没有指标'}` }
    }
    case 'indicators': {
      const indicator = entry as Indicator
      const { id, title, kind, full } = indicator
      return { title, note: `${id}，${kindInWords[kind]}，满分 ${figure(full)}，${belongsInWords(indicator, rules)}` }
    }
    case 'deductions': {
      const { id, title, marks, cap } = entry as DeductionItem
      return { title, note: `${id}，每次扣 ${figure(marks)} 分，封顶 ${figure(cap)} 分` }
    }
    case 'questions': {
      const { id, title, weight } = entry as SurveyItem
      const overall = rules.survey.overallItem === id ? '，总体满意度' : ''
      return { title, note: `${id}，权重 ${figure(weight)}${overall}` }
    }
    case 'levels': {
      const { label, points } = entry as Level
      return { title: label, note: points === null ? '不计分' : `${figure(points)} 分` }
    }
  }
}
