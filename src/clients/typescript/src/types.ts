import type { components, operations, paths } from './description.js'

type Schemas = components['schemas']
type Body<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Answer } } } } ? Answer : never
type Query<Operation> = Operation extends { parameters: { query?: infer Asked } } ? NonNullable<Asked> : never
type Read<Path extends keyof paths> = paths[Path]['get']

/** The collections: `topics`, `conditions` and so on, as the description has them. */
export type Collection = { [Path in keyof paths]: Path extends `/v1/${infer Name}/{slug}` ? Name : never }[keyof paths]

/** A document of a collection with what stands beside it, and how it can be asked for. */
export type DocumentAnswer<C extends Collection> = Body<Read<`/v1/${C}/{slug}`>>
export type DocumentQuery<C extends Collection> = Query<Read<`/v1/${C}/{slug}`>>

/** A page of a collection, and how a list can be asked for. */
export type ListPage<C extends Collection> = Body<Read<`/v1/${C}`>>
export type ListQuery<C extends Collection> = Query<Read<`/v1/${C}`>>

export type SearchAnswer = Body<operations['searchDocuments']>
export type SearchQuery = Query<operations['searchDocuments']>
export type LookupAnswer = Body<operations['lookUpCodes']>
export type SyncPage = Body<operations['getSyncPage']>

export type Crisis = Schemas['Crisis']
export type Meta = Schemas['Meta']
export type CrisisContact = Schemas['CrisisContact']
export type Problem = Schemas['Problem']
export type Provenance = Schemas['Provenance']
export type Review = Schemas['Review']
export type Risk = Schemas['Risk']
export type Tombstone = Schemas['Tombstone']

/** A whole document, as a store keeps it. */
export type StoredDocument = Exclude<Schemas['SyncItem'], Tombstone>
