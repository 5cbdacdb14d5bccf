import type { Playing, Recording } from './audio'

/** What was downloaded, while the page is open: without a server there is no page on the web either. */
const addresses = new Map<string, Promise<string>>()

export function playAudio(recording: Recording, ended: (played: boolean) => void): Playing {
  const sound = new Audio()
  let over = false
  const end = (played: boolean) => {
    if (over) return
    over = true
    sound.pause()
    ended(played)
  }
  sound.onended = () => end(true)
  sound.onerror = () => end(false)
  void addressOf(recording)
    .then((address) => {
      if (over) return
      sound.src = address
      return sound.play()
    })
    .catch(() => end(false))
  return { stop: () => end(true) }
}

export async function loadAudio(recordings: readonly Recording[]): Promise<void> {
  for (const recording of recordings) await addressOf(recording).catch(() => {})
}

function addressOf({ name, url }: Recording): Promise<string> {
  const known = addresses.get(name)
  if (known) return known
  const loading = load(url)
  addresses.set(name, loading)
  loading.catch(() => addresses.delete(name))
  return loading
}

async function load(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status}`)
  return URL.createObjectURL(await response.blob())
}
