// The few calls of WeChat that Taro does not pass on (or types otherwise). Everything else goes through Taro.
type WeChatAnswer = { errMsg?: string }

declare const wx: {
  cloud?: {
    init(options: { env?: string; traceUser?: boolean }): void
    callFunction(options: { name: string; data: unknown }): Promise<{ result: unknown }>
  }
  getRandomValues?(options: RandomOptions): void
  getUserCryptoManager(): { getRandomValues(options: RandomOptions): void }
  getAppBaseInfo?(): { fontSizeSetting?: number }
  getWindowInfo?(): { statusBarHeight: number }
}

type RandomOptions = {
  length: number
  success(answer: { randomValues: ArrayBuffer }): void
  fail(answer: WeChatAnswer): void
}
