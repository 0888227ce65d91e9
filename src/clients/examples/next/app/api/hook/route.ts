// Takes the server's events (Standard Webhooks): https://site.example/api/hook is the `url` of a webhook of the kind `standard`.
import { revalidateTag } from 'next/cache'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { readNothingBefore } from '@/lib/content'

interface Event {
  type: string
  data: { type: string, contentVersion: number, cacheTags: string[] }
}

export async function POST(request: Request): Promise<Response> {
  const event = await verified(request)
  if (!event) return new Response('The signature does not fit.', { status: 401 })
  if (event.type.startsWith('document.')) {
    const { type, contentVersion, cacheTags } = event.data
    readNothingBefore(contentVersion)
    // At once: a page that was corrected must be shown to nobody while the new one is made.
    for (const tag of [type, ...cacheTags]) revalidateTag(tag, { expire: 0 })
  }
  return new Response(null, { status: 204 })
}

/** The bytes as they came are what was signed. */
async function verified(request: Request): Promise<Event | undefined> {
  const body = await request.text()
  try {
    return new Webhook(process.env.WEBHOOK_SECRET!).verify(body, Object.fromEntries(request.headers.entries())) as Event
  } catch (error) {
    if (error instanceof WebhookVerificationError) return undefined
    throw error
  }
}
