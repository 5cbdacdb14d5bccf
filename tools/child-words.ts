import type { ChildProcessWithoutNullStreams } from 'node:child_process'

/** All that a child process says, both streams in the order in which it came, and how it ended. */
export function childWords(child: ChildProcessWithoutNullStreams): Promise<{ code: number | null; words: Buffer }> {
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part))
  return new Promise((done) => child.on('close', (code) => done({ code, words: Buffer.concat(said) })))
}
