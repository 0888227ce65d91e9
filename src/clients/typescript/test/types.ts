// Is compiled, and never run: what must be a mistake is one, and what is right is none.
import { Client, MemoryStore, ProblemError, type Collection, type StoredDocument } from '@ketamine-content/client'

const client = new Client({ base: 'https://content.example' })
type Same<One, Other> = [One, Other] extends [Other, One] ? true : never

export const collections: Same<Collection, 'topics' | 'conditions' | 'side-effects' | 'faqs' | 'references' | 'glossary' | 'crisis-resources'> = true

export async function reads(): Promise<string | undefined> {
  const topic = await client.get('topics', 'history', { include: ['references'] })
  const status: string = topic.data.review.status
  const riskSummary: string | undefined = topic.data.riskSummary
  const call: string | null | undefined = topic.meta.crisis?.contacts[0]?.call
  for await (const page of client.list('side-effects', { severity: ['serious'], limit: 5 })) page.data.map(each => each.whenToGetUrgentHelp)
  const found = await client.search({ q: 'drive', types: ['faqs'] })
  const codes: number = (await client.lookup('rxnorm|6130')).codes.length
  const kept: StoredDocument | undefined = new MemoryStore().get('topics', 'history')
  try {
    await client.sync(new MemoryStore(), { types: ['topics'], bodyFormat: 'text' })
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'withdrawn') return error.problem.successor
  }
  return `${status}${riskSummary}${call}${found.crisis?.level}${codes}${kept?.id}`
}

export function mistakes(): void {
  // @ts-expect-error there is no such collection
  void client.get('topic', 'history')
  // @ts-expect-error topics relate to no topics
  void client.get('topics', 'history', { include: ['topics'] })
  // @ts-expect-error a list has no such parameter
  client.list('faqs', { severity: ['serious'] })
  // @ts-expect-error a search needs words
  void client.search({})
  // @ts-expect-error there are three forms
  void client.sync(new MemoryStore(), { bodyFormat: 'pdf' })
  // @ts-expect-error a client needs an address
  new Client({})
}
