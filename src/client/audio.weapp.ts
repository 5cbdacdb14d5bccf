import type { Playing, Recording } from './audio'

/** Recordings lie among the app's files under names of their own. */
const PREFIX = 'read-aloud-'

export function playAudio(recording: Recording, ended: (played: boolean) => void): Playing {
  const sound = wx.createInnerAudioContext()
  let over = false
  const end = (played: boolean) => {
    if (over) return
    over = true
    sound.destroy()
    ended(played)
  }
  sound.onEnded(() => end(true))
  sound.onError(() => end(false))
  // Who asks to be read to wants to hear it, whatever the switch at the side of the phone says.
  wx.setInnerAudioOption?.({ obeyMuteSwitch: false })
  void kept(recording).then(
    (path) => {
      if (over) return
      sound.src = path
      sound.play()
    },
    () => end(false),
  )
  return { stop: () => end(true) }
}

export async function loadAudio(recordings: readonly Recording[]): Promise<void> {
  const wanted = recordings.map(({ name }) => PREFIX + name)
  for (const file of files()) if (file.startsWith(PREFIX) && !wanted.includes(file)) remove(file)
  for (const recording of recordings) await kept(recording).catch(() => {})
}

const coming = new Map<string, Promise<string>>()

/** Its path on this phone, downloaded if need be, once. */
async function kept({ name, url }: Recording): Promise<string> {
  const file = PREFIX + name
  if (files().includes(file)) return pathOf(file)
  const download = coming.get(file) ?? downloaded(url, pathOf(file))
  coming.set(file, download)
  return download.finally(() => coming.delete(file))
}

function downloaded(url: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // Into a temporary file first: half a recording is none.
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode !== 200 || !tempFilePath) return reject(new Error(`${statusCode}`))
        wx.getFileSystemManager().saveFile({
          tempFilePath,
          filePath: path,
          success: () => resolve(path),
          // The phone is full: it is played from where it lies.
          fail: () => resolve(tempFilePath),
        })
      },
      fail: reject,
    })
  })
}

function files(): string[] {
  try {
    return wx.getFileSystemManager().readdirSync(wx.env.USER_DATA_PATH)
  } catch {
    return []
  }
}

function remove(file: string): void {
  wx.getFileSystemManager().unlink({ filePath: pathOf(file) })
}

function pathOf(file: string): string {
  return `${wx.env.USER_DATA_PATH}/${file}`
}
