import Taro from '@tarojs/taro'
import type { Picked, PickedFile } from './files'
import { connectedCloud } from './transport.weapp'
import { fileIdOf, transportError } from './transport-error'

export const MISSING = 'the file is not on this phone'

/** Smaller and coarser, until it fits: width and JPEG quality. */
const STEPS = [
  { compressedWidth: 1600, quality: 80 },
  { compressedWidth: 1600, quality: 60 },
  { compressedWidth: 1280, quality: 50 },
  { compressedWidth: 1024, quality: 40 },
  { compressedWidth: 800, quality: 30 },
]
/** A slow network gets a photo through, but not everything can wait for it. */
const UPLOAD_MS = 120_000

export async function pickPhoto(mostBytes: number): Promise<Picked | null> {
  const chosen = await chooseOne()
  if (!chosen) return null
  const { path, bytes } = await compressed(chosen, mostBytes)
  return {
    bytes,
    save: async (name) => {
      await inFiles('saveFile', { tempFilePath: path, filePath: pathOf(name) })
    },
  }
}

async function chooseOne(): Promise<string | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    })
    return tempFiles[0]?.tempFilePath ?? null
  } catch (cause) {
    if (isCancelled(cause)) return null
    throw new Error('没有拍成。请在微信的设置里允许用相机和相册，再拍一次。')
  }
}

async function compressed(original: string, mostBytes: number): Promise<{ path: string; bytes: number }> {
  let best = { path: original, bytes: await sizeOf(original) }
  for (const step of STEPS) {
    if (best.bytes <= mostBytes) break
    try {
      const { tempFilePath } = await Taro.compressImage({ src: original, ...step } as Taro.compressImage.Option)
      const bytes = await sizeOf(tempFilePath)
      if (bytes < best.bytes) best = { path: tempFilePath, bytes }
    } catch {
      // An old phone may not know how; what it has is tried as it is.
    }
  }
  return best
}

/** Read by everybody who draws: looked up once, then remembered. */
const names = new Set<string>()
let isListed = false

export function srcOf(name: string): string | undefined {
  if (!isListed) {
    for (const each of listed()) names.add(each)
    isListed = true
  }
  return names.has(name) ? pathOf(name) : undefined
}

export async function fileNames(): Promise<string[]> {
  return listed()
}

function listed(): string[] {
  try {
    return files().readdirSync(folder())
  } catch {
    return []
  }
}

export async function removeFile(name: string): Promise<void> {
  names.delete(name)
  await inFiles('unlink', { filePath: pathOf(name) }).catch(() => {})
}

export async function readBase64(name: string): Promise<string> {
  const { data } = await inFiles<{ data: string }>('readFile', { filePath: pathOf(name), encoding: 'base64' })
  return data
}

export async function writeBase64(name: string, base64: string): Promise<void> {
  await inFiles('writeFile', { filePath: pathOf(name), data: base64, encoding: 'base64' })
}

export async function keepPicture(name: string, base64: string): Promise<string> {
  await writeBase64(name, base64)
  return pathOf(name)
}

export async function upload(name: string, cloudPath: string): Promise<string> {
  if (srcOf(name) === undefined) throw new Error(MISSING)
  return uploadFrom(pathOf(name), cloudPath)
}

async function uploadFrom(filePath: string, cloudPath: string): Promise<string> {
  if (BUILD_CLOUD === 'local') return uploadToLocalCloud(filePath, cloudPath)
  try {
    const sent = connectedCloud().uploadFile({ cloudPath, filePath })
    return (await inTime(sent)).fileID
  } catch (cause) {
    throw transportError(cause as { errCode?: number })
  }
}

async function uploadToLocalCloud(filePath: string, cloudPath: string): Promise<string> {
  const { data } = await inFiles<{ data: ArrayBuffer }>('readFile', { filePath })
  const answer = await Taro.request({
    url: `${BUILD_LOCAL_CLOUD_URL}/upload?path=${encodeURIComponent(cloudPath)}`,
    method: 'PUT',
    header: {
      'content-type': 'application/octet-stream',
      'x-local-openid': Taro.getEnterOptionsSync().query?.as ?? 'developer',
    },
    data,
    timeout: UPLOAD_MS,
  })
  return fileIdOf(answer.data)
}

export async function writeText(name: string, text: string): Promise<void> {
  await inFiles('writeFile', { filePath: pathOf(name), data: text, encoding: 'utf8' })
}

export async function handOver(name: string, fileName: string): Promise<'saved' | 'cancelled'> {
  try {
    await called((options) => wx.shareFileMessage({ filePath: pathOf(name), fileName, ...options }))
    return 'saved'
  } catch (cause) {
    if (isCancelled(cause)) return 'cancelled'
    // WeChat opens its list only straight after a tap; reading many photos may have taken too long for that.
    throw new Error('文件已经备好，微信没有打开转发。请再点一次导出。')
  }
}

export async function takeOver(): Promise<string | null> {
  const chosen = await chosenFromChat('json')
  if (!chosen) return null
  return (await inFiles<{ data: string }>('readFile', { filePath: chosen.path, encoding: 'utf8' })).data
}

export async function pickWorkbook(): Promise<PickedFile | null> {
  const chosen = await chosenFromChat('xlsx')
  if (!chosen) return null
  const { path, name, size } = chosen
  return { name, bytes: size, upload: (cloudPath) => uploadFrom(path, cloudPath) }
}

async function chosenFromChat(extension: string): Promise<WeChatFile | null> {
  try {
    const asked = { count: 1, type: 'file', extension: [extension] }
    const { tempFiles } = await called<{ tempFiles: WeChatFile[] }>((options) =>
      wx.chooseMessageFile({ ...asked, ...options }),
    )
    return tempFiles[0] ?? null
  } catch (cause) {
    if (isCancelled(cause)) return null
    throw new Error('没有打开聊天记录。请更新微信，再试一次。')
  }
}

export function storageUse(): { usedKb: number; limitKb: number } {
  const { currentSize, limitSize } = Taro.getStorageInfoSync()
  return { usedKb: currentSize, limitKb: limitSize }
}

async function sizeOf(filePath: string): Promise<number> {
  return (await inFiles<{ size: number }>('getFileInfo', { filePath })).size
}

type FileCall = 'saveFile' | 'readFile' | 'writeFile' | 'unlink' | 'getFileInfo'

async function inFiles<T = unknown>(call: FileCall, what: Record<string, unknown>): Promise<T> {
  const answer = await called<T>((options) => files()[call]({ ...what, ...options }))
  if (call === 'saveFile' || call === 'writeFile') names.add(String(what.filePath).slice(folder().length + 1))
  return answer
}

function called<T>(call: (options: WeChatCallback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => call({ success: resolve, fail: reject }))
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errMsg: 'no answer in time' }), UPLOAD_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function files() {
  return wx.getFileSystemManager()
}

function folder(): string {
  return wx.env.USER_DATA_PATH
}

function pathOf(name: string): string {
  return `${folder()}/${name}`
}

function isCancelled(cause: unknown): boolean {
  return /cancel/.test((cause as { errMsg?: string })?.errMsg ?? '')
}
