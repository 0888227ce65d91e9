import type { StoredDocument } from '@ketamine-content/client'
import { defineCollection, z } from 'astro:content'
import { ketamineContent } from './loader'

const { CONTENT_API = 'http://localhost:8080', CONTENT_VERSION } = process.env

export const collections = {
  documents: defineCollection({
    loader: ketamineContent({ base: CONTENT_API, atLeast: CONTENT_VERSION ? Number(CONTENT_VERSION) : undefined }),
    schema: z.custom<StoredDocument>()
  })
}
