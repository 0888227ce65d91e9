import type { DocumentAnswer, SyncState } from '@ketamine-content/client'
import { getCollection, getEntry } from 'astro:content'
import { NOTICES } from './loader'

export const collections = { topics: 'Topics', conditions: 'Conditions', faqs: 'Questions' } as const
export type Collection = keyof typeof collections

/** A document of any of these collections: it has the fields of its own, and the others are missing. */
export type Article = { readonly type: Collection } & Of<'topics'> & Of<'conditions'> & Of<'faqs'>
type Of<C extends Collection> = WithoutType<DocumentAnswer<C>['data']>
type WithoutType<D> = { [Field in keyof D as Field extends 'type' ? never : string extends Field ? never : Field]: D[Field] }

/** The documents of a collection in their order. */
export async function articles(collection: Collection): Promise<Article[]> {
  const entries = await getCollection('documents', ({ data }) => data.type === collection)
  return entries.map(({ data }) => data as Article).sort((one, other) => one.position! - other.position!)
}

export async function notices(): Promise<SyncState['meta']> {
  const entry = await getEntry('documents', NOTICES)
  return entry!.data as unknown as SyncState['meta']
}

export const titleOf = ({ question, name, title }: Article): string => question ?? name ?? title ?? ''
export const summaryOf = ({ shortAnswer, summary }: Article): string => shortAnswer ?? summary ?? ''
