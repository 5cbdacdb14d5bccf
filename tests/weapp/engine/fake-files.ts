import { answering, askedOf, type Options } from './fake-wx'
import type { Phone } from './open-app'

const USER_DATA = 'wxfile://usr'
const TEMP = 'wxfile://tmp'
let counter = 0

/**
 * Camera, album and files as far as the app uses them. Files below USER_DATA_PATH outlive the app, temporary ones go
 * with it; a killed app writes nothing any more.
 */
export function fileCalls(phone: Phone) {
  const { temporary } = phone
  const fileAt = (path: string) => {
    const bytes = temporary.get(path) ?? phone.files.get(path.slice(USER_DATA.length + 1))
    if (!bytes) throw { errMsg: `readFile:fail no such file or directory ${path}` }
    return bytes
  }
  const newTemporary = (bytes: Uint8Array) => {
    const path = `${TEMP}_${++counter}.jpg`
    temporary.set(path, bytes)
    return path
  }
  const write = (path: string, bytes: Uint8Array) => {
    if (!path.startsWith(`${USER_DATA}/`)) throw { errMsg: `writeFile:fail permission denied ${path}` }
    phone.step(`write ${path}`)
    if (phone.killed) return
    if (phone.filesAreFull) throw { errMsg: 'saveFile:fail the maximum size of the file storage limit is exceeded' }
    phone.files.set(path.slice(USER_DATA.length + 1), bytes)
    phone.step(`after write ${path}`)
  }

  const asked = (name: string, options: Options, run: () => Promise<unknown>) => askedOf(phone, name, options, run)

  const files = {
    saveFile: (options: Options & { tempFilePath: string; filePath: string }) =>
      answering(options, async () => {
        write(options.filePath, fileAt(options.tempFilePath))
        temporary.delete(options.tempFilePath)
        return { savedFilePath: options.filePath }
      }),
    readFile: (options: Options & { filePath: string; encoding?: BufferEncoding }) =>
      asked('readFile', options, async () => {
        const bytes = Buffer.from(fileAt(options.filePath))
        return { data: options.encoding ? bytes.toString(options.encoding) : Uint8Array.from(bytes).buffer }
      }),
    writeFile: (options: Options & { filePath: string; data: string | ArrayBuffer; encoding?: BufferEncoding }) =>
      answering(options, async () => {
        const { data, encoding } = options
        write(options.filePath, typeof data === 'string' ? Buffer.from(data, encoding) : new Uint8Array(data))
      }),
    unlink: (options: Options & { filePath: string }) =>
      answering(options, async () => {
        fileAt(options.filePath)
        phone.step(`unlink ${options.filePath}`)
        if (phone.killed) return
        phone.files.delete(options.filePath.slice(USER_DATA.length + 1))
        phone.step(`after unlink ${options.filePath}`)
      }),
    getFileInfo: (options: Options & { filePath: string }) =>
      asked('getFileInfo', options, async () => ({ size: fileAt(options.filePath).length })),
    readdirSync: () => [...phone.files.keys()],
  }

  /** A recording plays from this phone only, and ends when the test says so. */
  function soundContext() {
    const heard = { ended: () => {}, failed: () => {} }
    const sound = {
      src: '',
      play: () => {
        try {
          phone.playing = { text: Buffer.from(fileAt(sound.src)).toString('utf8'), ends: () => heard.ended() }
        } catch {
          heard.failed()
        }
      },
      destroy: () => {
        phone.playing = undefined
      },
      onEnded: (listener: () => void) => {
        heard.ended = listener
      },
      onError: (listener: () => void) => {
        heard.failed = listener
      },
    }
    return sound
  }

  return {
    env: { USER_DATA_PATH: USER_DATA },
    createInnerAudioContext: soundContext,
    setInnerAudioOption: () => {},
    downloadFile: (options: Options & { url: string; filePath?: string }) =>
      answering(options, async () => {
        const bytes = await phone.downloadFile(options)
        if (options.filePath) {
          write(options.filePath, bytes)
          return { statusCode: 200, filePath: options.filePath }
        }
        return { statusCode: 200, tempFilePath: newTemporary(bytes) }
      }),
    getFileSystemManager: () => files,
    chooseMedia: (options: Options) =>
      asked('chooseMedia', options, async () => {
        const bytes = phone.takesPhoto()
        const tempFilePath = newTemporary(bytes)
        return { type: 'image', tempFiles: [{ tempFilePath, size: bytes.length, fileType: 'image' }] }
      }),
    /** Coarser is smaller, as a JPEG would be; what it shows does not exist here. */
    compressImage: (options: Options & { src: string; quality?: number; compressedWidth?: number }) =>
      asked('compressImage', options, async () => {
        const { quality = 80, compressedWidth = 1600 } = options
        const bytes = fileAt(options.src)
        const share = (quality / 100) * (compressedWidth / 2000)
        return { tempFilePath: newTemporary(bytes.slice(0, Math.ceil(bytes.length * share))) }
      }),
    shareFileMessage: (options: Options & { filePath: string; fileName: string }) =>
      asked('shareFileMessage', options, async () => {
        if (phone.shareFails) throw { errMsg: phone.shareFails }
        const text = Buffer.from(fileAt(options.filePath)).toString('utf8')
        phone.shared.push({ fileName: options.fileName, text })
      }),
    openDocument: (options: Options & { filePath: string; fileType: string; showMenu?: boolean }) =>
      asked('openDocument', options, async () => {
        if (phone.openFails) throw { errMsg: phone.openFails }
        const { filePath, fileType, showMenu = false } = options
        const fileName = filePath.slice(USER_DATA.length + 1)
        phone.opened.push({ fileName, fileType, showMenu, bytes: fileAt(filePath) })
      }),
    chooseMessageFile: (options: Options) =>
      asked('chooseMessageFile', options, async () => {
        if (phone.messageFile === null) throw { errMsg: 'chooseMessageFile:fail cancel' }
        const file = phone.messageFile
        const [bytes, name] = typeof file === 'string' ? [Buffer.from(file, 'utf8'), 'queue.json'] : [file, '表格.xlsx']
        return { tempFiles: [{ path: newTemporary(bytes), name, size: bytes.length }] }
      }),
  }
}
