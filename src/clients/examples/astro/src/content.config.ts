import type { StoredDocument } from '@ketamine-content/client'
import { defineCollection, z } from 'astro:content'
import { ketamineContent } from './loader'

const { CONTENT_API = 'http://localhost:8080', INCOMING_HOOK_BODY = '' } = process.env

/** The version that a build hook named: Netlify hands its body on, encoded as in an address. */
const named = /"contentVersion":(\d+)/.exec(decodeURIComponent(INCOMING_HOOK_BODY))?.[1]
const { CONTENT_VERSION = named } = process.env

export const collections = {
  documents: defineCollection({
    loader: ketamineContent({ base: CONTENT_API, atLeast: CONTENT_VERSION ? Number(CONTENT_VERSION) : undefined }),
    schema: z.custom<StoredDocument>()
  })
}
