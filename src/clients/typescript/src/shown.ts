import type { Crisis, CrisisContact, Meta, Provenance, Review, Risk } from './types.js'

/** A way to reach a crisis contact. Show `text` in sight also where links work: frames and some apps block `tel:`. */
export interface Way {
  readonly text: string
  readonly href: string
}

/** Every way to reach a contact, with the number to call first. */
export function waysToReach({ call, text, textKeyword, url }: Pick<CrisisContact, 'call' | 'text' | 'textKeyword' | 'url'>): Way[] {
  const ways: Way[] = []
  if (call) ways.push({ text: `Call ${call}`, href: `tel:${dialed(call)}` })
  if (text) {
    const keyword = textKeyword ? `?body=${encodeURIComponent(textKeyword)}` : ''
    ways.push({ text: textKeyword ? `Text ${textKeyword} to ${text}` : `Text ${text}`, href: `sms:${dialed(text)}${keyword}` })
  }
  if (url) ways.push({ text: url.replace(/^https?:\/\/(www\.)?([^/]+).*$/, '$2'), href: url })
  return ways
}

/** The notice and the contacts as lines of text, to stand above all else; empty where there is nothing to show. */
export function crisisLines(crisis: Crisis | null): string[] {
  if (!crisis) return []
  return [crisis.notice, ...crisis.contacts.map(each => `${each.name}: ${waysToReach(each).map(({ text, href }) => `${text} <${href}>`).join(', ')}`)]
}

/** The status in the US, the disclaimer and the license as lines of text, for every screen with content. */
export function notices({ regulatoryNotice, disclaimer, attribution }: Pick<Meta, 'regulatoryNotice' | 'disclaimer' | 'attribution'>): string[] {
  return [regulatoryNotice, disclaimer, `${attribution.text}, ${attribution.url}`]
}

const dialed = (number: string) => number.replace(/ /g, '')

/** A risk with the harms that must be shown beside it, in the same size; none beside a harm. */
export interface RiskGroup {
  readonly risk: Risk
  readonly balancedBy: readonly Risk[]
}

/** The risks of a document in groups: each benefit with the harms that balance it, and alone the harms that balance none. */
export function riskGroups(risks: readonly Risk[]): RiskGroup[] {
  const named = new Set(risks.flatMap(each => each.balancedBy))
  return risks
    .filter(each => each.balancedBy.length > 0 || !named.has(each.id))
    .map(risk => ({ risk, balancedBy: risks.filter(each => risk.balancedBy.includes(each.id)) }))
}

/**
 * Who reviewed a document and how it was drafted, in sentences to show with it.
 *
 * @param today as an ISO date: a stored document may have become overdue since it came
 */
export function reviewLine({ review, provenance }: { readonly review: Review, readonly provenance: Provenance }, today = new Date().toISOString().slice(0, 10)): string {
  return [reviewed(review, today), drafted(provenance)].filter(Boolean).join(' ')
}

function reviewed({ status, reviewedBy, lastReviewed, nextReviewDue }: Review, today: string): string {
  if (!reviewedBy) return 'No clinical review yet.'
  const by = [reviewedBy.name, reviewedBy.credentials].filter(Boolean).join(', ')
  const isOverdue = status === 'overdue' || (nextReviewDue !== null && nextReviewDue < today)
  return `Clinical review by ${by} on ${lastReviewed}.${isOverdue ? ' The next review is overdue.' : ''}`
}

function drafted({ drafting, editedByPerson }: Provenance): string {
  if (drafting === 'person') return 'Written by a person.'
  if (drafting !== 'ai-assisted') return ''
  return `Drafted with AI assistance, ${editedByPerson ? 'then edited by a person' : 'and not yet edited by a person'}.`
}
