/**
 * Carries a call to its cloud function and back; knows nothing of what is said. Three outcomes:
 * answered (also when the function refuses: its answer holds `error`), and a rejection with a TransportError,
 * whose `unknown` says whether the function may have run (send again with the same id) or surely did not.
 * transport.weapp.ts, transport.h5.ts.
 */
export function send(functionName: string, data: { action: string; payload: unknown }): Promise<unknown>

export type TransportError = Error & { unknown: boolean }
