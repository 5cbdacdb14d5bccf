import { fileNames, removeFile } from './files'

/** Word files that a killed app left on this phone; household cards are votes. A bulletin can be printed again. */
export async function removeLeftDocuments(): Promise<void> {
  for (const name of await fileNames()) if (name.endsWith('.docx')) await removeFile(name)
}
