/** A Word or Excel file that a function answered; apart from files.ts, so that only who prints carries it. */

/**
 * Opens it to be read, passed on and printed (WeChat), or downloads it (web). `fileName` ends in .docx or .xlsx.
 * In WeChat it stays in the mini-program's folder under that name until files.ts removes it.
 * Rejects with a sentence for the person.
 */
export function openFile(fileName: string, base64: string): Promise<void>

/** The same for a file behind an address, however large. */
export function openFileAt(fileName: string, url: string): Promise<void>
