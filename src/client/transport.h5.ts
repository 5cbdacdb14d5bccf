import { person } from './demo-person.h5'
import { resultOf, transportError } from './transport-error'

/** The web build is served by the local cloud itself; who is calling is said in a header, as it is only a demo. */
export async function send(functionName: string, data: { action: string; payload: unknown }): Promise<unknown> {
  let answer: unknown
  try {
    const response = await fetch(`/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': person() },
      body: JSON.stringify(data),
    })
    answer = await response.json()
  } catch (cause) {
    throw transportError(cause as Error)
  }
  return resultOf(answer)
}
