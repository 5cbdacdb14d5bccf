import { shanghaiMoment } from '../../cloudfunctions/common/shanghai-time'

export { shanghaiTime } from '../../src/domain/shanghai-clock'

/** The day it is in Asia/Shanghai, `YYYY-MM-DD`. */
export function shanghaiDay(at: number): string {
  return shanghaiMoment(at).day
}
