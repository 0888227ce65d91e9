'use client'

/** Nothing could be read. The number to call stands here too. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>This page cannot be shown just now</h1>
        <p>In the US, <a href="tel:988">call 988</a> or <a href="sms:988">text 988</a> in a suicidal or mental health crisis. In an emergency, call your local emergency number.</p>
      </body>
    </html>
  )
}
