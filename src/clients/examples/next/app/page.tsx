import { collections } from '@/lib/content'

export default function Home() {
  return (
    <>
      <h1>Ketamine therapy</h1>
      <ul>
        {Object.entries(collections).map(([name, title]) => <li key={name}><a href={`/${name}`}>{title}</a></li>)}
      </ul>
    </>
  )
}
