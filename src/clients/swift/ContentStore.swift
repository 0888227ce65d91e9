// Not compiled or run where this project is built: there is no Swift there. Read it as a draft that follows docs/offline.md.
//
// Keeps all content of a server for reading offline, with Foundation and the SQLite of the system (iOS 15, macOS 12).
import CryptoKit
import Foundation
import SQLite3

enum ContentError: Error {
    /// An answer of the server that is no success: the code of its problem (RFC 9457), and after how many seconds to ask again.
    case refused(status: Int, code: String?, retryAfter: Double?)
    case damaged
    case database(String)
}

/// One at a time: an actor.
actor ContentStore {
    private let base: URL
    private let database: OpaquePointer

    init(base: URL, file: URL) throws {
        var opened: OpaquePointer?
        guard sqlite3_open(file.path, &opened) == SQLITE_OK, let opened else { throw ContentError.database(file.path) }
        self.base = base
        database = opened
        let tables = """
            create table if not exists document (
              id text primary key, type text not null, slug text not null, locale text not null, version integer not null, json text not null);
            create index if not exists document_name on document (type, slug);
            create table if not exists state (key text primary key, value text not null);
            """
        guard sqlite3_exec(opened, tables, nil, nil, nil) == SQLITE_OK else { throw ContentError.database("tables") }
    }

    deinit { sqlite3_close(database) }

    /// Follows checkpoints until the store has what the server has.
    func sync() async throws {
        var isFresh = try value("checkpoint") == nil
        while true {
            let page: [String: Any]
            do {
                page = try await read(checkpoint: value("checkpoint"))
            } catch ContentError.refused(_, "invalid-checkpoint", _) where !isFresh {
                try empty()
                isFresh = true
                continue
            }
            try apply(page)
            guard let info = page["page"] as? [String: Any], let meta = page["meta"] as? [String: Any] else { throw ContentError.damaged }
            if info["hasMore"] as? Bool == true { continue }
            if meta["digest"] as? String == (try digest()) { return }
            if isFresh { throw ContentError.damaged }
            try empty()
            isFresh = true
        }
    }

    /// The JSON of a document. Show it with its risk summary and state of review, and with `notices()`.
    func document(type: String, slug: String) throws -> Data? {
        // What has expired stays stored until its tombstone comes, and is not shown.
        let inTime = "ifnull(json_extract(json, '$.expiresAt'), '9') > strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
        return try rows("select json from document where type = ? and slug = ? and \(inTime)", [type, slug]).first.map { Data($0[0].utf8) }
    }

    /// The `meta` of the latest page: `crisis`, `disclaimer`, `regulatoryNotice`. To be shown with everything.
    func notices() throws -> Data? {
        try value("meta").map { Data($0.utf8) }
    }

    private func read(checkpoint: String?) async throws -> [String: Any] {
        var address = URLComponents(url: base.appendingPathComponent("v1/sync"), resolvingAgainstBaseURL: false)!
        address.queryItems = checkpoint.map { [URLQueryItem(name: "checkpoint", value: $0)] }
        for tries in 0... {
            do {
                let (data, answer) = try await URLSession.shared.data(from: address.url!)
                let status = (answer as? HTTPURLResponse)?.statusCode ?? 0
                let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
                if status == 200, let json { return json }
                let retryAfter = (answer as? HTTPURLResponse)?.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init)
                throw ContentError.refused(status: status, code: json?["code"] as? String, retryAfter: retryAfter)
            } catch ContentError.refused(let status, _, let retryAfter) where [429, 502, 503, 504].contains(status) && tries < 3 && (retryAfter ?? 0) <= 60 {
                try await pause(max(retryAfter ?? 0, pow(2, Double(tries)) / 2))
            } catch is URLError where tries < 3 && !Task.isCancelled {
                try await pause(pow(2, Double(tries)) / 2)
            }
        }
        throw ContentError.damaged
    }

    /// With chance in it, lest all apps come at once.
    private func pause(_ seconds: Double) async throws {
        try await Task.sleep(nanoseconds: UInt64((seconds + .random(in: 0...0.5)) * 1_000_000_000))
    }

    /// A page, all of it or nothing.
    private func apply(_ page: [String: Any]) throws {
        guard let items = page["data"] as? [[String: Any]],
              let token = ((page["page"] as? [String: Any])?["checkpoint"] as? [String: Any])?["token"] as? String,
              let meta = page["meta"] else { throw ContentError.damaged }
        try run("begin immediate")
        do {
            for item in items {
                guard let id = item["id"] as? String else { throw ContentError.damaged }
                if item["deleted"] as? Bool == true {
                    try run("delete from document where id = ?", [id])
                } else {
                    let fields = ["type", "slug", "locale", "version"].map { "\(item[$0] ?? "")" }
                    try run("insert or replace into document values (?, ?, ?, ?, ?, ?)", [id] + fields + [try text(item)])
                }
            }
            try run("insert or replace into state values ('checkpoint', ?), ('meta', ?)", [token, try text(meta)])
            if (page["page"] as? [String: Any])?["hasMore"] as? Bool == false {
                try run("insert or replace into state values ('syncedAt', ?)", [ISO8601DateFormatter().string(from: Date())])
            }
            try run("commit")
        } catch {
            try? run("rollback")
            throw error
        }
    }

    private func empty() throws {
        try run("delete from document")
        try run("delete from state where key = 'checkpoint'")
    }

    private func digest() throws -> String {
        let lines = try rows("select id || ' ' || locale || ' ' || version || char(10) from document order by id").map { $0[0] }.joined()
        return SHA256.hash(data: Data(lines.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    private func value(_ key: String) throws -> String? {
        try rows("select value from state where key = ?", [key]).first?[0]
    }

    private func text(_ json: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self)
    }

    private func run(_ sql: String, _ values: [String] = []) throws {
        _ = try rows(sql, values)
    }

    private func rows(_ sql: String, _ values: [String] = []) throws -> [[String]] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { throw ContentError.database(sql) }
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (position, value) in values.enumerated() { sqlite3_bind_text(statement, Int32(position + 1), value, -1, copied) }
        var found: [[String]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: found.append((0..<sqlite3_column_count(statement)).map { sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "" })
            case SQLITE_DONE: return found
            default: throw ContentError.database(sql)
            }
        }
    }
}
