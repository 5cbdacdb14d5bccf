import { copy, say } from './device'

/** A file's address to the clipboard, for a computer's browser; whether it worked is said. */
export async function copyAddress({ url }: { url: string }): Promise<void> {
  try {
    await copy(url)
    say('下载地址已复制')
  } catch {
    say('没有复制上，请再按一次')
  }
}
