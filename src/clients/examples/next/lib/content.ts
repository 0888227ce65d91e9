// Reads the content. Next keeps each answer under the keys by which the server's events name it.
import { Client, MemoryStore, ProblemError, reviewLine, type DocumentAnswer } from '@ketamine-content/client'
import { cacheLife, cacheTag } from 'next/cache'

export const collections = { topics: 'Topics', conditions: 'Conditions', faqs: 'Questions' } as const
export type Collection = keyof typeof collections

/** A document of any of these collections: it has the fields of its own, and the others are missing. */
export type Article = { readonly type: Collection } & Of<'topics'> & Of<'conditions'> & Of<'faqs'>
type Of<C extends Collection> = WithoutType<DocumentAnswer<C>['data']>
type WithoutType<D> = { [Field in keyof D as Field extends 'type' ? never : string extends Field ? never : Field]: D[Field] }

export const isCollection = (name: string): name is Collection => Object.hasOwn(collections, name)

const client = new Client({
  base: process.env.CONTENT_API ?? 'http://localhost:8080',
  // Next's cache is the memory: an answer that says "unchanged" would come without its keys.
  memory: { get: () => undefined, set: () => undefined },
  fetch: async (address, request) => {
    const answer = await fetch(address, { ...request, cache: 'no-store' })
    cacheTag(...(answer.headers.get('surrogate-key') ?? answer.headers.get('cache-tag') ?? '').split(/[ ,]+/).filter(Boolean))
    return answer
  }
})

// Pages and route handlers are bundled apart, but run in one process. Where yours run in several, keep it in what they share.
const shared = globalThis as { contentVersion?: number }

/** Nothing older than this content version is read from now on. */
export function readNothingBefore(contentVersion: number): void {
  shared.contentVersion = Math.max(shared.contentVersion ?? 0, contentVersion)
}

const atLeast = () => shared.contentVersion

export interface Read {
  article: Article
  contentVersion: number
  /** Who reviewed it: a review can become overdue without a change, so it is said anew with each reading. */
  review: string
}

/** A document with what must be shown beside it; nothing where there is none, or where it was withdrawn. */
export async function read(collection: Collection, slug: string): Promise<Read | undefined> {
  'use cache'
  cacheLife('content')
  try {
    const { data, meta } = await client.get(collection, slug, { atLeast: atLeast() })
    return { article: data as Article, contentVersion: meta.contentVersion, review: reviewLine(data) }
  } catch (error) {
    if (!(error instanceof ProblemError) || ![404, 410].includes(error.status)) throw error
    // It has no keys yet. The hook also renews what bears the collection's name.
    cacheTag(collection)
    return undefined
  }
}

/** All documents of a collection, as much of them as a list shows. */
export async function list(collection: Collection): Promise<Article[]> {
  'use cache'
  cacheLife('content')
  const documents: Article[] = []
  for await (const page of client.list(collection, { limit: 100, atLeast: atLeast() })) documents.push(...(page.data as Article[]))
  return documents
}

/** The crisis contacts and notices that stand on every page. */
export async function notices() {
  'use cache'
  cacheLife('content')
  cacheTag('crisis-resources')
  const { state } = await client.sync(new MemoryStore(), { types: ['crisis-resources'], atLeast: atLeast() })
  return state.meta
}

export const titleOf = ({ question, name, title }: Article): string => question ?? name ?? title ?? ''
export const summaryOf = ({ shortAnswer, summary }: Article): string => shortAnswer ?? summary ?? ''
