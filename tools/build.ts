/** `npm run build`: functions, mini-program and web, each only when something it is made of has changed; `--force` all. */

import { buildH5, buildWeapp } from './build-app'
import { buildFunctions } from './build-functions'
import { progressBar } from './progress'

type Step = { name: string; run: () => Promise<unknown> }

export const steps = (force = false) => ({
  functions: { name: '云函数', run: () => buildFunctions() },
  h5: { name: '网页版', run: () => buildH5(force) },
  weapp: { name: '小程序', run: () => buildWeapp(force) },
})

/** Runs build steps one after another (a Taro build takes both cores) under a progress bar. */
export async function buildAll(wanted: Step[]): Promise<void> {
  const bar = progressBar('构建', wanted.length)
  for (const step of wanted) {
    bar.at(step.name)
    await step.run()
    bar.advance()
  }
  bar.done()
}

if (require.main === module) {
  const { functions, h5, weapp } = steps(process.argv.includes('--force'))
  buildAll([functions, h5, weapp]).catch((failure) => {
    console.error(failure instanceof Error ? failure.message : failure)
    process.exit(1)
  })
}
