/** A local cloud in another process, so that who sends and who answers do not wait for each other's processor. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Asked, Told } from './cloud-worker'

export interface OwnCloud {
  url: string
  dump<Doc>(collection: string): Promise<Doc[]>
}

export async function withOwnCloud<T>(
  work: (cloud: OwnCloud) => Promise<T>,
): Promise<{ result: T; cpuSeconds: number; requests: number }> {
  const child = fork(join(__dirname, 'cloud-worker.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TZ: 'UTC' },
  })
  const heard = (): Promise<Told> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the local cloud ended with ${code}`))
      child.once('exit', ended)
      child.once('message', (told) => {
        child.off('exit', ended)
        resolve(told as Told)
      })
    })
  const ask = (asked: Asked): Promise<Told> => {
    const told = heard()
    child.send(asked)
    return told
  }
  try {
    const { url } = (await heard()) as { url: string }
    const dump = async (collection: string) =>
      ((await ask({ dump: collection })) as Extract<Told, { collection: string }>).documents as never[]
    const result = await work({ url, dump })
    const { cpuSeconds, requests } = (await ask('stop')) as { cpuSeconds: number; requests: number }
    return { result, cpuSeconds, requests }
  } finally {
    child.kill()
  }
}
