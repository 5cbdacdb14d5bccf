/** Jest's globalSetup for the tests of the mini-program: what they run on is built once, before any worker. */
import { buildWeapp } from '../../tools/build-app'
import buildFunctionsOnce from './build-functions-once'

export default async function setup(): Promise<void> {
  await buildFunctionsOnce()
  await buildWeapp()
}
