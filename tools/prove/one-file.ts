import { build } from 'esbuild'

/**
 * A program of a proof that is begun again and again, with all it imports in one file: a life begins in a quarter of the
 * time. What is native or reads its own folder stays where it is.
 */
export async function oneFile(entry: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql', 'wx-server-sdk'],
    logLevel: 'error',
  })
  return outfile
}
