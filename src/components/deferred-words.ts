import type { Scheme } from '../domain/round-file'

/** 缓评: what it can be for, under these weights. Where satisfaction weighs nothing, nobody waits for responses. */
export function whyDeferred({ satisfaction }: Scheme['weights']): string {
  return satisfaction === 0 ? '当天没有去，或评分太少' : '当天没有去，或评分、答卷太少'
}
