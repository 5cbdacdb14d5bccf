import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** Says what is being worked on now. */
  at(what: string): void
  advance(by?: number): void
  done(): void
}

/** A progress bar on standard error; without a terminal one plain line a step, so that a log stays readable. */
export function progressBar(title: string, total: number): Progress {
  return process.stderr.isTTY ? bar(title, total) : lines(title, total)
}

function bar(title: string, total: number): Progress {
  const shown = new SingleBar(
    {
      format: `${title} {bar} {value}/{total} {what}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_grey,
  )
  shown.start(total, 0, { what: '' })
  return {
    at: (what) => shown.update({ what }),
    advance: (by = 1) => shown.increment(by),
    done: () => shown.stop(),
  }
}

function lines(title: string, total: number): Progress {
  let done = 0
  return {
    at: (what) => process.stderr.write(`${title} ${done + 1}/${total} ${what}\n`),
    advance: (by = 1) => {
      done += by
    },
    done: () => {},
  }
}
