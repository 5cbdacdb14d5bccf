import { failure } from '../../../src/contract/errors'
import { shanghaiTime } from '../../../src/domain/shanghai-clock'
import { shanghaiMoment } from '../../common/shanghai-time'

/** 2026-02-30 looks like a day, and is none. */
export function refuseNoDay(day: string, path = 'day'): void {
  if (shanghaiMoment(shanghaiTime(day, '12:00')).day !== day) throw failure('invalid', { path, problem: '没有这一天' })
}
