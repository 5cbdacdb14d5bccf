/** How wide a text is in print, in Chinese characters: a digit or a letter is half of one. */
export function charactersWide(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0)
}
