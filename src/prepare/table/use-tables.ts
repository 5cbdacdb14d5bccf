import { useState } from 'react'
import { call } from '../../client/call'
import { openFile } from '../../client/open-file'
import { useDeed } from '../../client/use-deed'
import type { Table } from '../../contract/programme'

/** The empty workbook and what stands now, to be opened or downloaded. */
export function useTables(table: Table) {
  const { doing, refused, run } = useDeed()
  const [trouble, setTrouble] = useState('')

  async function open(action: 'template' | 'exportTable'): Promise<void> {
    setTrouble('')
    const file = await run(action, () => call('programme', action, table))
    if (file) await openFile(file.fileName, file.base64).catch((failure: Error) => setTrouble(failure.message))
  }

  return {
    doing,
    trouble:
      trouble || (refused?.code === 'tryAgain' ? '网络或服务器忙。请看看信号，再点一次。' : refused?.sentence) || '',
    openTemplate: () => void open('template'),
    openExport: () => void open('exportTable'),
  }
}
