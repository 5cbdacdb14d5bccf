export async function exportQueue(): Promise<'saved' | 'cancelled' | { failed: string }> {
  return { failed: '' }
}
export async function importQueue(): Promise<{ items: number; photos: number } | 'cancelled' | { failed: string }> {
  return 'cancelled'
}
