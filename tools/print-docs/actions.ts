import { resolve } from 'node:path'
import type * as z from 'zod/mini'
import type { Action } from '../../cloudfunctions/common/serve'
import { contract } from '../../src/contract'
import type { Call, Calls } from '../../src/contract/calls'
import { sdkEnvironment } from '../local-cloud/sdk'
import { inputInWords } from './input'
import { code, table } from './markdown'

type Served = { main: { actions: Record<string, Action<Call>> } }

export function actionsSection(): string {
  const parts = Object.entries(contract).map(([fn, calls]: [string, Calls]) => {
    const served = tableOf(fn)
    const rows = Object.entries(calls).map(([action, call]) => rowOf(action, call, served[action]!))
    return `### ${fn}\n\n${table(['action', 'who', 'in which states', 'sends', 'may also be refused with'], rows)}`
  })
  return `## Actions\n\nWho is asked first, then the round's state; scope, recusal and the second person are the action's own ([what is stored, who may do what](data.md)). *anybody* needs no role, of *everybody* it is not even looked up who they are. An inspector is one of the round's panel. What every action may answer is in the catalogue above.\n\n${parts.join('\n\n')}`
}

/** A function's own table, of its bundle. The SDK in there wants an environment; nothing is called. */
function tableOf(fn: string): Served['main']['actions'] {
  Object.assign(process.env, sdkEnvironment('http://127.0.0.1:1'))
  return (require(resolve(__dirname, '../../dist/cloudfunctions', fn, 'index.js')) as Served).main.actions
}

function rowOf(action: string, call: Call, { roles, states }: Action<Call>): string[] {
  return [
    action,
    typeof roles === 'string' ? roles : roles.join(', '),
    states ? states.join(', ') : '–',
    code(inputInWords(call.in as z.ZodMiniType)),
    call.fails.length === 0 ? '–' : call.fails.map(code).join(', '),
  ]
}
