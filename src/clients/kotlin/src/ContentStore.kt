package org.ketaminecontent.recipe

import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.sql.Connection
import java.sql.DriverManager
import java.sql.ResultSet
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

    /** Titles that fit any of the words. It does not recognize danger: show [crisis] beside it. */
    fun search(text: String): List<String> {
        val written = Regex("[\\p{L}\\p{N}]+").findAll(text.lowercase()).map { it.value }.toList()
        val words = (written - FUNCTION_WORDS).ifEmpty { written }.joinToString(" OR ") { "\"$it\"" }
        if (words.isEmpty()) return emptyList()
        val sql = """select d.title from search s join document d on d.number = s.rowid
            where search match ? and d.type <> 'references' and $IN_TIME order by bm25(search, 10, 5, 1) limit 5"""
        return query(sql, words) { it.getString(1) }
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
        val summary = document.firstOf("summary", "shortAnswer", "definition", "citation")
        update(
            "insert into document (id, type, slug, locale, version, title, summary, json, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            document.text("id"), document.text("type"), document.text("slug"), document.text("locale"),
            document.text("version").toInt(), title, summary, document.toString(),
            (document["expiresAt"] as? JsonPrimitive)?.takeIf { it.isString }?.content,
        )
        val number = query("select last_insert_rowid()") { it.getLong(1) }.single()
        val sections = document["sections"]?.jsonArray.orEmpty().map { it.jsonObject }
        sections.forEachIndexed { position, each ->
            update(
                "insert into section values (?, ?, ?, ?, ?)",
                number, position, each.text("anchor"), each["heading"]?.jsonPrimitive?.let { if (it.isString) it.content else null }, each.text("body"),
            )
        }
        val body = sections.joinToString(" ") { it.text("body").replace(Regex("<[^>]*>"), " ") }
        update("insert into search (rowid, title, summary, body) values (?, ?, ?, ?)", number, title, summary, body)
    }

    private fun keepCrisis(crisis: JsonObject) {
        keep("crisisNotice", crisis.text("notice"))
        update("delete from crisis")
        crisis.getValue("contacts").jsonArray.forEachIndexed { position, each ->
            val fields = listOf("name", "jurisdiction", "call", "text", "textKeyword", "url", "hours", "href")
                .map { name -> (each.jsonObject[name] as? JsonPrimitive)?.let { if (it.isString) it.content else null } }
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
        /** Documents whose time is over stay stored until their tombstones come, and are not shown. */
        private const val IN_TIME = "(d.expires_at is null or d.expires_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"

        /** They say nothing of what is asked for; the TypeScript client has more of them. */
        private val FUNCTION_WORDS =
            "a an and are be can do does for have how i if in is it me my of on or the to what when will with you".split(" ").toSet()

        fun sha256(bytes: ByteArray): String =
            MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }

        /** A store that begins with a snapshot's file, which has to have its digest. */
        fun begin(file: Path, snapshot: ByteArray, expected: String): ContentStore {
            check(sha256(snapshot) == expected) { "The file is not what was listed." }
            Files.write(file, snapshot)
            return ContentStore(file)
        }
    }
}

internal fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content

private fun JsonObject.firstOf(vararg names: String): String =
    names.firstNotNullOfOrNull { name -> (this[name] as? JsonPrimitive)?.takeIf { it.isString }?.content } ?: ""
