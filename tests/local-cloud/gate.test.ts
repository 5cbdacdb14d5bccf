import { cloudForThisFile } from './vocabulary'

describe('a gate holds requests before they are done', () => {
  const on = cloudForThisFile()
  const add = (id: string) => on.db.collection('things').add({ data: { _id: id } })
  afterEach(() => on.cloud.gate.open())

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
