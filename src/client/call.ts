import type { ActionName, CallIn, CallOut, FunctionName } from '../contract'
import { type Answer, type ErrorCode, errors, Failure, failure } from '../contract/errors'
import { own } from '../domain/own'
import { send } from './transport'

/**
 * Calls a cloud function by the contract. Answers the data, or throws a Failure: the function's refusal, or
 * `tryAgain` where the outcome is unknown (send again with the same id: it will not be done twice).
 */
export async function call<F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  payload: CallIn<F, A>,
): Promise<CallOut<F, A>> {
  const answer = await ask(functionName, action, payload)
  if (answer.ok) return answer.data as CallOut<F, A>
  const { code, details } = answer.error
  // A newer function may know a code that this build does not.
  throw failure(own(errors, code) === undefined ? 'unknownAction' : code, details)
}

async function ask(functionName: string, action: string, payload: unknown): Promise<Answer> {
  try {
    return (await send(functionName, { action, payload })) as Answer
  } catch (cause) {
    throw failure('tryAgain', undefined, cause)
  }
}

/** The code of whatever was thrown; anything but a refusal counts as an unknown outcome. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof Failure ? error.code : 'tryAgain'
}
