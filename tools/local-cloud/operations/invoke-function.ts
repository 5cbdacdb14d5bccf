/** A function calls another: the caller's account is not passed on (whether the platform does is unverified). */
import type { Body } from '../database'
import type { Pool } from '../functions/pool'
import { invalid } from '../refusal'

export async function invokeFunction(pool: Pool, body: Body) {
  const { function_name: name, request_data: event = '{}' } = body
  if (typeof name !== 'string' || typeof event !== 'string') throw invalid('function_name and request_data are texts')
  return { data: { response_data: await pool.invoke(name, event, { source: 'scf' }) } }
}
