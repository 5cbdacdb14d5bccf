import { back } from '../../client/navigate'
import type { ScreenState } from '../../components/screen'
import type { VillageCards } from './use-card-prints'

/** 412 户，已印 20 张 */
export function printedInWords({ households, issued }: VillageCards): string {
  return `${households} 户，${issued === 0 ? '还没有印' : `已印 ${issued} 张`}`
}

export const notNow: ScreenState = {
  empty: '现在不印户码',
  text: '户码在拉练就绪以后、收卷以前印。演练不发问卷，也不印。',
  icon: 'paper',
  action: { label: '返回', onPress: back },
}
