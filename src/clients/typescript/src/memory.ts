import { isExpired, type Change, type InventoryLine, type Store, type SyncState } from './sync.js'
import type { StoredDocument } from './types.js'

/** Keeps documents for as long as the process lives. */
export class MemoryStore implements Store {
  private readonly byId = new Map<string, StoredDocument>()
  private known: SyncState | undefined

  async state(): Promise<SyncState | undefined> {
    return this.known
  }

  async apply({ documents, deleted, state }: Change): Promise<void> {
    documents.forEach(each => this.byId.set(each.id, each))
    deleted.forEach(id => this.byId.delete(id))
    this.known = state
  }

  async inventory(): Promise<readonly InventoryLine[]> {
    return this.documents()
  }

  documents(): StoredDocument[] {
    return [...this.byId.values()]
  }

  /** Nothing where the document is not stored, or has expired. */
  get(type: string, slug: string): StoredDocument | undefined {
    return this.documents().find(each => each.type === type && each.slug === slug && !isExpired(each))
  }
}
