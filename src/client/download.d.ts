/** A file behind an address (download.weapp.ts, download.h5.ts); apart from files.ts, so that only who checks a ranking carries it. */

/** Its bytes. Rejects where it does not come whole. */
export function download(url: string): Promise<Uint8Array>
