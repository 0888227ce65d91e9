import { DigestError, ProblemError } from './errors.js'
import type { StoredDocument, SyncPage, Tombstone } from './types.js'

/** The choice of documents to keep in step. A store belongs to what it was first filled with; for something else, fill another. */
export interface SyncOptions {
  /** Only documents of these collections; all where none is named. */
  readonly types?: readonly StoredDocument['type'][] | undefined
  /** BCP 47 tag; `en` where nothing is asked for. */
  readonly locale?: string | undefined
  /** `html` where nothing is asked for. */
  readonly bodyFormat?: 'html' | 'markdown' | 'text' | undefined
  /** The most documents on a page, 1 to 100; fewer where connections often break. It counts from the next beginning. */
  readonly limit?: number | undefined
  /** A content version, as webhooks name it: nothing older is taken. */
  readonly atLeast?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** The state that a store keeps beside its documents. */
export interface SyncState {
  readonly checkpoint: string
  readonly scope: string
  /** The notices and crisis contacts to show with everything; what they are is said by the latest page. */
  readonly meta: SyncPage['meta']
  /** When the store last had what the server had, as an instant of RFC 3339; null until it first did. */
  readonly syncedAt: string | null
}

/** The content of one page. */
export interface Change {
  /** Each to be stored by its `id`, in place of what is there. */
  readonly documents: readonly StoredDocument[]
  /** The ids of documents to be dropped. */
  readonly deleted: readonly string[]
  readonly state: SyncState
}

export interface InventoryLine {
  readonly id: string
  readonly locale: string
  readonly version: number
}

/** Keeps documents for an app, in a database or in files. */
export interface Store {
  /** Nothing where no page was stored yet. */
  state(): Promise<SyncState | undefined>
  /** Takes a page: all of it in one transaction, or nothing. */
  apply(change: Change): Promise<void>
  /** One line for each document, in any order. */
  inventory(): Promise<readonly InventoryLine[]>
}

export interface SyncResult {
  /** The number of documents that came, and below it of those that were dropped. */
  readonly stored: number
  readonly deleted: number
  /** True where the sync began again from the beginning, because a checkpoint was refused or the digest was another. */
  readonly restarted: boolean
  /** True where the digest was compared; false where the platform has no SHA-256. */
  readonly verified: boolean
  readonly state: SyncState
}

/** Bytes to their SHA-256. */
export type Sha256 = (bytes: Uint8Array) => Promise<ArrayBuffer | Uint8Array>

type ReadPage = (query: object) => Promise<SyncPage>

/** Follows checkpoints until the store has what the server has. Nothing is dropped to begin again until all is there. */
export async function synchronize(read: ReadPage, sha256: Sha256 | undefined, store: Store, options: SyncOptions): Promise<SyncResult> {
  const { types, locale, bodyFormat, limit, atLeast } = options
  const first = { types: types?.length ? [...new Set(types)].sort() : undefined, locale, bodyFormat }
  const scope = JSON.stringify({ types: first.types, locale: locale ?? 'en', bodyFormat: bodyFormat ?? 'html' })
  const before = await store.state()
  if (before && before.scope !== scope) throw new TypeError(`The store was filled for ${before.scope}, not for ${scope}: fill another one.`)
  let checkpoint = before?.checkpoint
  let fresh = checkpoint === undefined ? new Set<string>() : undefined
  let abandoned: string | undefined
  let [stored, deleted, restarted] = [0, 0, false]
  let ahead: Promise<SyncPage> | undefined
  const restart = () => {
    abandoned = checkpoint
    checkpoint = undefined
    fresh = new Set()
    restarted = true
  }
  const request = () => read(checkpoint === undefined ? { ...first, limit, atLeast } : { checkpoint, atLeast })
  for (;;) {
    const page = await (ahead ?? request()).catch((error: unknown) => {
      if (checkpoint === undefined || restarted || !(error instanceof ProblemError) || error.code !== 'invalid-checkpoint') throw error
    })
    ahead = undefined
    if (!page) {
      restart()
      continue
    }
    checkpoint = page.page.checkpoint.token
    if (page.page.hasMore) {
      // The next page comes while the store takes this one. If it fails, that is thrown where it is awaited.
      ahead = request()
      ahead.catch(() => undefined)
    }
    const documents = page.data.filter((item): item is StoredDocument => !isTombstone(item))
    const dropped = page.data.filter(isTombstone).map(each => each.id)
    documents.forEach(each => fresh?.add(each.id))
    dropped.forEach(id => fresh?.delete(id))
    if (fresh && !page.page.hasMore) dropped.push(...(await strangers(store, fresh)))
    // A new beginning that is broken off begins anew, because only its end tells what to drop.
    const kept = page.page.hasMore && abandoned !== undefined ? abandoned : checkpoint
    const state = { checkpoint: kept, scope, meta: page.meta, syncedAt: before?.syncedAt ?? null }
    await store.apply({ documents, deleted: dropped, state })
    stored += documents.length
    deleted += dropped.length
    if (page.page.hasMore) continue
    const verified = sha256 !== undefined && page.meta.digest !== null
    if (!verified || (await digest(sha256, await store.inventory())) === page.meta.digest) {
      const inStep = { ...state, syncedAt: new Date().toISOString() }
      await store.apply({ documents: [], deleted: [], state: inStep })
      return { stored, deleted, restarted, verified, state: inStep }
    }
    if (fresh) throw new DigestError('The store does not have what the server has, even from the beginning.')
    restart()
  }
}

/** Tells whether a document must no longer be shown. It stays stored until its tombstone comes, so that the digest fits. */
export function isExpired({ expiresAt }: StoredDocument, now = Date.now()): boolean {
  return typeof expiresAt === 'string' && Date.parse(expiresAt) <= now
}

function isTombstone(item: StoredDocument | Tombstone): item is Tombstone {
  return 'deleted' in item && item.deleted === true
}

/** The ids that a store still has and the server did not send. */
async function strangers(store: Store, sent: ReadonlySet<string>): Promise<string[]> {
  return (await store.inventory()).map(each => each.id).filter(id => !sent.has(id))
}

async function digest(sha256: Sha256, inventory: readonly InventoryLine[]): Promise<string> {
  const lines = [...inventory].sort((one, other) => (one.id < other.id ? -1 : 1)).map(each => `${each.id} ${each.locale} ${each.version}\n`)
  const bytes = new Uint8Array(await sha256(new TextEncoder().encode(lines.join(''))))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
