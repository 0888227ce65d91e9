// Opens the server's snapshot with several builds of SQLite, and holds its search against the server's.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Client, SNAPSHOT_SEARCH, searchWords } from '@ketamine-content/client'

const BASE = (process.env.BASE ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
const QUERIES = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'))

const PYTHON = `
import json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(json.dumps([database.execute(sql, values).fetchall() for sql, values in json.load(sys.stdin)]))`

const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')
let snapshot, bytes, folder, path
const server = new Map()

before(async () => {
  for (let tries = 0; tries < 180 && !snapshot; tries++) {
    snapshot = (await (await fetch(`${BASE}/v1/snapshots`)).json()).data[0]
    if (!snapshot) await new Promise(done => setTimeout(done, 1000))
  }
  assert.ok(snapshot, 'a snapshot was made within three minutes')
  bytes = await file('sqlite', 'none')
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
  path = join(folder, 'content.sqlite')
  writeFileSync(path, bytes)
  const client = new Client({ base: BASE })
  for (const q of QUERIES) server.set(q, (await client.search({ q, limit: 3 })).data.map(each => `${each.type}/${each.slug}`))
}, { timeout: 200_000 })
after(() => folder && rmSync(folder, { recursive: true }))

async function file(format, compression) {
  const listed = snapshot.files.find(each => each.format === format && each.compression === compression)
  const read = Buffer.from(await (await fetch(listed.href)).arrayBuffer())
  assert.deepEqual([read.length, sha256(read)], [listed.bytes, listed.sha256])
  return read
}

/** Each way to open the file: takes statements with their values, gives the rows of each as arrays. */
const drivers = {
  "Python's sqlite3": async statements =>
    JSON.parse(execFileSync('python3', ['-c', PYTHON, path], { input: JSON.stringify(statements), maxBuffer: 1 << 28, encoding: 'utf8' })),
  '@sqlite.org/sqlite-wasm': async statements => {
    const { default: init } = await import('@sqlite.org/sqlite-wasm')
    const { capi, oo1, wasm } = await init()
    const database = new oo1.DB()
    capi.sqlite3_deserialize(database, 'main', wasm.allocFromTypedArray(new Uint8Array(bytes)), bytes.length, bytes.length, capi.SQLITE_DESERIALIZE_FREEONCLOSE)
    return statements.map(([sql, values]) => database.selectArrays(sql, values.length ? values : undefined))
  },
  'better-sqlite3': async statements => {
    const { default: Database } = await import('better-sqlite3')
    const database = new Database(path, { readonly: true })
    return statements.map(([sql, values]) => database.prepare(sql).raw().all(...values))
  },
  'sql.js': sqlJs('sql.js'),
  'sql.js-fts5': sqlJs('sql.js-fts5'),
  'fts5-sql-bundle': sqlJs('fts5-sql-bundle')
}

/** sql.js, or a build of it. Where there is a fetch, builds of before 2022 would fetch their own file. */
function sqlJs(name) {
  return async statements => {
    const { default: init } = await import(name)
    const wasmBinary = readFileSync(new URL(`node_modules/${name}/dist/sql-wasm.wasm`, import.meta.url))
    const database = new (await (init.default ?? init)({ wasmBinary })).Database(bytes)
    return statements.map(([sql, values]) => database.exec(sql, values)[0]?.values ?? [])
  }
}

const isMissing = error => error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ENOENT'
const reading = (driver, work) => test(`${driver} ${work.name.replaceAll('_', ' ')}`, async context => {
  try {
    await work(drivers[driver])
  } catch (error) {
    if (!isMissing(error)) throw error
    context.skip(`${driver} is not installed`)
  }
})

async function reads_all_documents(driver) {
  const [[[integrity]], [[version]], lines, meta, crisis] = await driver([
    ['pragma quick_check', []],
    ['pragma user_version', []],
    ["select id || ' ' || locale || ' ' || version || char(10) from document order by id", []],
    ['select key, value from meta', []],
    ['select name, call, url from crisis order by position', []]
  ])
  const kept = Object.fromEntries(meta)
  assert.deepEqual([integrity, version, lines.length], ['ok', snapshot.schemaVersion, snapshot.documents])
  assert.equal(sha256(lines.flat().join('')), snapshot.digest)
  assert.deepEqual([kept.checkpoint, kept.digest], [snapshot.checkpoint, snapshot.digest])
  assert.ok(kept.disclaimer && kept.regulatoryNotice && kept.crisisNotice && crisis.length > 0)
}

async function finds_what_the_server_finds(driver) {
  assert.ok(QUERIES.every(q => server.get(q).length > 0), 'the server finds something for each')
  const found = await driver(QUERIES.map(q => [SNAPSHOT_SEARCH, [searchWords(q), 5]]))
  const missed = QUERIES.filter((q, number) => !found[number].some(([type, slug]) => server.get(q).includes(`${type}/${slug}`)))
  assert.deepEqual(missed, [], "the first five of the snapshot's have one of the server's first three")
  assert.deepEqual(await driver([[SNAPSHOT_SEARCH, [searchWords('?!'), 5]]]), [[]])
}

for (const driver of ["Python's sqlite3", '@sqlite.org/sqlite-wasm', 'better-sqlite3', 'sql.js-fts5', 'fts5-sql-bundle']) {
  reading(driver, reads_all_documents)
  reading(driver, finds_what_the_server_finds)
}
test('sql.js as it comes has no FTS5: it reads documents, and does not search', async () => {
  const driver = drivers['sql.js']
  const [[[documents]], [[title]]] = await driver([['select count(*) from document', []], ["select title from document where slug = 'history'", []]])
  assert.deepEqual([documents, title], [snapshot.documents, 'A short history of ketamine'])
  await assert.rejects(driver([[SNAPSHOT_SEARCH, [searchWords('drive'), 5]]]), /no such module: fts5/)
})

test('the same stands in all files', async () => {
  assert.deepEqual(gunzipSync(await file('sqlite', 'gzip')), bytes)
  const lines = (await file('json-lines', 'none')).toString().trimEnd().split('\n').map(each => JSON.parse(each))
  assert.deepEqual(gunzipSync(await file('json-lines', 'gzip')).toString().trimEnd().split('\n').length, lines.length)
  assert.equal(sha256(lines.map(each => `${each.id} ${each.locale} ${each.version}\n`).sort().join('')), snapshot.digest)
  await Promise.all(['sqlite', 'json-lines'].map(format => file(format, 'zstd')))
})

test('a client that begins with the file is in step after one request', () => {
  const said = execFileSync('python3', [new URL('plain.py', import.meta.url).pathname, BASE, join(folder, 'plain.sqlite'), '--snapshot'], { encoding: 'utf8' })
  assert.match(said, /^[0-9a-f]{64} \d+\n$/)
})
