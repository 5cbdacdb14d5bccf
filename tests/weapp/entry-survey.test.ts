import { day } from '../vocabulary/day'
import { phoneWith, through } from '../vocabulary/phone'

test('x', async () => {
  const today = await day({ state: 'running', empty: true })
  const phone = phoneWith({ root: 'dist/villager-weapp', callFunction: through(today.cloud.url, today.villager(1).openid) })
  await phone.opens('pages/entry/index', { scene: 'v%3DV01' }, 1047)
  await phone.sees('开始答题')
  console.log(phone.shows())
  await today.stop()
})
