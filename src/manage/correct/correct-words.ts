import { backTo } from '../../client/back-to'
import type { ScreenState } from '../../components/screen'
import type { Goal, Measurement } from './use-facts'

/** 王敏录入，陈立复核 */
export function recordedInWords({ enteredBy, checkedBy }: Pick<Measurement, 'enteredBy' | 'checkedBy'>): string {
  return `${enteredBy === '' ? '录入人不详' : `${enteredBy}录入`}，${checkedBy === '' ? '复核人不详' : `${checkedBy}复核`}`
}

/** 满分 10，难度系数 0.8 */
export function goalInWords({ full, difficulty }: Goal): string {
  return `满分 ${full}，难度系数 ${difficulty}`
}

export function notNow(roundId: string): ScreenState {
  return {
    empty: '现在不能改正录入',
    text: '录入有错，在收卷以后、封存以前改。',
    icon: 'pen',
    action: { label: '回到拉练', onPress: () => backTo('manage/round/index', { round: roundId }) },
  }
}

/** A village that is not on the route, or something that is not recorded of it. */
export function notOnRecord(roundId: string): ScreenState {
  return {
    empty: '这里没有可以改正的',
    text: '这个村没有走访，或者这一项没有录入。',
    icon: 'paper',
    action: { label: '看别的村', onPress: () => backTo('manage/correct/index', { round: roundId }) },
  }
}
