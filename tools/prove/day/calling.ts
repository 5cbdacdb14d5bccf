/** Calls as the mini-program makes them, from somebody's account. */
import { randomBytes } from 'node:crypto'
import type { ActionName, CallIn, CallOut, FunctionName } from '../../../src/contract'
import type { Answer } from '../../../src/contract/errors'
import type { LocalCloud } from '../../local-cloud'

/** Answers the data; throws with the refusal. */
export function calling(cloud: Pick<LocalCloud, 'call'>) {
  return async <F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<CallOut<F, A>> => {
    const answer = (await cloud.call(fn, { action, payload }, openid)) as Answer<CallOut<F, A>>
    if (!answer.ok) throw new Error(`${fn}.${action} was refused: ${JSON.stringify(answer.error)}`)
    return answer.data
  }
}

export function newId(): string {
  return randomBytes(16).toString('base64url').slice(0, 21)
}
