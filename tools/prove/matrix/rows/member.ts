import { moments } from '../moments'
import type { RowsOf } from '../row'

export const member: RowsOf<'member'> = {
  enter: { may: { V: moments }, reads: true, send: ({ villageId }) => ({ code: `v=${villageId}`, scene: 1047 }) },
  me: { may: { V: moments }, reads: true, send: () => ({}) },
}
