import { useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { removeFile } from '../../../client/files'
import { openFile } from '../../../client/open-file'
import { useDeed } from '../../../client/use-deed'
import type { CallOut } from '../../../contract'

export type Printed = CallOut<'round', 'printCards'>

/** One print of a village's cards. A lost answer is asked for again under the same id: the same cards, none more. */
export function usePrinting(roundId: string, villageId: string, reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const [asked, setAsked] = useState(0)
  const [printed, setPrinted] = useState<Printed | null>(null)

  async function print(count: number) {
    setAsked(count)
    const answer = await run(`${villageId} ${count}`, (sendId) =>
      call('round', 'printCards', { roundId, villageId, sendId, count }),
    )
    if (answer) setPrinted(answer)
    // Somebody else has printed meanwhile: how many are left is not what stands here.
    else await reload()
  }

  return {
    isPrinting: doing !== null,
    /** How many were sent for, where nobody knows whether they were printed; then only they can be sent for again. */
    unanswered: refused?.code === 'tryAgain' ? asked : null,
    refused: refused?.code === 'tryAgain' ? null : refused,
    asked,
    printed,
    print,
  }
}

export type Printing = ReturnType<typeof usePrinting>

/** The file is on the phone from when it is opened until the page is left: its codes are votes. */
export function useDocument({ fileName, base64 }: Printed) {
  const [trouble, setTrouble] = useState('')
  const opening = useRef(Promise.resolve())

  useEffect(
    () => () => {
      void opening.current.then(() => removeFile(fileName)).catch(() => {})
    },
    [fileName],
  )

  return {
    trouble,
    open() {
      setTrouble('')
      opening.current = openFile(fileName, base64).catch((failure: Error) => setTrouble(failure.message))
    },
  }
}
