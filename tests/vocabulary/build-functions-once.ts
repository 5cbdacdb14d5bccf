/** Jest's globalSetup for the projects that call cloud functions: the bundles are built once, before any worker. */
import { buildFunctions } from '../../tools/build-functions'

export default async function setup(): Promise<void> {
  await buildFunctions()
}
