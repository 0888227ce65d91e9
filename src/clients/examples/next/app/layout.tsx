import { waysToReach } from '@ketamine-content/client'
import type { ReactNode } from 'react'
import { collections, notices } from '@/lib/content'
import './site.css'

/** Pages are whole when they are sent, so that a page that is gone says 404, and nothing needs a script. */
export const ensureStatic = 'navigation'

export const metadata = { title: { default: 'Ketamine therapy', template: '%s – Ketamine therapy' } }

/** The crisis contacts stand above everything, as links and as text. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { crisis, regulatoryNotice, disclaimer, attribution } = await notices()
  return (
    <html lang="en">
      <body>
        <aside className="crisis" aria-label="Help in a crisis">
          <p>{crisis.notice}</p>
          <ul>
            {crisis.contacts.map(contact => (
              <li key={contact.href}>
                {contact.name}: {waysToReach(contact).map(({ text, href }) => <a key={href} href={href}>{text}</a>)}
              </li>
            ))}
            <li><a href={crisis.all}>Contacts in other countries</a></li>
          </ul>
        </aside>
        {/* No next/link: the router in the browser would keep pages that have been corrected meanwhile. */}
        <nav aria-label="Site">
          {Object.entries(collections).map(([name, title]) => <a key={name} href={`/${name}`}>{title}</a>)}
        </nav>
        <p className="notice">{regulatoryNotice}</p>
        <main>{children}</main>
        <footer>
          <p>{disclaimer}</p>
          <p><a href={attribution.url}>{attribution.text}</a></p>
        </footer>
      </body>
    </html>
  )
}
