package org.ketaminecontent.recipe

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.get
import io.ktor.client.request.parameter
import io.ktor.client.statement.bodyAsText
import java.nio.file.Files
import kotlin.random.Random
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Asks again what the server could not answer just now, after `Retry-After` where there is one, with chance in the wait. */
fun client() = HttpClient(Java) {
    expectSuccess = true
    install(HttpTimeout) { requestTimeoutMillis = 30_000 }
    install(HttpRequestRetry) {
        maxRetries = 3
        retryIf { _, answer -> answer.status.value in listOf(429, 502, 503, 504) }
        retryOnException()
        delayMillis { tries ->
            val wanted = response?.headers?.get("Retry-After")?.toLongOrNull() ?: 0
            maxOf(wanted.coerceAtMost(60) * 1000, 500L shl tries.coerceAtMost(5)) + Random.nextLong(500)
        }
    }
}

suspend fun HttpClient.json(address: String, checkpoint: String? = null): JsonObject =
    Json.parseToJsonElement(get(address) { if (checkpoint != null) parameter("checkpoint", checkpoint) }.bodyAsText()).jsonObject

/** Begins with a snapshot. */
suspend fun begin(client: HttpClient, base: String): ContentStore {
    val snapshot = client.json("$base/v1/snapshots").getValue("data").jsonArray.first().jsonObject
    val file = snapshot.getValue("files").jsonArray.map { it.jsonObject }
        .first { it.text("format") == "sqlite" && it.text("compression") == "none" }
    return ContentStore.begin(Files.createTempFile("content", ".sqlite"), client.get(file.text("href")).body(), file.text("sha256"))
}

/** Follows checkpoints to the end. Where it says no, or the server refuses the checkpoint, begin again. */
suspend fun sync(client: HttpClient, base: String, store: ContentStore): Boolean {
    while (true) {
        val page = client.json("$base/v1/sync", store.checkpoint)
        store.apply(page)
        if (!page.getValue("page").jsonObject.getValue("hasMore").jsonPrimitive.content.toBoolean()) {
            return page.getValue("meta").jsonObject.text("digest") == store.digest
        }
    }
}

fun main(arguments: Array<String>) = runBlocking {
    val base = arguments.first()
    client().use { client ->
        begin(client, base).use { store ->
            check(sync(client, base, store)) { "the store has what the server has" }
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
