import { isExpired, type Change, type InventoryLine, type Store, type SyncState } from './sync.js'
import type { StoredDocument } from './types.js'

/** Keeps documents in a browser's IndexedDB. */
export class IndexedDbStore implements Store {
  private constructor(private readonly database: IDBDatabase) {}

  /** Opens the database of this name, and makes it where there is none. */
  static async open(name: string): Promise<IndexedDbStore> {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('documents', { keyPath: 'id' }).createIndex('name', ['type', 'slug'])
      opening.result.createObjectStore('state')
    }
    const database = await done(opening)
    // Otherwise another tab could not delete it.
    database.onversionchange = () => database.close()
    return new IndexedDbStore(database)
  }

  state(): Promise<SyncState | undefined> {
    return done(this.database.transaction('state').objectStore('state').get('state') as IDBRequest<SyncState | undefined>)
  }

  async apply({ documents, deleted, state }: Change): Promise<void> {
    const transaction = this.database.transaction(['documents', 'state'], 'readwrite')
    const table = transaction.objectStore('documents')
    try {
      documents.forEach(each => table.put(each))
      deleted.forEach(id => table.delete(id))
      transaction.objectStore('state').put(state, 'state')
    } catch (error) {
      // Otherwise what was put before it would stay.
      transaction.abort()
      throw error
    }
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }

  inventory(): Promise<readonly InventoryLine[]> {
    return done(this.documents().getAll() as IDBRequest<StoredDocument[]>)
  }

  /** Nothing where the document is not stored, or has expired. */
  async get(type: string, slug: string): Promise<StoredDocument | undefined> {
    const found = await done(this.documents().index('name').get([type, slug]) as IDBRequest<StoredDocument | undefined>)
    return found && !isExpired(found) ? found : undefined
  }

  close(): void {
    this.database.close()
  }

  private documents(): IDBObjectStore {
    return this.database.transaction('documents').objectStore('documents')
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
