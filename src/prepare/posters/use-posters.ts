import { useState } from 'react'
import { call } from '../../client/call'
import { openFileAt } from '../../client/open-file'
import { useDeed } from '../../client/use-deed'
import type { CallIn } from '../../contract'

export type PosterSize = CallIn<'programme', 'posters'>['size']
/** Null: all villages, in one file. */
export type Which = string | null

export function usePosters() {
  const { doing, refused, run } = useDeed()
  const [isOpening, setOpening] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [opened, setOpened] = useState<{ fileName: string; villages: number } | null>(null)

  async function open(villageId: Which, size: PosterSize): Promise<void> {
    setTrouble('')
    setOpened(null)
    const file = await run(`${villageId} ${size}`, () => call('programme', 'posters', { villageId, size }))
    if (!file) return
    setOpening(true)
    try {
      await openFileAt(file.fileName, file.address)
      setOpened({ fileName: file.fileName, villages: file.villages })
    } catch (failure) {
      setTrouble((failure as Error).message)
    } finally {
      setOpening(false)
    }
  }

  return {
    doing: doing !== null ? ('making' as const) : isOpening ? ('opening' as const) : null,
    trouble: trouble || (refused && whyNot(refused)) || '',
    opened,
    open: (villageId: Which, size: PosterSize) => void open(villageId, size),
  }
}

/** Asking again prints the same: nothing to be careful about. */
function whyNot({ code, sentence }: { code: string; sentence: string }): string {
  return code === 'tryAgain' ? '微信这会儿没有给码，或者网络断了。请过一会儿再点一次，印出来的是一样的。' : sentence
}
