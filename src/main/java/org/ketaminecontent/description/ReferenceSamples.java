package org.ketaminecontent.description;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call in the languages of those who make it. */
final class ReferenceSamples {

    private ReferenceSamples() {}

    /** A call in one language. */
    record Sample(String language, String code) {}

    /**
     * The call in every language.
     *
     * @param body as JSON; null for a call without one
     * @param hasDocuments whether something must be shown with what is read
     */
    static List<Sample> of(String address, @Nullable String body, boolean hasDocuments) {
        return List.of(
                new Sample("curl", curl(address, body)),
                new Sample("TypeScript", typeScript(address, body, hasDocuments)),
                new Sample("Kotlin", kotlin(address, body, hasDocuments)),
                new Sample("Swift", swift(address, body, hasDocuments)),
                new Sample("Python", python(address, body, hasDocuments)));
    }

    private static String curl(String address, @Nullable String body) {
        return "curl '" + address + "'"
                + (body == null ? "" : " \\\n  -H 'Content-Type: application/json' -d '" + body + "'");
    }

    private static String typeScript(String address, @Nullable String body, boolean hasDocuments) {
        var options = body == null
                ? ""
                : ", {\n  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(" + body
                        + ")\n}";
        return "const answer = await fetch('" + address + "'" + options + ")\n"
                + "if (!answer.ok) throw new Error((await answer.json()).detail)\n"
                + (hasDocuments
                        ? "const { data, meta } = await answer.json()\n"
                                + "console.log(data, meta.regulatoryNotice, meta.crisis?.contacts)"
                        : "console.log(await answer.json())");
    }

    private static String kotlin(String address, @Nullable String body, boolean hasDocuments) {
        var sent = body == null
                ? ""
                : "\n    .header(\"Content-Type\", \"application/json\")"
                        + "\n    .POST(HttpRequest.BodyPublishers.ofString(\"\"\"" + body + "\"\"\"))\n    ";
        return "val request = HttpRequest.newBuilder(URI(\"" + address + "\"))" + sent + ".build()\n"
                + "val answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())\n"
                + "check(answer.statusCode() == 200) { answer.body() }\n"
                + "val read = Json.parseToJsonElement(answer.body()).jsonObject\n"
                + (hasDocuments
                        ? "println(read[\"data\"])\n"
                                + "println(read[\"meta\"]!!.jsonObject.filterKeys { it in setOf(\"regulatoryNotice\", \"crisis\") })"
                        : "println(read)");
    }

    private static String swift(String address, @Nullable String body, boolean hasDocuments) {
        return "var request = URLRequest(url: URL(string: \"" + address + "\")!)\n"
                + (body == null
                        ? ""
                        : "request.httpMethod = \"POST\"\n"
                                + "request.setValue(\"application/json\", forHTTPHeaderField: \"Content-Type\")\n"
                                + "request.httpBody = Data(#\"" + body + "\"#.utf8)\n")
                + "let (body, response) = try await URLSession.shared.data(for: request)\n"
                + "guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }\n"
                + "let read = try JSONSerialization.jsonObject(with: body) as? [String: Any]\n"
                + (hasDocuments
                        ? "let meta = read?[\"meta\"] as? [String: Any]\n"
                                + "print(read?[\"data\"] ?? \"\", meta?[\"regulatoryNotice\"] ?? \"\", meta?[\"crisis\"] ?? \"\")"
                        : "print(read ?? [:])");
    }

    private static String python(String address, @Nullable String body, boolean hasDocuments) {
        var request = body == null
                ? "\"" + address + "\""
                : "urllib.request.Request(\"" + address + "\",\n        data=json.dumps(" + body
                        + ").encode(), headers={\"Content-Type\": \"application/json\"})";
        return "import json, urllib.request\n"
                + "with urllib.request.urlopen(" + request + ") as answer:\n"
                + "    read = json.load(answer)\n"
                + (hasDocuments
                        ? "print(read[\"data\"], read[\"meta\"][\"regulatoryNotice\"], read[\"meta\"][\"crisis\"])"
                        : "print(read)");
    }
}
