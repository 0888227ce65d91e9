import { synchronize, type Sha256, type Store, type SyncOptions, type SyncResult } from './sync.js'
import { Transport, type TransportOptions } from './transport.js'
import type { Collection, DocumentAnswer, DocumentQuery, ListPage, ListQuery, LookupAnswer, SearchAnswer, SearchQuery, SyncPage } from './types.js'

export interface ClientOptions extends TransportOptions {
  /** Makes a SHA-256 where the platform has no `crypto.subtle` (React Native, pages without TLS). */
  readonly sha256?: Sha256
}

/** Ends one call, where its signal does. */
export interface Call {
  readonly signal?: AbortSignal | undefined
}

/** Reads the Ketamine Content API. Calls fail with `ProblemError`, `UnreachableError`, or the reason of their signal. */
export class Client {
  private readonly transport: Transport
  private readonly sha256: Sha256 | undefined

  constructor(options: ClientOptions) {
    const subtle = globalThis.crypto?.subtle
    this.transport = new Transport(options)
    this.sha256 = options.sha256 ?? (subtle && (bytes => subtle.digest('SHA-256', bytes as BufferSource)))
  }

  /** A document by its slug, a former slug, or its UUID. */
  get<C extends Collection>(collection: C, slug: string, query?: DocumentQuery<C>, { signal }: Call = {}): Promise<DocumentAnswer<C>> {
    if (!/[^.]/.test(slug)) return Promise.reject(new TypeError(`'${slug}' is no slug.`))
    return this.transport.json(`/v1/${collection}/${encodeURIComponent(slug)}`, { query, signal })
  }

  /** The pages of a list, each asked for when it is wanted. */
  async *list<C extends Collection>(collection: C, query?: ListQuery<C>, { signal }: Call = {}): AsyncGenerator<ListPage<C>, void, undefined> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = cursor === undefined ? query : { ...(query as object), cursor }
      const page = await this.transport.json<ListPage<C> & { page: { nextCursor: string | null } }>(`/v1/${collection}`, { query: asked, signal })
      yield page
      cursor = page.page.nextCursor
    }
  }

  /** Finds what fits a reader's words. They are sent in the body, and stand in no address. */
  search({ atLeast, ...body }: SearchQuery, { signal }: Call = {}): Promise<SearchAnswer> {
    return this.transport.json('/v1/search', { query: { atLeast }, body, signal })
  }

  /** Finds what is about clinical codes, each `system|code`, such as `icd-10-cm|F33.2`. */
  lookup(codes: string | readonly string[], { signal, atLeast }: Call & { readonly atLeast?: number | undefined } = {}): Promise<LookupAnswer> {
    return this.transport.json('/v1/lookup', { query: { code: codes, atLeast }, signal })
  }

  /** Brings a store in step with the server, from nothing or from where it is. One at a time for each store. */
  sync(store: Store, options: SyncOptions = {}): Promise<SyncResult> {
    const { signal } = options
    // Only a page on which nothing is new is asked for again.
    const remember = (page: unknown) => (page as SyncPage).data.length === 0
    return synchronize(query => this.transport.json('/v1/sync', { query, signal, remember }), this.sha256, store, options)
  }
}
