// The few calls of WeChat that Taro does not pass on (or types otherwise). Everything else goes through Taro.
type WeChatAnswer = { errMsg?: string }
type WeChatCallback<T> = { success(answer: T): void; fail(cause: WeChatAnswer): void }

declare const wx: {
  env: { USER_DATA_PATH: string }
  cloud?: WeChatCloud
  getRandomValues?(options: RandomOptions): void
  getUserCryptoManager(): { getRandomValues(options: RandomOptions): void }
  getAppBaseInfo?(): { fontSizeSetting?: number }
  getWindowInfo?(): {
    statusBarHeight: number
    windowWidth: number
    windowHeight: number
    safeArea?: { left: number; right: number }
  }
  /** Base library 2.3.0 on. */
  onWindowResize?(changed: () => void): void
  offWindowResize?(changed: () => void): void
  onKeyDown?(pressed: (event: { key: string; altKey?: boolean }) => void): void
  offKeyDown?(pressed: (event: { key: string; altKey?: boolean }) => void): void
  /** Base library 2.20.1 on. */
  getDeviceInfo?(): { brand?: string; model?: string }
  setKeepScreenOn?(options: { keepScreenOn: boolean }): void
  getScreenBrightness?(options: WeChatCallback<{ value: number }>): void
  setScreenBrightness?(options: { value: number }): void
  onAppShow(shown: () => void): void
  createInnerAudioContext(): WeChatSound
  /** Base library 2.3.0 on. */
  setInnerAudioOption?(options: { obeyMuteSwitch: boolean }): void
  /** With `filePath` it lies there, without it is a temporary file. */
  downloadFile(
    options: { url: string; filePath?: string } & WeChatCallback<{ statusCode: number; tempFilePath?: string }>,
  ): void
  getFileSystemManager(): WeChatFiles
  shareFileMessage(options: { filePath: string; fileName: string } & WeChatCallback<unknown>): void
  chooseMessageFile(
    options: { count: number; type: string; extension: string[] } & WeChatCallback<{ tempFiles: WeChatFile[] }>,
  ): void
}

type WeChatFile = { path: string; name: string; size: number }

type WeChatCloud = {
  init(options: { env?: string; traceUser?: boolean }): void
  callFunction(options: { name: string; data: unknown }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
}

type WeChatSound = {
  src: string
  play(): void
  destroy(): void
  onEnded(ended: () => void): void
  onError(failed: () => void): void
}

type RandomOptions = {
  length: number
  success(answer: { randomValues: ArrayBuffer }): void
  fail(answer: WeChatAnswer): void
}

type WeChatFiles = Record<
  'saveFile' | 'readFile' | 'writeFile' | 'unlink' | 'getFileInfo',
  (options: Record<string, unknown>) => void
> & { readdirSync(path: string): string[] }
