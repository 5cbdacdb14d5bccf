import type { VillageResult } from '../../contract/ranking'

/** 宽严校正: recusal gives villages different panels; where it was not made, why. */
export function severityInWords({ common, demonstration }: VillageResult['severity']): string {
  if (common === 'applied' || demonstration === 'applied') return '评委宽严已校正'
  return common === 'not estimable' ? '评委宽严校正不了' : '评委宽严没有校正'
}
