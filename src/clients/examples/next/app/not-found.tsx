export default function NotFound() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>It may have been withdrawn. Please do not rely on what you remember of it.</p>
    </>
  )
}
