/** Every version of Node on this machine, one a major: on the PATH, and where version managers keep theirs. */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export interface NodeHere {
  /** 20 */
  major: number
  /** v20.20.2 */
  version: string
  path: string
}

export function nodesHere(): NodeHere[] {
  const found = new Map([ours()].map((one) => [one.major, one]))
  for (const path of [...onPath(), ...ofManagers()]) {
    const version = versionOf(path)
    const major = version === null ? null : majorOf(version)
    if (major !== null && !found.has(major)) found.set(major, { major, version: version!, path })
  }
  return [...found.values()]
}

function ours(): NodeHere {
  return { major: majorOf(process.version), version: process.version, path: process.execPath }
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => /^node(js)?[-_]?\d*$/.test(name))
      .map((name) => join(folder, name)),
  )
}

/** nvm, n, fnm, volta, asdf, mise: a folder a version. */
function ofManagers(): string[] {
  const home = homedir()
  const folders: [folder: string, under: string][] = [
    [join(process.env.NVM_DIR ?? join(home, '.nvm'), 'versions/node'), 'bin/node'],
    [join(process.env.N_PREFIX ?? '/usr/local', 'n/versions/node'), 'bin/node'],
    [join(process.env.FNM_DIR ?? join(home, '.local/share/fnm'), 'node-versions'), 'installation/bin/node'],
    [join(process.env.VOLTA_HOME ?? join(home, '.volta'), 'tools/image/node'), 'bin/node'],
    [join(process.env.ASDF_DATA_DIR ?? join(home, '.asdf'), 'installs/nodejs'), 'bin/node'],
    [join(home, '.local/share/mise/installs/node'), 'bin/node'],
  ]
  return folders.flatMap(([folder, under]) => namesIn(folder).map((name) => join(folder, name, under)))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Null: not a Node that runs here. */
function versionOf(path: string): string | null {
  try {
    const said = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' }).trim()
    return /^v\d+\.\d+\.\d+$/.test(said) ? said : null
  } catch {
    return null
  }
}

function majorOf(version: string): number {
  return Number.parseInt(version.slice(1), 10)
}
