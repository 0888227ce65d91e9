// While twenty editors publish, pages are cut off and the server is restarted, three clients follow: RxDB, a plain one on SQLite,
// and ours. A fourth is away from the first moment to the last. In the end all have what the server has, to the letter.
//
//   node converge.mjs [seconds of publishing, 16]     From 120 on, a further client begins with a snapshot, and the one that is
//                                                     away misses 1,000 changes. APP is the folder of the package, target/quarkus-app
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client, MemoryStore, UnreachableError } from '@ketamine-content/client'
import { createRxDatabase } from 'rxdb'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { editors } from './editors.mjs'
import { startRelay } from './relay.mjs'
import { startServer } from './server.mjs'

const SECONDS = Number(process.argv[2] ?? 16)
const PUBLISHERS = 20
const AGAIN_LATER = 75

/** At least so much happens before the restart, and after it, however slow the machine is. */
const LEAST = SECONDS >= 120 ? 500 : 10
const PATIENCE = 60_000 + 1000 * LEAST

const run = promisify(execFile)
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds))
const some = list => list[Math.floor(Math.random() * list.length)]
const digest = documents => createHash('sha256')
  .update(documents.map(each => `${each.id} ${each.locale} ${each.version}\n`).sort().join(''))
  .digest('hex')

/** Keeps documents as they come, in memory. */
async function rxdb(base) {
  const database = await createRxDatabase({ name: 'content', storage: getRxStorageMemory() })
  const text = { type: 'string', maxLength: 100 }
  const { documents } = await database.addCollections({
    documents: {
      schema: {
        version: 0, primaryKey: 'id', type: 'object', required: ['id', 'version'],
        properties: { id: text, type: text, slug: text, locale: text, version: { type: 'number' }, json: { type: 'object' } }
      }
    }
  })
  const read = async checkpoint => {
    const answer = await fetch(`${base}/v1/sync?${checkpoint ? `checkpoint=${checkpoint.token}` : 'limit=7'}`)
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
    const { data, page } = await answer.json()
    return {
      documents: data.map(({ id, type, slug, locale, version, deleted = false, ...rest }) =>
        ({ id, type, slug, locale, version, json: deleted ? {} : { id, type, slug, locale, version, ...rest }, _deleted: deleted })),
      checkpoint: { token: page.checkpoint.token }
    }
  }
  // A page may end before it has as many documents as were asked for, and RxDB takes a page shorter than its batch for the last.
  const replication = replicateRxCollection({ collection: documents, replicationIdentifier: 'sync', retryTime: 300, pull: { batchSize: 1, handler: read } })
  return {
    name: 'RxDB',
    step: async () => { replication.reSync(); await pause(300) },
    finish: async () => { replication.reSync(); await replication.awaitInSync() },
    documents: async () => (await documents.find().exec()).map(each => each.toJSON().json),
    close: () => database.close()
  }
}

/** A process that runs once for each step, and has its database from one to the next. */
function plain(base, work, ...options) {
  const file = join(work, `plain${options}.sqlite`)
  const finish = () => run('python3', [fileURLToPath(new URL('plain.py', import.meta.url)), base, file, ...options])
  const step = () => finish().catch(error => {
    if (error.code !== AGAIN_LATER) throw error
  })
  return {
    name: `plain SQLite ${options}`,
    step,
    finish,
    documents: async () => JSON.parse((await run('python3', ['-c',
      'import json, sqlite3, sys; print(json.dumps([json.loads(row[0]) for row in sqlite3.connect(sys.argv[1]).execute("select json from document")]))', file],
    { maxBuffer: 1 << 28 })).stdout),
    close: () => {}
  }
}

function ours(base, name = 'this client') {
  const client = new Client({ base, longestWait: 2 })
  const store = new MemoryStore()
  return {
    name,
    // Where it gives up after its tries, the app asks again later.
    step: () => client.sync(store, { limit: 7 }).catch(error => {
      if (!(error instanceof UnreachableError)) throw error
    }),
    finish: async () => assert.ok((await client.sync(store)).verified),
    documents: async () => store.documents(),
    close: () => {}
  }
}

