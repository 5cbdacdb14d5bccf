import { copy, say } from './device'

/** To the clipboard; whether it worked is said, `done` where it did. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await copy(text)
    say(done)
  } catch {
    say('没有复制上，请再按一次')
  }
}

/** A file's, for a computer's browser. */
export function copyAddress({ url }: { url: string }): Promise<void> {
  return copyText(url, '下载地址已复制')
}
