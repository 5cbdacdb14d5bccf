import { useState } from 'react'
import type { CallOut } from '../contract'
import { call } from './call'
import { openFile } from './open-file'
import { useDeed } from './use-deed'

type PrintedFile = CallOut<'ranking', 'bulletin'>

/** Files made on the server, opened here. `notOpened`: it came, and this phone could not show it. */
export function usePrintedFiles(roundId: string) {
  const { doing, refused, run } = useDeed()
  const [notOpened, setNotOpened] = useState('')

  return {
    doing,
    refused,
    notOpened,
    openBulletin: () => open('bulletin', () => call('ranking', 'bulletin', { roundId })),
    openScoreTables: () => open('scoreTables', () => call('ranking', 'scoreTables', { roundId })),
  }

  async function open(what: string, print: () => Promise<PrintedFile>): Promise<void> {
    setNotOpened('')
    const file = await run(what, print)
    if (!file) return
    try {
      await openFile(file.fileName, file.base64)
    } catch (error) {
      setNotOpened((error as Error).message)
    }
  }
}
