import { useState } from 'react'
import { call } from '../../client/call'
import { inviteOfThisPage } from '../../client/scanned-code'
import { type Refused, useDeed } from '../../client/use-deed'
import { groupedCode, normalCode } from '../../domain/readable-code'

export type Trouble =
  | { kind: 'wrongName'; left: number }
  /** That was the last name the code took. */
  | { kind: 'spent' }
  | { kind: 'unknown' }
  | { kind: 'already' }
  | { kind: 'other'; sentence: string }

export function useBind() {
  const { doing, refused, run } = useDeed()
  const [code, setCode] = useState(scannedCode)
  const [name, setName] = useState('')
  const [done, setDone] = useState<string | null>(null)
  /** What was refused; another word typed is another try. */
  const [tried, setTried] = useState('')
  const typed = `${code} ${name}`

  async function send() {
    setTried(typed)
    // Safe to press again after a lost answer: who is bound by this code already hears the same.
    const answer = await run(typed, () => call('member', 'bind', { code: code.trim(), name: name.trim() }))
    if (answer) setDone(answer.name)
  }

  return {
    code,
    setCode,
    name,
    setName,
    lacks: lacking(code, name),
    binding: doing !== null,
    trouble: refused && tried === typed ? troubleOf(refused) : null,
    done,
    send,
  }
}

/** In groups, as it was sent; what is no code stays as it came, to be mended. */
function scannedCode(): string {
  const code = inviteOfThisPage() ?? ''
  const normal = normalCode(code)
  return normal === null ? code : groupedCode(normal)
}

function lacking(code: string, name: string): string | null {
  if (code.trim() === '') return '先输邀请码'
  if (normalCode(code) === null) return '邀请码是 12 位字母和数字'
  return name.trim() === '' ? '再填您的姓名' : null
}

function troubleOf({ code, sentence, details }: Refused): Trouble {
  switch (code) {
    case 'wrongName':
      return Number(details.left) > 0 ? { kind: 'wrongName', left: Number(details.left) } : { kind: 'spent' }
    case 'unknownInvite':
      return { kind: 'unknown' }
    case 'alreadyMember':
      return { kind: 'already' }
    default:
      return { kind: 'other', sentence }
  }
}
