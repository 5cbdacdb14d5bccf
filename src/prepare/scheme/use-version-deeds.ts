import { call } from '../../client/call'
import { confirm, say } from '../../client/device'
import { back, go, replace } from '../../client/navigate'
import { useDeed } from '../../client/use-deed'
import type { SchemeVersion } from '../../contract/programme'

/** What is done with a version as a whole: copied as the next one, or, a draft, removed. */
export function useVersionDeeds({ head }: SchemeVersion) {
  const { doing, refused, run } = useDeed()
  const { id, version, revision } = head

  async function copy() {
    const made = await run('copy', (sendId) => call('programme', 'copyScheme', { id, version, sendId }))
    if (!made) return
    say(`已经是第 ${made.head.version} 版草稿`)
    replace('prepare/scheme/index', { id, version: String(made.head.version) })
  }

  async function remove() {
    const agreed = await confirm({
      title: '删掉这版草稿？',
      text: `第 ${version} 版写的都删掉，找不回来。已经发布的版本不受影响。`,
      yes: '删掉',
      no: '留着',
    })
    if (!agreed) return
    const gone = await run('remove', (sendId) => call('programme', 'removeDraft', { id, version, revision, sendId }))
    if (gone) back()
  }

  return {
    doing: doing !== null,
    refused,
    copy,
    remove,
    /** The draft that stands in the way of a second one. */
    openDraft: (draft: number) => go('prepare/scheme/index', { id, version: String(draft) }),
  }
}

export type VersionDeeds = ReturnType<typeof useVersionDeeds>
