package org.ketaminecontent.recipe

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.security.MessageDigest
import java.sql.Connection
import java.sql.DriverManager
import java.sql.ResultSet
import java.text.Normalizer
import java.util.zip.GZIPInputStream
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** All content in an SQLite database that began as a snapshot, and is kept in step page by page. */
class ContentStore(file: Path) : AutoCloseable {

    private val database: Connection = DriverManager.getConnection("jdbc:sqlite:$file")

    /** The token with which sync goes on. */
    val checkpoint: String
        get() = query("select value from meta where key = 'checkpoint'") { it.getString(1) }.single()

    /** The SHA-256 to compare with `meta.digest` of the last page. */
    val digest: String
        get() = sha256(query("select id || ' ' || locale || ' ' || version || char(10) from document order by id") { it.getString(1) }
            .joinToString("").toByteArray())

    /** Takes a page in one transaction, with the checkpoint to go on from. */
    fun apply(page: JsonObject) {
        database.autoCommit = false
        try {
            for (item in page.getValue("data").jsonArray.map { it.jsonObject }) {
                drop(item.text("id"))
                if ("deleted" !in item) insert(item)
            }
            val meta = page.getValue("meta").jsonObject
            keep("checkpoint", page.getValue("page").jsonObject.getValue("checkpoint").jsonObject.text("token"))
            keep("contentVersion", page.getValue("page").jsonObject.getValue("checkpoint").jsonObject.text("contentVersion"))
            meta.textOrNull("digest")?.let { keep("digest", it) }
            keep("disclaimer", meta.text("disclaimer"))
            keep("regulatoryNotice", meta.text("regulatoryNotice"))
            keepCrisis(meta.getValue("crisis").jsonObject)
            database.commit()
        } catch (failure: Exception) {
            database.rollback()
            throw failure
        } finally {
            database.autoCommit = true
        }
    }

    /** The JSON of a document, to be shown with its risk summary and state of review, and with [crisis]. */
    fun document(type: String, slug: String): String? =
        query("select json from document d where type = ? and slug = ? and $IN_TIME", type, slug) { it.getString(1) }.firstOrNull()

    /** Titles that fit the words, the best first. It does not recognize danger: show [crisis] beside it. */
    fun search(text: String): List<String> {
        val words = Regex("[\\p{L}\\p{N}]+").findAll(Normalizer.normalize(text, Normalizer.Form.NFC).lowercase())
            .map { JsonPrimitive(it.value) }.take(40).toList()
        return query(SEARCH, JsonArray(words).toString(), 5) { it.getString("title") }
    }

    /** The contacts to show with everything. */
    fun crisis(): List<String> =
        query("select name, coalesce(call, text, url) from crisis order by position") { "${it.getString(1)}: ${it.getString(2)}" }

    private fun drop(id: String) {
        for (number in query("select number from document where id = ?", id) { it.getLong(1) }) {
            for (table in listOf("section", "relation", "code")) update("delete from $table where document = ?", number)
            update("delete from search where rowid = ?", number)
            update("delete from document where number = ?", number)
        }
    }

    private fun insert(document: JsonObject) {
        val title = document.firstOf("title", "name", "question", "term", "label")
        val summary = plain(document.firstOf("summary", "shortAnswer", "definition", "citation"))
        update(
            "insert into document (id, type, slug, locale, version, title, summary, json, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            document.text("id"), document.text("type"), document.text("slug"), document.text("locale"),
            document.text("version").toInt(), title, summary, document.toString(),
            document.textOrNull("expiresAt"),
        )
        val number = query("select last_insert_rowid()") { it.getLong(1) }.single()
        val sections = document["sections"]?.jsonArray.orEmpty().map { it.jsonObject }
        sections.forEachIndexed { position, each ->
            update(
                "insert into section values (?, ?, ?, ?, ?)",
                number, position, each.text("anchor"), each.textOrNull("heading"), each.text("body"),
            )
        }
        for (each in document["codes"]?.jsonArray.orEmpty().map { it.jsonObject }) {
            update("insert into code values (?, ?, ?, ?)", number, each.text("system"), each.text("code"), each.textOrNull("display"))
        }
        for ((field, links) in document) {
            val related = (links as? JsonArray).orEmpty().filterIsInstance<JsonObject>().filter { "slug" in it && "href" in it }
            related.forEachIndexed { position, each ->
                update("insert into relation values (?, ?, ?, ?, ?, ?)", number, field, position, each.text("type"), each.text("slug"), each.text("title"))
            }
        }
        update("insert into search (rowid, title, summary, body) values (?, ?, ?, ?)", number, title, summary, plain(words(document)))
    }

    /** All texts of a document but those that nobody searches for. */
    private fun words(node: JsonElement): String = when (node) {
        is JsonObject -> node.filterKeys { it !in SILENT }.values.joinToString("\n", transform = ::words)
        is JsonArray -> node.joinToString("\n", transform = ::words)
        is JsonPrimitive -> if (node.isString) node.content else ""
    }

    private fun plain(html: String): String =
        html.replace(TAG, " ").replace(CHARACTER) { NAMED[it.value] ?: it.value }

