import { buildH5 } from '../../tools/build-app'
import { buildFunctions } from '../../tools/build-functions'
import { programme, sampleRound2, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { storedRound } from '../../tools/seed/stored-round'
import { temporaryCloud } from './local-cloud'

/** The afternoon of the sample's second round, served with the web build: `cloud`, and `remove()` in afterAll. */
export async function webDay() {
  await buildFunctions()
  const today = await temporaryCloud({ functionsDir: 'dist/cloudfunctions', web: await buildH5() })
  const now = Date.now()
  await seedAll(today.cloud, programme(now))
  await seedAll(today.cloud, storedRound(sampleRound2(), { day: shanghaiDay(now), state: 'running', now }))
  return today
}
