/** This phone, as its sends name it. */
import { deviceModel } from './device'
import { keep, readKept } from './kept-values'
import { newSendId } from './send-id'

const KEY = 'phone'
export type Phone = { phone: string; device: string }

let known: string | undefined

/** `phone` tells two phones of one person apart, never a person; `device` is what people call it. */
export async function thisPhone(): Promise<Phone> {
  known ??= keptId() ?? (await newId())
  return { phone: known, device: deviceModel().slice(0, 40) }
}

/** Where it has sent or recorded something before; empty otherwise. */
export function knownPhoneId(): string {
  return known ?? keptId() ?? ''
}

/** Asked twice at once it is still one phone. */
async function newId(): Promise<string> {
  const id = await newSendId()
  const meanwhile = keptId()
  if (meanwhile) return meanwhile
  keep(KEY, id)
  return id
}

function keptId(): string | undefined {
  const kept = readKept(KEY)
  return typeof kept === 'string' && kept !== '' ? kept : undefined
}
