import { cloudForThisFile } from './vocabulary'

describe('a gate holds requests before they are done', () => {
  const on = cloudForThisFile()
  const add = (id: string) => on.db.collection('things').add({ data: { _id: id } })
  afterEach(() => on.cloud.gate.open())
  /** As the SDK does it, which would warn of a slow request seconds after its socket was closed. */
  const addByHand = (_id: string) =>
    fetch(`${on.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.insertDocument', collectionName: 'things', data: [{ _id }] }),
    }).catch(() => 'socket closed')

  test('a held request has done nothing; released it is done', async () => {
    on.cloud.gate.close()
    const answer = add('a')
    const request = await on.cloud.gate.next(answer)
    expect(request).toMatchObject({ action: 'database.insertDocument', collection: 'things' })
    expect(on.cloud.dump('things')).toEqual([])
    request!.release()
    await answer
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a' }])
  })

  test('two requests are done in the order they are released in', async () => {
    on.cloud.gate.close()
    const first = on.db
      .collection('things')
      .doc('a')
      .set({ data: { by: 'first' } })
    const firstRequest = await on.cloud.gate.next(first)
    const second = on.db
      .collection('things')
      .doc('a')
      .set({ data: { by: 'second' } })
    const secondRequest = await on.cloud.gate.next(second)
    expect(on.cloud.gate.waiting).toBe(2)
    secondRequest!.release()
    await second
    firstRequest!.release()
    await first
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a', by: 'first' }])
  })

  test('who waits for a request of work that is over hears null', async () => {
    on.cloud.gate.close()
    expect(await on.cloud.gate.next(Promise.resolve())).toBeNull()
  })

  test('a refused request is not done, and who asked hears of a closed socket', async () => {
    on.cloud.gate.close()
    const answer = addByHand('a')
    ;(await on.cloud.gate.next(answer))!.refuse()
    expect(await answer).toBe('socket closed')
    expect(on.cloud.dump('things')).toEqual([])
  })

  test('with its answer lost it is done, and who asked hears the same', async () => {
    on.cloud.gate.close()
    const answer = addByHand('a')
    ;(await on.cloud.gate.next(answer))!.loseAnswer()
    expect(await answer).toBe('socket closed')
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a' }])
  })

  test('a file on its way to storage stands at the door as well', async () => {
    on.cloud.gate.close()
    const kept = on.cloud.sdk().uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('b') })
    const seen: string[] = []
    for (let held = await on.cloud.gate.next(kept); held; held = await on.cloud.gate.next(kept)) {
      seen.push(held.action)
      held.release()
    }
    expect(seen).toEqual(['storage.getUploadMetadata', 'storage.PUT'])
  })

  test('opened, it lets go of whoever waits and holds nobody any more', async () => {
    on.cloud.gate.close()
    const answer = add('a')
    await on.cloud.gate.next(answer)
    on.cloud.gate.open()
    await answer
    await add('b')
    expect(on.cloud.dump('things').map(({ _id }) => _id)).toEqual(['a', 'b'])
  })
})
