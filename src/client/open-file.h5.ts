const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export async function openFile(fileName: string, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  hand(fileName, new Blob([bytes], { type: fileName.endsWith('.docx') ? TYPES.docx : TYPES.xlsx }))
}

export async function openFileAt(fileName: string, url: string): Promise<void> {
  const response = await fetch(url).catch(() => null)
  if (!response?.ok) throw new Error('文件没有下载下来。请看看网络，再点一次。')
  hand(fileName, await response.blob())
}

function hand(fileName: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
