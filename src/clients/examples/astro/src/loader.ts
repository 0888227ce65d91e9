import { Client, MemoryStore, type StoredDocument, type SyncState } from '@ketamine-content/client'
import type { Loader } from 'astro/loaders'

/** The entry with what must be shown on every page: crisis contacts, notices, license. */
export const NOTICES = 'notices'

/** The key of the checkpoint, and of what else the client remembers. */
const STATE = 'state'

export interface Options {
  /** The address of the server. */
  readonly base: string
  /** A content version, as webhooks name it: the build reads nothing older. */
  readonly atLeast?: number | undefined
}

/** Loads all documents at the first build, and afterwards what changed since: mostly one request. */
export function ketamineContent({ base, atLeast }: Options): Loader {
  return {
    name: 'ketamine-content',
    load: async ({ store, meta, logger }) => {
      const content = new MemoryStore()
      const before = meta.get(STATE)
      if (before !== undefined) {
        const documents = store.values().filter(({ id }) => id !== NOTICES).map(({ data }) => data as unknown as StoredDocument)
        await content.apply({ documents, deleted: [], state: JSON.parse(before) as SyncState })
      }
      const { stored, deleted, state } = await new Client({ base }).sync(content, { atLeast })
      // All at once: Astro saves while a load goes on, so that pages stored one by one could be lost, and their checkpoint kept.
      store.clear()
      content.documents().forEach(each => store.set({ id: each.id, data: { ...each } }))
      store.set({ id: NOTICES, data: { ...state.meta } })
      meta.set(STATE, JSON.stringify(state))
      logger.info(`${stored} documents came, ${deleted} were removed.`)
    }
  }
}