    /** The rows of all tables that belong to documents, in one order. */
    fun rows(): List<String> = listOf(
        "select 'document', type, slug, title, summary from document",
        "select 'section', type, d.slug, position, anchor from section s join document d on s.document = d.number",
        "select 'relation', d.type, d.slug, field, r.slug from relation r join document d on r.document = d.number",
        "select 'code', type, slug, system, code from code c join document d on c.document = d.number",
    ).flatMap { sql -> query(sql) { row -> (1..5).joinToString("|") { row.getString(it) ?: "" } } }.sorted()

    private fun keepCrisis(crisis: JsonObject) {
        keep("crisisNotice", crisis.text("notice"))
        update("delete from crisis")
        crisis.getValue("contacts").jsonArray.forEachIndexed { position, each ->
            val fields = listOf("name", "jurisdiction", "call", "text", "textKeyword", "url", "hours", "href")
                .map { name -> each.jsonObject.textOrNull(name) }
            update("insert into crisis values (?, ?, ?, ?, ?, ?, ?, ?, ?)", position, *fields.toTypedArray())
        }
    }

    private fun keep(key: String, value: String) = update("insert or replace into meta values (?, ?)", key, value)

    private fun update(sql: String, vararg values: Any?) {
        database.prepareStatement(sql).use { statement ->
            values.forEachIndexed { at, value -> statement.setObject(at + 1, value) }
            statement.executeUpdate()
        }
    }

    private fun <T> query(sql: String, vararg values: Any?, row: (ResultSet) -> T): List<T> =
        database.prepareStatement(sql).use { statement ->
            values.forEachIndexed { at, value -> statement.setObject(at + 1, value) }
            statement.executeQuery().use { rows -> buildList { while (rows.next()) add(row(rows)) } }
        }

    override fun close() = database.close()

    companion object {
        private val TAG = Regex("<[^>]{0,2000}>")
        private val CHARACTER = Regex("&(?:amp|lt|gt|quot|nbsp|#39);")
        private val NAMED = mapOf("&amp;" to "&", "&lt;" to "<", "&gt;" to ">", "&quot;" to "\"", "&nbsp;" to "\u00a0", "&#39;" to "'")
        private val SILENT = setOf(
            "id", "type", "slug", "locale", "links", "review", "provenance", "publishedAt", "updatedAt", "expiresAt", "href", "url",
            "anchor", "system", "oid",
        )

        /** Documents whose time is over stay stored until their tombstones come, and are not shown. */
        private const val IN_TIME = "(d.expires_at is null or d.expires_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"

        /** The search of docs/offline.md. */
        private const val SEARCH = """
with recursive
  word (at, text) as (select key, value from json_each(?)),
  run (start, size, text) as (
    select at, 1, text from word
    union all
    select start, size + 1, run.text || ' ' || word.text from run cross join word on at = start + size
    where size < (select max(size) from synonym)),
  meant (start, size, text, concept, exact) as (
    select start, size, text, null, null from run where size = 1
    union all
    select start, run.size, text, concept, synonym.rowid from run cross join synonym
    where phrase match '^ "' || text || '"' and synonym.size = run.size),
  telling as (
    select *, max(start + size) over (order by start, size desc groups between unbounded preceding and 1 preceding) as done
    from meant where size > 1 or text not in (select word from ignored)),
  part (start, text, weight) as (
    select start, coalesce(phrase, text), case when synonym.rowid is exact then 1 else 0.8 end
    from telling left join synonym using (concept) where start + telling.size > coalesce(done, 0)),
  hit (number, start, field, score) as (
    select search.rowid, start, 'text', -weight * bm25(search, 10, 5, 1) from part cross join search
    where search match '"' || part.text || '"'
    union all
    select number, start, 'question', -weight * bm25(question) from part cross join question cross join document using (id)
    where question match '"' || part.text || '"'
    union all
    select number, null, 'question', -bm25(question) from question cross join document using (id)
    where question match (select coalesce(group_concat('"' || text || '"', ' OR '), '""') from word)),
  best (number, score) as (select number, max(score) from hit group by number, start, field)
select d.type, d.slug, d.title, d.summary, d.json from best cross join document d using (number)
where d.type <> 'references' and (d.expires_at is null or d.expires_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
group by number order by sum(score) desc limit ?"""

        fun sha256(bytes: ByteArray): String =
            MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }

        /** Unpacks a snapshot, which has to have its digest, into a file that is there whole or not at all. */
        fun place(packed: ByteArray, expected: String, file: Path) {
            check(sha256(packed) == expected) { "The file is not what was listed." }
            val unfinished = file.resolveSibling("${file.fileName}.part")
            Files.newOutputStream(unfinished).use { GZIPInputStream(packed.inputStream()).transferTo(it) }
            Files.move(unfinished, file, ATOMIC_MOVE)
        }
    }
}

internal fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content

private fun JsonObject.textOrNull(name: String): String? = (this[name] as? JsonPrimitive)?.takeIf { it.isString }?.content

private fun JsonObject.firstOf(vararg names: String): String = names.firstNotNullOfOrNull(::textOrNull) ?: ""
