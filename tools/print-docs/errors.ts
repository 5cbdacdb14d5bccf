import { contract } from '../../src/contract'
import type { Calls } from '../../src/contract/calls'
import { type ErrorCode, errors } from '../../src/contract/errors'
import { code, table } from './markdown'

/** Whatever is called (src/contract/calls.ts, cloudfunctions/common/serve.ts). */
const OF_EVERY_ACTION: readonly ErrorCode[] = ['invalid', 'notAllowed', 'tryAgain', 'unknownAction']

export function errorsSection(): string {
  const rows = (Object.keys(errors) as ErrorCode[]).map((name) => [code(name), errors[name], whoAnswers(name)])
  return `## Refusals\n\nOne catalogue ([src/contract/errors.ts](../src/contract/errors.ts)): a code, and one sentence that says what to do.\n\n${table(['code', 'sentence', 'answered by'], rows)}`
}

function whoAnswers(name: ErrorCode): string {
  if (OF_EVERY_ACTION.includes(name)) return 'every action'
  const functions = Object.entries(contract).flatMap(([fn, calls]: [string, Calls]) => {
    const actions = Object.keys(calls).filter((action) => calls[action]!.fails.includes(name))
    return actions.length === 0 ? [] : [`${fn}: ${actions.join(', ')}`]
  })
  if (functions.length === 0)
    throw new Error(`no action answers ${name}: the catalogue holds a sentence that nobody says`)
  return functions.join('; ')
}
