import { useState } from 'react'
import { call } from '../../../client/call'
import { confirm } from '../../../client/device'
import { pageQuery } from '../../../client/navigate'
import { useDeed } from '../../../client/use-deed'
import { useRead } from '../../../client/use-read'
import { useReading } from '../../../client/use-reading'
import type { SchemeVersion } from '../../../contract/programme'

export type Publishing = {
  version: SchemeVersion
  /** The last published version before it; null: it is the first. */
  former: SchemeVersion | null
}

export function usePublish() {
  const [{ id = '', version = '1' }] = useState(pageQuery)
  const reading = useReading(useRead(() => readBoth(id, Number(version))))
  const { doing, refused, run } = useDeed()
  const [done, setDone] = useState<SchemeVersion | null>(null)

  async function publish({ head }: SchemeVersion) {
    const agreed = await confirm({
      title: `发布第 ${head.version} 版？`,
      text: '发布以后，权重、指标、标准、扣分项、测评题目和设置都不能再改，也不能删。要改只能复制成新的一版。',
      yes: '发布',
      no: '再看看',
    })
    if (!agreed) return
    const { id, version, revision } = head
    const published = await run(`publish ${revision}`, (sendId) =>
      call('programme', 'publishScheme', { id, version, revision, sendId }),
    )
    if (published) setDone(published)
    else await reading.reload()
  }

  return { ...reading, doing: doing !== null, refused, done, publish }
}

async function readBoth(id: string, number: number): Promise<Publishing> {
  const [version, { schemes }] = await Promise.all([
    call('programme', 'scheme', { id, version: number }),
    call('programme', 'schemes', {}),
  ])
  const [last] = schemes
    .filter((head) => head.id === id && head.state === 'published' && head.version < number)
    .sort((a, b) => b.version - a.version)
  const former = last ? await call('programme', 'scheme', { id, version: last.version }) : null
  return { version, former }
}
