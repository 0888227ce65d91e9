// Receivers verify events with the libraries that they would take.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { test } from 'node:test'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { BASE } from './here.mjs'

const KEY = process.env.EDITOR_KEY

test('standardwebhooks and svix verify what is sent, and nothing that was changed', { skip: !KEY }, async () => {
  const received = []
  const receiver = createServer((request, response) => {
    let body = ''
    request.on('data', part => (body += part))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(204).end()
      receiver.emit('received')
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const call = (method, path, body) =>
    fetch(`${BASE}/editorial/v1/webhooks${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body)
    })
  const made = await call('POST', '', {
    name: 'Libraries', kind: 'standard', url: `http://127.0.0.1:${receiver.address().port}/`
  })
  const webhook = await made.json()
  assert.equal(made.status, 201, JSON.stringify(webhook))
  try {
    const rotated = await (await call('POST', `/${webhook.id}/rotate`, {})).json()
    const arrived = once(receiver, 'received')
    await call('POST', `/${webhook.id}/test`)
    await arrived

    const { headers, body } = received[0]
    for (const secret of [webhook.secret, rotated.secret]) {
      for (const Library of [StandardWebhook, SvixWebhook]) {
        assert.equal(new Library(secret).verify(body, headers).type, 'endpoint.test')
        assert.throws(() => new Library(secret).verify(body.replace('test', 'best'), headers))
      }
    }
  } finally {
    await call('DELETE', `/${webhook.id}`)
    receiver.close()
  }
})