/** Publishes one thing after the other until it is told to stop. What fails while the server is away is given up. */
async function publish(desk, number, isOver, count) {
  const [live, gone] = [[], []]
  for (let turn = 0; !isOver(); turn++) {
    const name = `sample-${number}-${turn}`
    const deed = live.length < 1 ? 'create' : some(['create', 'rewrite', 'rename', 'withdraw', ...(gone.length ? ['bring back'] : [])])
    const old = deed === 'create' ? name : some(deed === 'bring back' ? gone : live)
    const list = deed === 'bring back' ? gone : live
    if (deed !== 'create') list.splice(list.indexOf(old), 1)
    try {
      if (deed === 'create') await desk.create(name, turn)
      else if (deed === 'rename') await desk.rename(old, name)
      else if (deed === 'withdraw') await desk.withdraw(old)
      else await desk.rewrite(old, turn)
      if (deed === 'withdraw') gone.push(old)
      else live.push(deed === 'rename' ? name : old)
      count[deed] = (count[deed] ?? 0) + 1
    } catch (error) {
      // A change that was done before its answer was lost is 412 when it is sent again.
      if (!(error instanceof TypeError) && !/: (50\d|412) /.test(error.message)) throw error
      count.interrupted = (count.interrupted ?? 0) + 1
      await pause(500)
    }
  }
}

const published = ({ interrupted, ...done }) => Object.values(done).reduce((sum, each) => sum + each, 0)

async function half(count) {
  const before = published(count)
  for (const start = Date.now(); Date.now() - start < SECONDS * 500 || published(count) - before < LEAST; ) {
    assert.ok(Date.now() - start < SECONDS * 500 + PATIENCE, 'publishing goes on')
    await pause(250)
  }
}

async function snapshotMade(base) {
  for (let tries = 0; tries < 180; tries++) {
    const { data } = await (await fetch(`${base}/v1/snapshots`)).json()
    if (data.length) return
    await pause(1000)
  }
  assert.fail('a snapshot was made within three minutes')
}

const began = Date.now()
const server = await startServer()
const relay = await startRelay(server.base)
const clients = [await rxdb(relay.base), plain(relay.base, server.work), ours(relay.base)]
try {
  let over = false
  const count = {}
  const desk = await editors(server.base, server.key)
  const follow = async client => {
    while (!over) {
      await client.step()
      await pause(Math.random() * 500)
    }
  }
  const following = clients.map(follow)
  const away = ours(server.base, 'this client, away')
  await away.step()
  const publishing = Array.from({ length: PUBLISHERS }, (_, number) => publish(desk, number, () => over, count))
  // What fails meanwhile fails here.
  const all = () => Promise.all([...publishing, ...following])
  await Promise.race([half(count), all()])
  if (SECONDS >= 120) {
    await Promise.race([snapshotMade(server.base), all()])
    clients.push(plain(relay.base, server.work, '--snapshot'))
    await clients.at(-1).step()
    following.push(follow(clients.at(-1)))
  }
  await Promise.race([server.restart(), all()])
  await Promise.race([half(count), all()])
  over = true
  await all()
  console.log('Published:', JSON.stringify(count))
  console.log('Pages:', JSON.stringify(relay.count))
  relay.calm()

  const fresh = new MemoryStore()
  const { state } = await new Client({ base: server.base }).sync(fresh)
  const expected = new Map(fresh.documents().map(each => [each.id, each]))
  console.log(`${state.meta.digest} ${expected.size} documents: the server`)
  for (const client of [...clients, away]) {
    await client.finish()
    const documents = await client.documents()
    console.log(`${digest(documents)} ${documents.length} documents: ${client.name}`)
    assert.equal(digest(documents), state.meta.digest, `${client.name} has another digest`)
    for (const each of documents) assert.deepEqual(each, expected.get(each.id), `${client.name} has another ${each.type}/${each.slug}`)
  }
  assert.ok(relay.count.cut > 5 && relay.count.away > 0, 'pages were cut off, and the server was away')
  console.log(`All have the same, after ${Math.round((Date.now() - began) / 1000)} seconds.`)
} finally {
  await Promise.all(clients.map(each => each.close()))
  relay.close()
  await server.close()
}
