package org.ketaminecontent.recipe

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.get
import io.ktor.client.request.parameter
import io.ktor.client.statement.HttpResponse
import io.ktor.client.statement.bodyAsText
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import kotlin.random.Random
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Asks again what the server could not answer just now, after `Retry-After` of up to a minute, with chance in the wait. */
fun client() = HttpClient(Java) {
    expectSuccess = true
    install(HttpTimeout) { requestTimeoutMillis = 30_000 }
    install(HttpRequestRetry) {
        maxRetries = 3
        retryIf { _, answer -> answer.status.value in listOf(429, 502, 503, 504) && answer.secondsToWait() <= 60 }
        retryOnException()
        delayMillis { tries ->
            maxOf((response?.secondsToWait() ?: 0) * 1000, 500L shl tries.coerceAtMost(5)) + Random.nextLong(500)
        }
    }
}

private fun HttpResponse.secondsToWait() = headers["Retry-After"]?.toLongOrNull() ?: 0

suspend fun HttpClient.json(address: String, checkpoint: String? = null): JsonObject =
    Json.parseToJsonElement(get(address) { if (checkpoint != null) parameter("checkpoint", checkpoint) }.bodyAsText()).jsonObject

/** Puts a snapshot in the place of this file, once all of it is there. */
suspend fun begin(client: HttpClient, base: String, file: Path) {
    val snapshot = client.json("$base/v1/snapshots").getValue("data").jsonArray.first().jsonObject
    val listed = snapshot.getValue("files").jsonArray.map { it.jsonObject }
        .first { it.text("format") == "sqlite" && it.text("compression") == "gzip" }
    ContentStore.place(client.get(listed.text("href")).body(), listed.text("sha256"), file)
}

/** Follows checkpoints to the end, and tells whether the store has what the server has. */
suspend fun follow(client: HttpClient, base: String, store: ContentStore): Boolean {
    while (true) {
        val page = client.json("$base/v1/sync", store.checkpoint)
        store.apply(page)
        if (!page.getValue("page").jsonObject.getValue("hasMore").jsonPrimitive.content.toBoolean()) {
            return page.getValue("meta").jsonObject.text("digest") == store.digest
        }
    }
}

/**
 * Brings the store in this file in step with the server. Where there is none, or its checkpoint or content is not right, it
 * begins anew. Where the server cannot be reached it throws, and the store is still there to be read.
 */
suspend fun sync(client: HttpClient, base: String, file: Path) {
    if (Files.exists(file) && ContentStore(file).use { isInStep(client, base, it) }) return
    begin(client, base, file)
    check(ContentStore(file).use { follow(client, base, it) }) { "The content does not have the digest of the server's." }
}

private suspend fun isInStep(client: HttpClient, base: String, store: ContentStore): Boolean =
    try {
        follow(client, base, store)
    } catch (refusal: ClientRequestException) {
        if (refusal.response.status.value != 400) throw refusal
        false
    }

private fun Path.run(sql: String): Int = DriverManager.getConnection("jdbc:sqlite:$this").use { it.createStatement().executeUpdate(sql) }

fun main(arguments: Array<String>) = runBlocking {
    val base = arguments.first()
    val file = Files.createTempDirectory("app").resolve("content.sqlite")
    client().use { client ->
        sync(client, base, file)
        file.run("insert into meta values ('mark', '')")
        sync(client, base, file)
        check(file.run("delete from meta where key = 'mark'") == 1) { "a store is kept from one start to the next" }
        file.run("delete from document where slug = 'history'")
        sync(client, base, file)
        ContentStore(file).use { store ->
            checkNotNull(store.document("topics", "history")) { "a store that lacks a document is replaced" }
            val before = store.rows()
            // Everything comes again in place of what is there, as after many changes.
            var page = client.json("$base/v1/sync")
            while (true) {
                store.apply(page)
                if (page.getValue("page").jsonObject.text("hasMore") == "false") break
                page = client.json("$base/v1/sync", store.checkpoint)
            }
            check(page.getValue("meta").jsonObject.text("digest") == store.digest) { "replacing documents changes nothing" }
            check(store.rows() == before) { "replacing rows changes nothing: ${(store.rows() - before.toSet()).take(5)}" }
            check(store.search("Can I drive home?").isNotEmpty()) { "what is replaced is found" }
            checkNotNull(store.document("topics", "history")) { "a document is read by its name" }
            println(store.search("Can I drive home?").first())
            store.crisis().forEach(::println)
        }
    }
}
