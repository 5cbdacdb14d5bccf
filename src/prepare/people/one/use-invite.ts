import { useState } from 'react'
import { call } from '../../../client/call'
import { confirm, copy, say } from '../../../client/device'
import { useDeed } from '../../../client/use-deed'
import type { CallOut } from '../../../contract'
import { momentInWords } from '../person-words'

export type Invite = CallOut<'member', 'invite'>

/** A code for one person: it is here while this page is open, and nowhere else. */
export function useInvite(reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const [invite, setInvite] = useState<Invite | null>(null)

  async function issue(memberId: string) {
    const answer = await run(memberId, (sendId) => call('member', 'invite', { memberId, sendId }))
    if (answer) setInvite(answer)
    await reload()
  }

  async function copyText() {
    if (!invite) return
    await copy(textToSend(invite))
    say('已复制，发给本人')
  }

  return { invite, issue, issuing: doing !== null, refused, copyText, close: () => setInvite(null) }
}

/** Ends a person's standing here, after it was said what that means. */
export function useRevoking(reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()

  async function revoke({ memberId, name }: { memberId: string; name: string }) {
    const agreed = await confirm({
      title: `撤销${name}？`,
      text: '他的微信马上进不来，没用的邀请码作废。打过的分、办过的事都留着。以后可以再登记回来。',
      yes: '撤销',
      no: '不撤销',
    })
    if (!agreed) return
    await run(memberId, (sendId) => call('member', 'revoke', { memberId, sendId }))
    await reload()
  }

  return { revoke, revoking: doing !== null, refused }
}

/** What is sent by WeChat to the person alone. */
export function textToSend({ name, code, expiresAt }: Invite): string {
  return [
    `${name}同志：请用您自己的微信打开小程序“乡村振兴拉练”，在首页点“有邀请码？在这里绑定”，输入邀请码和您的姓名。`,
    `邀请码：${code}`,
    `${momentInWords(expiresAt)} 前有效，只能用一次，请不要转给别人。`,
  ].join('\n')
}
